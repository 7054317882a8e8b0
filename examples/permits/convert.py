#!/usr/bin/env python3
"""Turns the register of permit cases (cases.csv, events.csv) into records and a register that reglament-check reads.

usage: convert.py DATA OUT

DATA is the folder of the two files, OUT a folder that must be new or empty. A case becomes an assignment of the type
`appeal`; what was done with the confirmation of its receipt becomes steps. Dates are those of the *_shifted columns. The
same input gives the same bytes. Standard output says what was taken, what was left out and why, and which cases look odd.
"""

import csv
import json
import sys
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

# The activities that tell what became of the confirmation, and the step each is. The other 22 are left out, see LEFT_OUT.
STEP_OF = {
    "Confirmation of receipt": "drafted",
    "T02 Check confirmation of receipt": "examined",
    "T03 Adjust confirmation of receipt": "updated",
    "T04 Determine confirmation of receipt": "approved",
    "T05 Print and send confirmation of receipt": "sent",
}

# The departments that answer for a case: their office here, and their names.
OFFICES = {
    "General": ("general", "Жалпы бөлім", "Общий отдел", "General department"),
    "Customer contact": ("customer-contact", "Өтініш берушілермен байланыс", "Отдел по работе с заявителями", "Customer contact"),
    "Experts": ("experts", "Сарапшылар бөлімі", "Отдел экспертов", "Experts"),
}

LEFT_OUT = (
    ("columns start, end, deadline, date", "the *_shifted columns hold the same days 4,382 days later"),
    ("column end_planned", "the deadline is what binds; the plan differs from it in {planned_otherwise} cases"),
    ("columns first_event, last_event, events", "they follow from the events"),
    ("columns channel, group, instance, resource", "no rule asks for them; `responsible` is kept as executor-name"),
    ("{other_events} events of {other_activities} other activities", "advice, stops and other papers: no rule asks for them"),
)


def read_csv(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def quoted(text):
    """A string in double quotes: what JSON writes, YAML reads."""
    return json.dumps(text, ensure_ascii=False)


def moment(event):
    """To the minute, as records have it: the seconds of the log are cut off."""
    return f"{event['date_shifted']}T{event['time'][:5]}"


def steps_of(events):
    """Each step and its moments, in the order of the log."""
    steps = defaultdict(list)
    for event in sorted(events, key=lambda event: int(event["seq"])):
        if event["activity"] in STEP_OF:
            steps[STEP_OF[event["activity"]]].append(moment(event))
    return steps


def written_step(name, moments):
    if len(moments) == 1:
        return f"      {name}: {moments[0]}\n"
    return f"      {name}: [{', '.join(f'{{date: {each}}}' for each in moments)}]\n"


def assignment(case, events):
    steps = steps_of(events)
    if case["end_shifted"]:
        steps["closed"] = [case["end_shifted"]]
    return (
        f"  - id: {case['case']}\n"
        "    type: appeal\n"
        f"    received: {case['start_shifted']}\n"
        f"    due: {case['deadline_shifted']}\n"
        f"    executors: [{OFFICES[case['department']][0]}]\n"
        f"    executor-name: {quoted(case['responsible'])}\n"
        "    steps:\n" + "".join(written_step(*step) for step in steps.items())
    )


def register(cases):
    first = min(case["start_shifted"] for case in cases)
    offices = "".join(
        f"  - id: {office}\n    role: department\n    body: municipality\n    from: {first}\n"
        f"    name: {{kk: {quoted(kk)}, ru: {quoted(ru)}, en: {quoted(en)}}}\n"
        for office, kk, ru, en in OFFICES.values()
    )
    return (
        "bodies:\n  - id: municipality\n    kind: city\n"
        '    name: {kk: "Муниципалитет", ru: "Муниципалитет", en: "Municipality"}\n'
        "    regulations: [permit-receipt]\n"
        f"offices:\n{offices}"
    )


def empty_folder(path):
    path.mkdir(parents=True, exist_ok=True)
    if any(path.iterdir()):
        sys.exit(f"convert.py: {path} is not empty; nothing was written")
    return path


def odd_cases(cases):
    closed = [case for case in cases if case["end_shifted"]]
    return (
        ("no end: open", len(cases) - len(closed)),
        ("ends before its first event", sum(case["end_shifted"] < case["first_event_shifted"] for case in closed)),
        ("ends before its last event", sum(case["end_shifted"] < case["last_event_shifted"] for case in closed)),
        ("starts after its first event", sum(case["start_shifted"] > case["first_event_shifted"] for case in cases)),
        ("starts a week or more before its first event", sum(days_idle(case) >= 7 for case in cases)),
    )


def days_idle(case):
    return (date.fromisoformat(case["first_event_shifted"]) - date.fromisoformat(case["start_shifted"])).days


def tell(cases, events, files):
    other = Counter(event["activity"] for event in events if event["activity"] not in STEP_OF)
    facts = {
        "planned_otherwise": sum(case["end_planned"] != case["deadline"] for case in cases),
        "other_events": sum(other.values()),
        "other_activities": len(other),
    }
    print(f"{len(cases)} cases in {files} files, {len(events) - sum(other.values())} of {len(events)} events as steps")
    print("no case was left out; left out of each:")
    for what, why in LEFT_OUT:
        print(f"  {what.format(**facts)}: {why.format(**facts)}")
    print("taken as they stand, though odd:")
    for what, number in odd_cases(cases):
        print(f"  {number:5} {what}")


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__.strip())
    data, out = Path(sys.argv[1]), empty_folder(Path(sys.argv[2]))
    cases, events = read_csv(data / "cases.csv"), read_csv(data / "events.csv")
    events_of = defaultdict(list)
    for event in events:
        events_of[event["case"]].append(event)

    by_month = defaultdict(list)
    for case in sorted(cases, key=lambda case: (case["start_shifted"], case["case"])):
        by_month[case["start_shifted"][:7]].append(assignment(case, events_of[case["case"]]))
    (out / "register.yaml").write_text(register(cases), encoding="utf-8")
    for month, written in by_month.items():
        (out / f"{month}.yaml").write_text("assignments:\n" + "".join(written), encoding="utf-8")
    tell(cases, events, len(by_month))


if __name__ == "__main__":
    main()
