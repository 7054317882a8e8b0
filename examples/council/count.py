#!/usr/bin/env python3
"""Counts over sessions.csv what reglament-check counts over the records made of it, by another road.

usage: count.py DATA AS-OF [FOUND]

DATA is the folder of the file, AS-OF the day of the run, FOUND its report (`reglament-check ... --all -f json -o FOUND`). No
records, pack or calendar are read here: months are the first seven letters of a date, a meeting is its number. With FOUND
every outcome is compared, row by row and month by month, and exit status 1 says that some differ.
"""

import csv
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

COUNCIL = "City Council"
STANDING = (
    "Executive Committee", "Economic and Community Development Committee", "General Government Committee",
    "Infrastructure and Environment Committee", "Planning and Housing Committee", "Etobicoke York Community Council",
    "North York Community Council", "Scarborough Community Council", "Toronto and East York Community Council",
)
# How the names of the other bodies begin that consist of members of the council alone.
OCCASIONAL = ("Audit Committee", "Budget ", "Civic Appointments", "FIFA", "Service Excellence", "Striking", "Subcommittee on Metrolinx")
FIRST_MONTH, FIRST_QUARTER = "2022-12", "2023-Q1"  # the term began on 15 November 2022


def quorum(row):
    """The rule of a row and its outcome."""
    listed, present = int(row["listed"]), int(row["present"])
    if row["committee"] == COUNCIL:
        return "council-two-thirds-present", "met" if 3 * present >= 2 * listed else "wrong"
    councillors_alone = row["committee"] in STANDING or row["committee"].startswith(OCCASIONAL)
    rule = "committee-majority-present" if councillors_alone else "board-majority-of-listed-present"
    return rule, "met" if 2 * present > listed else "wrong"


def months(first, last):
    while first <= last:
        yield first
        year, month = map(int, first.split("-"))
        first = f"{year + month // 12}-{month % 12 + 1:02}"


def quarter(month):
    return f"{month[:4]}-Q{(int(month[5:7]) + 2) // 3}"


def held(rule, committee, meetings, wanted, periods):
    """Of each period whether `committee` met `wanted` times; the last one is still running."""
    for period in periods:
        enough = len(meetings[committee, period]) >= wanted
        yield (rule, committee, period), "met" if enough else "pending" if period == periods[-1] else "missed"


def count(rows, as_of):
    """(rule, row) or (rule, committee, period) -> outcome."""
    counted = {}
    committees = set()
    meetings = defaultdict(set)
    for row in rows:
        rule, outcome = quorum(row)
        counted[rule, row["session"]] = outcome
        committees.add(row["committee"])
        month = row["date"][:7]
        meetings[row["committee"], month].add(row["meeting_no"])
        meetings[row["committee"], quarter(month)].add(row["meeting_no"])

    all_months = list(months(FIRST_MONTH, as_of[:7]))
    all_quarters = [period for period in dict.fromkeys(map(quarter, all_months)) if period >= FIRST_QUARTER]
    counted |= held("council-meets-monthly", COUNCIL, meetings, 1, all_months)
    for committee in sorted(committees & set(STANDING)):
        counted |= held("standing-committee-meets-monthly", committee, meetings, 1, all_months)
        counted |= held("standing-committee-two-meetings-quarterly", committee, meetings, 2, all_quarters)
    return counted


def compare(counted, path):
    """The number of outcomes on which the report differs, each told. What the pack does not apply to is left aside."""
    report = json.loads(Path(path).read_text(encoding="utf-8"))
    found = {}
    for finding in report["findings"]:
        rule = finding["rule"].split("/")[1]
        where = (finding["record"],) if finding["record"] else (finding["office"], finding["period"])
        if finding["outcome"] != "not-applicable":
            found[(rule, *where)] = finding["outcome"]
    counted = {(key[0], key[1].lower().replace(" ", "-"), key[2]) if len(key) == 3 else key: value for key, value in counted.items()}
    different = sorted(key for key in counted.keys() | found.keys() if counted.get(key, "not-applicable") != found.get(key, "not-applicable"))
    for key in different:
        print(f"differs: {' '.join(key)}: counted {counted.get(key)}, found {found.get(key)}")
    print(f"compared: {len(counted)} counted, {len(found)} found, {len(different)} differ")
    return len(different)


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__.strip())
    with (Path(sys.argv[1]) / "sessions.csv").open(encoding="utf-8", newline="") as file:
        counted = count(csv.DictReader(file), sys.argv[2])
    totals = Counter((key[0], outcome) for key, outcome in counted.items())
    columns = ("met", "missed", "wrong", "pending")
    print(f"{'':42}" + "".join(f"{column:>8}" for column in columns))
    for rule in dict.fromkeys(key[0] for key in counted):
        print(f"{rule:42}" + "".join(f"{totals[rule, column]:8}" for column in columns))
    if len(sys.argv) == 4:
        sys.exit(1 if compare(counted, sys.argv[3]) else 0)


if __name__ == "__main__":
    main()
