"""What the generators of the examples share: working days, YAML as a clerk would write it, and what is planted.

The days off of 2025 and 2026 are set down here by hand, and not read from rules/calendars/: a second opinion on that calendar.
"""

import argparse
import tempfile
from datetime import date, datetime, timedelta
from pathlib import Path

# Holidays and substitute days off that fall on a weekday, and the one Sunday that was worked.
OFF = {date.fromisoformat(day) for day in """
    2025-01-01 2025-01-02 2025-01-03 2025-01-07 2025-03-10 2025-03-21 2025-03-24 2025-03-25 2025-05-01 2025-05-07 2025-05-09
    2025-06-06 2025-07-07 2025-09-01 2025-10-27 2025-12-16
    2026-01-01 2026-01-02 2026-01-07 2026-03-09 2026-03-23 2026-03-24 2026-03-25 2026-05-01 2026-05-07 2026-05-11 2026-05-27
    2026-07-06 2026-10-26 2026-12-16
""".split()}
WORKED = {date(2025, 1, 5)}


def day(written):
    """A day, or a step with its day, from how it is written here; what is none is given back."""
    if isinstance(written, list):
        return [day(one) for one in written]
    if isinstance(written, dict):
        return {**written, "date": day(written["date"])}
    return date.fromisoformat(written) if isinstance(written, str) else written


def is_working(a_day):
    return a_day in WORKED or (a_day.weekday() < 5 and a_day not in OFF)


def rolled(a_day):
    """That day, or the next working day where it is a day off."""
    while not is_working(a_day):
        a_day += timedelta(1)
    return a_day


def workdays(start, n):
    """The n-th working day after `start`, or before it when n is negative; `start` itself is not counted."""
    step = timedelta(1 if n > 0 else -1)
    a_day = start
    for _ in range(abs(n)):
        a_day += step
        while not is_working(a_day):
            a_day += step
    return a_day


def one_month_after(start):
    """The same day of the next month, its last day where that is missing."""
    first = (start.replace(day=1) + timedelta(32)).replace(day=1)
    last = (first + timedelta(31)).replace(day=1) - timedelta(1)
    return min(first + timedelta(start.day - 1), last)


def days_between(first, last):
    return [first + timedelta(n) for n in range((last - first).days + 1)]


def weeks(first, last):
    """The Mondays of the ISO weeks that touch first..last."""
    monday = first - timedelta(first.weekday())
    while monday <= last:
        yield monday
        monday += timedelta(7)


def months(first, last):
    """(year, month) of each month from the one of `first` to the one of `last`."""
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        yield year, month
        year, month = year + (month == 12), month % 12 + 1


def week_name(a_day):
    year, week, _ = a_day.isocalendar()
    return f"{year}-W{week:02}"


def quarter_name(year, month):
    return f"{year}-Q{(month + 2) // 3}"


# ---- YAML -----------------------------------------------------------------------------------------------------------------------

WIDTH = 130
NEEDS_QUOTES = set(",[]{}#&*!|>'\"%@`:")


def scalar(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%dT%H:%M")
    text = str(value)
    if isinstance(value, str) and (text == "" or NEEDS_QUOTES & set(text)):
        return text if is_time(text) else '"' + text.replace('"', '\\"') + '"'
    return text


def is_time(text):
    return len(text) == 16 and text[10] == "T"


def flow(value):
    """The value on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(flow(one) for one in value) + "]"
    return scalar(value)


def wrapped(line, indent):
    """The line, going on in further ones after an outer comma where it is too long."""
    lines = []
    while len(line) > WIDTH:
        cut = outer_comma(line[:WIDTH], len(indent))
        lines.append(line[:cut + 1])
        line = indent + line[cut + 2:]
    return lines + [line]


def outer_comma(text, first):
    """Where the last of the least nested commas stands."""
    depth, commas = 0, {}
    for place, letter in enumerate(text):
        depth += (letter in "{[") - (letter in "}]")
        if letter == "," and place >= first:
            commas[depth] = place
    return commas[min(commas)]


def block(key, value):
    """`key: value`; extensions and entries stand one a line."""
    if key not in ("extensions", "entries"):
        return wrapped(f"    {key}: {flow(value)}", " " * 6)
    return [f"    {key}:"] + [line for one in value for line in wrapped(f"      - {flow(one)}", " " * 9)]


def entry(record, compact):
    """A record: on one line where it fits; else a key a line, or, compact, on as few lines as it takes."""
    line = f"  - {flow(record)}"
    if len(line) <= WIDTH or compact and "entries" not in record:
        return wrapped(line, " " * 5)
    lines = [line for key, value in record.items() for line in block(key, value)]
    return ["  - " + lines[0][4:]] + lines[1:]


def write(path, head, compact=False, **families):
    """A file of records: `head` as its comment, then the lists."""
    lines = [f"# {line}" for line in head.split("\n")]
    for family, records in families.items():
        lines.append(f"{family}:")
        lines += [line for record in records for line in entry(record, compact)]
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


# ---- what is planted ------------------------------------------------------------------------------------------------------------

planted = []  # "rule where outcome", as the check must find it


def plant(where, *faults):
    """Notes what must be found at `where`, a record or OFFICE/PERIOD: each fault is "rule outcome"."""
    planted.extend(" ".join([fault.split()[0], where, fault.split()[1]]) for fault in faults)


def run(example, write_folder):
    """The command line that the generators share: [FOLDER | --planted]."""
    usual = Path(__file__).resolve().parents[1] / example
    parser = argparse.ArgumentParser(description=f"Writes the records of examples/{example}.", allow_abbrev=False)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("folder", metavar="FOLDER", nargs="?", type=Path, default=usual,
                      help=f"where they go; by default examples/{example} beside this script")
    what.add_argument("--planted", action="store_true",
                      help="write no records; print what the check must find in them, one `rule where outcome` a line, and nothing else")
    asked = parser.parse_args()
    if not asked.planted:
        return write_folder(asked.folder)
    with tempfile.TemporaryDirectory() as scratch:
        write_folder(Path(scratch))
    print("\n".join(sorted(planted)))
