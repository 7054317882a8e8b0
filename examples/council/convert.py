#!/usr/bin/env python3
"""Turns the register of sittings (sessions.csv) into records and a register that reglament-check reads.

usage: convert.py DATA OUT

DATA is the folder of the file, OUT a folder that must be new or empty. A row, which is a part of a meeting (morning,
afternoon, evening), becomes a meeting with its attendance; a committee becomes a body and the office that holds its
meetings. The same input gives the same bytes. Standard output says what was taken, what was left out and what looks odd.
"""

import csv
import json
import re
import sys
from collections import defaultdict
from pathlib import Path

# The export lists members of the council alone. Whom the list tells in full is not in the data: it is read here from what
# these bodies are. On all the others (boards, panels, advisory bodies) people sit who are not in the list.
COUNCIL = "City Council"
STANDING = {  # committees and community councils that sit all through the term
    "Executive Committee",
    "Economic and Community Development Committee",
    "General Government Committee",
    "Infrastructure and Environment Committee",
    "Planning and Housing Committee",
    "Etobicoke York Community Council",
    "North York Community Council",
    "Scarborough Community Council",
    "Toronto and East York Community Council",
}
OCCASIONAL = {  # made up of members of the council too, but they sit when there is a matter for them
    "Audit Committee",
    "Budget Committee",
    "Budget Subcommittee at City Hall",
    "Budget Subcommittee at Etobicoke Civic Centre",
    "Budget Subcommittee at North York Civic Centre",
    "Budget Subcommittee at Scarborough Civic Centre",
    "Civic Appointments Committee",
    "FIFA World Cup 2026 Subcommittee",
    "Service Excellence Committee",
    "Striking Committee",
    "Subcommittee on Metrolinx's Ontario Line Construction",
}
TERM_BEGAN = "2022-11-15"  # the council elected in October 2022 took office; the first row is three days later


def read_sittings(path):
    with path.open(encoding="utf-8", newline="") as file:
        sittings = list(csv.DictReader(file))
    for sitting in sittings:
        # A typographic apostrophe came through two wrong encodings.
        sitting["committee"] = re.sub("[^\x20-\x7e]+", "'", sitting["committee"])
    return sittings


def quoted(text):
    """A string in double quotes: what JSON writes, YAML reads."""
    return json.dumps(text, ensure_ascii=False)


def slug(committee):
    return re.sub("[^a-z0-9]+", "-", committee.lower()).strip("-")


def kind_of(committee):
    """The type of a committee's meetings, the role of its office, the traits of its body."""
    if committee == COUNCIL:
        return "maslikhat-session", "district-maslikhat", []
    if committee in STANDING:
        return "commission", "working-body", ["standing"]
    if committee in OCCASIONAL:
        return "commission", "working-body", []
    return "council", "public-council", []


def meeting(sitting):
    began = sitting["start_end"][:5]
    return (
        f"  - id: {sitting['session']}\n"
        f"    type: {kind_of(sitting['committee'])[0]}\n"
        f"    title: {quoted('%s, meeting %s' % (sitting['committee'], sitting['meeting_no']))}\n"
        f"    by: {slug(sitting['committee'])}\n"
        f"    date: {sitting['date']}T{began}\n"
        f"    attendance: {{members: {sitting['listed']}, present: {sitting['present']}}}\n"
    )


def register(committees):
    bodies = offices = ""
    for committee in committees:
        _, role, traits = kind_of(committee)
        name = f"{{kk: {quoted(committee)}, ru: {quoted(committee)}, en: {quoted(committee)}}}"
        bodies += f"  - id: {slug(committee)}\n    kind: organisation\n    within: toronto\n    name: {name}\n"
        bodies += f"    traits: [{', '.join(traits)}]\n" if traits else ""
        offices += f"  - id: {slug(committee)}\n    role: {role}\n    body: {slug(committee)}\n    from: {TERM_BEGAN}\n    name: {name}\n"
    return (
        "bodies:\n  - id: toronto\n    kind: city\n    name: {kk: Торонто, ru: Торонто, en: Toronto}\n"
        f"    regulations: [council-sittings]\n{bodies}offices:\n{offices}"
    )


def empty_folder(path):
    path.mkdir(parents=True, exist_ok=True)
    if any(path.iterdir()):
        sys.exit(f"convert.py: {path} is not empty; nothing was written")
    return path


def misnamed_part(sitting):
    hour = int(sitting["start_end"][:2])
    return sitting["part"] != ("Morning" if hour < 12 else "Afternoon" if hour < 18 else "Evening")


def tell(sittings, committees, files):
    meetings = {(sitting["committee"], sitting["meeting_no"]) for sitting in sittings}
    print(f"{len(sittings)} rows in {files} files: {len(meetings)} meetings of {len(committees)} bodies")
    print("no row was left out; left out of each:")
    print("  the hour at which it ended: no rule asks for it")
    print("  the part of the day: the hour at which it began tells it")
    print("taken as they stand, though odd:")
    for what, fits in (
        ("a roll call: an hour, no end", lambda sitting: "Roll Call" in sitting["start_end"]),
        ("nobody of those listed was present", lambda sitting: sitting["present"] == "0"),
        ("only one or two are listed", lambda sitting: int(sitting["listed"]) <= 2),
        ("the part of the day does not fit the hour", misnamed_part),
    ):
        print(f"  {sum(map(fits, sittings)):5} {what}")


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__.strip())
    sittings = read_sittings(Path(sys.argv[1]) / "sessions.csv")
    out = empty_folder(Path(sys.argv[2]))
    committees = sorted({sitting["committee"] for sitting in sittings})

    by_month = defaultdict(list)
    for sitting in sorted(sittings, key=lambda sitting: (sitting["date"], sitting["start_end"], sitting["session"])):
        by_month[sitting["date"][:7]].append(meeting(sitting))
    (out / "register.yaml").write_text(register(committees), encoding="utf-8")
    for month, written in by_month.items():
        (out / f"{month}.yaml").write_text("meetings:\n" + "".join(written), encoding="utf-8")
    tell(sittings, committees, len(by_month))


if __name__ == "__main__":
    main()
