"""What a script would do: reads the records with PyYAML's C loader; pandas finds what was late and which weeks lack a meeting.

usage: pyyaml_pandas.py FILE...
"""

import sys

import pandas
import yaml


def load(paths):
    families = {"meetings": [], "assignments": []}
    for path in paths:
        with open(path, "rb") as file:
            for family, records in yaml.load(file, yaml.CSafeLoader).items():
                families.get(family, []).extend(records)
    return families["meetings"], families["assignments"]


def late(assignments):
    table = pandas.DataFrame([(one["id"], one.get("due"), one.get("steps", {}).get("executed")) for one in assignments],
                             columns=["id", "due", "executed"]).dropna()
    return table[pandas.to_datetime(table["executed"]) > pandas.to_datetime(table["due"])]


def weeks_without(meetings):
    held = [(one["by"], pandas.Timestamp(one["date"]).isocalendar().week) for one in meetings if one["type"] == "apparatus"]
    table = pandas.DataFrame(held, columns=["office", "week"])
    return pandas.crosstab(table["office"], table["week"]).eq(0).sum().sum()


def main():
    meetings, assignments = load(sys.argv[1:])
    print(len(assignments), "assignments,", len(late(assignments)), "late,", weeks_without(meetings), "weeks without a meeting")


main()
