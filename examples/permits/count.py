#!/usr/bin/env python3
"""Counts over cases.csv and events.csv what reglament-check counts over the records made of them, by another road.

usage: count.py DATA AS-OF [FOUND]

DATA is the folder of the two files, AS-OF the day of the run, FOUND its report (`reglament-check ... --all -f json -o FOUND`).
No records, pack or calendar are read here: days are compared as text, working days are walked one by one over a list of
days off, and the order of activities is that of the log's own numbers, not of the clock. With FOUND every outcome is
compared, case by case, and exit status 1 says that some differ.
"""

import csv
import json
import sys
from collections import Counter, defaultdict
from datetime import date, timedelta
from pathlib import Path

# Weekdays off and weekend days worked, 2022-09 to 2024-02, as printed in the production calendars of Kazakhstan.
DAYS_OFF = set("""2022-10-24 2022-10-25 2022-12-16 2023-01-02 2023-01-03 2023-03-08 2023-03-21 2023-03-22 2023-03-23 2023-05-01
    2023-05-08 2023-05-09 2023-06-28 2023-07-06 2023-07-07 2023-08-30 2023-10-25 2023-12-18 2024-01-01 2024-01-02""".split())
DAYS_WORKED = {"2022-10-22", "2023-07-01"}

CONFIRMATION = ("Confirmation", "T02", "T04", "T05")  # in the order in which they are due


def is_worked(day):
    return day.isoformat() in DAYS_WORKED or (day.weekday() < 5 and day.isoformat() not in DAYS_OFF)


def working_days_later(day, number):
    day = date.fromisoformat(day)
    while number > 0:
        day += timedelta(days=1)
        number -= is_worked(day)
    return day.isoformat()


def by_limit(done, limit, as_of):
    if done:
        return "met" if done <= limit else "late"
    return "missed" if as_of > limit else "pending"


def confirmation_sent(case, log, as_of):
    if "T05" in log:
        return "met"
    return "wrong" if as_of > (case["end_shifted"] or case["deadline_shifted"]) else "pending"


def in_order(log):
    """Each of two activities of CONFIRMATION: the later wants the earlier, and last happens after it last did."""
    pairs = [(first, later) for place, later in enumerate(CONFIRMATION) for first in CONFIRMATION[:place] if later in log]
    if any(first not in log or log[first]["last"] > log[later]["last"] for first, later in pairs):
        return "wrong"
    return "met" if pairs else "not-applicable"


def outcomes(case, log, as_of):
    """Rule -> outcome of one case."""
    sent = log["T05"]["day"] if "T05" in log else None
    adjusted = log.get("T03")
    return {
        "case-closed-by-deadline": by_limit(case["end_shifted"], case["deadline_shifted"], as_of),
        "case-closed-in-15-working-days": by_limit(case["end_shifted"], working_days_later(case["start_shifted"], 15), as_of),
        "confirmation-sent": confirmation_sent(case, log, as_of),
        "confirmation-sent-in-3-working-days":
            by_limit(sent, working_days_later(log["Confirmation"]["day"], 3), as_of) if sent else "not-applicable",
        "confirmation-in-order": in_order(log),
        "adjusted-confirmation-checked-again":
            ("met" if log["T02"]["last"] > adjusted["last"] else "wrong") if adjusted else "not-applicable",
    }


def read_csv(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_logs(path):
    """Case -> activity (its first word) -> where in the log it last stands, and on which day."""
    logs = defaultdict(dict)
    for event in read_csv(path):
        activity = event["activity"].split()[0]
        place = int(event["seq"])
        if activity not in logs[event["case"]] or place > logs[event["case"]][activity]["last"]:
            logs[event["case"]][activity] = {"last": place, "day": event["date_shifted"]}
    return logs


def compare(counted, path):
    """The number of (rule, case) pairs on which the report differs, each told."""
    report = json.loads(Path(path).read_text(encoding="utf-8"))
    found = {(finding["rule"].split("/")[1], finding["record"]): finding["outcome"] for finding in report["findings"]}
    different = sorted(pair for pair in counted.keys() | found.keys() if counted.get(pair, "not-applicable") != found.get(pair, "not-applicable"))
    for rule, case in different:
        pair = (rule, case)
        print(f"differs: {rule} {case}: counted {counted.get(pair)}, found {found.get(pair)}")
    print(f"compared: {len(counted)} counted, {len(found)} found, {len(different)} differ")
    return len(different)


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__.strip())
    data, as_of = Path(sys.argv[1]), sys.argv[2]
    logs = read_logs(data / "events.csv")
    counted = {
        (rule, case["case"]): outcome
        for case in read_csv(data / "cases.csv")
        for rule, outcome in outcomes(case, logs[case["case"]], as_of).items()
    }
    totals = Counter((rule, outcome) for (rule, _), outcome in counted.items())
    columns = ("met", "late", "missed", "wrong", "pending", "not-applicable")
    print(f"{'':36}" + "".join(f"{column:>16}" for column in columns))
    for rule in dict.fromkeys(rule for rule, _ in counted):
        print(f"{rule:36}" + "".join(f"{totals[rule, column]:16}" for column in columns))
    if len(sys.argv) == 4:
        sys.exit(1 if compare(counted, sys.argv[3]) else 0)


if __name__ == "__main__":
    main()
