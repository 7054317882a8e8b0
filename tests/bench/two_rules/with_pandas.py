"""The two rules with pandas, from the CSV in which working days are worked out. usage: with_pandas.py TABLES"""

import sys
from pathlib import Path

import pandas

tables = Path(sys.argv[1])
assignments, meetings, offices, weeks = (
    pandas.read_csv(tables / f"{name}.csv") for name in ("assignments", "meetings", "offices", "weeks"))
late = assignments[assignments["closed"] - assignments["received"] >= 15]["id"]
every = offices.merge(weeks, how="cross")
held = every.merge(meetings[["office", "week"]].drop_duplicates(), how="left", indicator=True)
missed = held[held["_merge"] == "left_only"]
print("\n".join([*late, *(missed["office"] + "/" + missed["name"])]))
