"""The two rules in plain Python, from the same YAML as reglament, read by PyYAML's C loader. usage: with_pyyaml.py RECORDS"""

import sys
from datetime import date, timedelta
from pathlib import Path

import yaml

sys.path.append(str(Path(__file__).resolve().parents[1]))
from days_off import is_working  # noqa: E402

FIRST, WEEKS, AS_OF = date(2023, 1, 2), 156, date(2026, 3, 27)


def load(path):
    with path.open("rb") as file:
        return yaml.load(file, yaml.CSafeLoader)


def main():
    records = Path(sys.argv[1])
    before = {}  # of each day, how many working days lie before it
    day, number = FIRST, 0
    while day <= AS_OF:
        before[day] = number
        number += is_working(day)
        day += timedelta(1)
    for one in load(records / "assignments.yaml")["assignments"]:
        received, closed = one["received"], one.get("steps", {}).get("closed", AS_OF)
        if before[closed] - before[received] - is_working(received) >= 15:
            print(one["id"])
    held = {(one["by"], one["date"].isocalendar()[:2]) for one in load(records / "meetings.yaml")["meetings"]}
    for office in load(records / "register.yaml")["offices"]:
        for week in range(WEEKS):
            year, number, _ = (FIRST + timedelta(7 * week)).isocalendar()
            if (office["id"], (year, number)) not in held:
                print(f"{office['id']}/{year}-W{number:02}")


main()
