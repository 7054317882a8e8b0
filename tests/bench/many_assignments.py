#!/usr/bin/env python3
"""Writes many control assignments into one file, and the register of the offices that owe them.

usage: many_assignments.py NUMBER OUT [LATE]

OUT gets register.yaml and assignments.yaml, over what is there. LATE of every thousand assignments are carried out after
their day (default 10): these are found, all others are in order. What differs from one assignment to the next is drawn from a
fixed seed, so that the same three values give the same bytes.
"""

import random
import sys
from datetime import date, timedelta
from pathlib import Path

DEPARTMENTS = [f"department-{number}" for number in range(1, 21)]
FIRST, DAYS = date(2025, 7, 1), 300  # received on one of so many days, from FIRST on
TERM = 20  # days from receipt to the due date


def assignment(number, late, chance):
    received = FIRST + timedelta(days=chance.randrange(DAYS))
    due = received + timedelta(days=TERM)
    if late:
        executed = due + timedelta(days=chance.randrange(10, 30))  # beyond any run of days off over which `due` may roll
    else:
        executed = due - timedelta(days=chance.randrange(8))
    lead, other = chance.sample(DEPARTMENTS, 2)
    return (
        f"- id: 05-2/{number:07}\n"
        "  type: instruction\n"
        "  issued-by: district-akim\n"
        f"  title: Instruction No {number}, on the roads and bridges of the district\n"
        f"  received: {received}\n"
        "  on-control: true\n"
        f"  executors: [{lead}, {other}]\n"
        f"  due: {due}\n"
        f"  steps: {{executed: {executed}, closed: {executed}}}\n"
    )


def register():
    offices = "".join(
        f"- {{id: {department}, role: department-head, body: kazygurt, from: {FIRST}}}\n" for department in DEPARTMENTS
    )
    return (
        "bodies:\n- {id: kazygurt, kind: district, name: {en: Kazygurt}, regulations: [kazygurt-2025-135]}\n"
        f"offices:\n- {{id: district-akim, role: district-akim, body: kazygurt, from: {FIRST}}}\n{offices}"
    )


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__.strip())
    number, out = int(sys.argv[1]), Path(sys.argv[2])
    late = int(sys.argv[3]) if len(sys.argv) == 4 else 10
    chance = random.Random(135)
    out.mkdir(parents=True, exist_ok=True)
    (out / "register.yaml").write_text(register(), encoding="utf-8")
    with (out / "assignments.yaml").open("w", encoding="utf-8") as file:
        file.write("assignments:\n")
        file.writelines(assignment(each, each * late % 1000 < late, chance) for each in range(1, number + 1))


if __name__ == "__main__":
    main()
