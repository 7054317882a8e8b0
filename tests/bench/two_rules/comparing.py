"""Two rules over 150,000 records: reglament from YAML, and others from YAML or from tables made ready for them."""

import json
import shutil
import sys
from pathlib import Path

from measuring import output_of, python_with

HERE = Path(__file__).resolve().parent
AS_OF = "2026-03-27"


def programs(bin_dir, root, data):
    """Each with its command, the folder and the standard input; or, without a command, what to install."""
    records, tables = data / "records", data / "tables"
    check = [bin_dir / "reglament-check", records, "--rules", HERE / "rules/two-rules", "--rules", root / "rules", "--isolated",
             "--as-of", AS_OF, "--fail-on", "never"]
    sqlite, souffle, opa = (shutil.which(program) for program in ("sqlite3", "souffle", "opa"))
    pandas, pyyaml = python_with("pandas"), python_with("yaml")
    return [
        ("reglament, from YAML", [*check, "-j1"], None, None),
        ("reglament, all cores", check, None, None),
        ("SQLite, its tables ready", sqlite and [sqlite, "-batch", "-bail", "records.sqlite"], tables, HERE / "with_sqlite.sql",
         "apt install sqlite3"),
        ("SQLite, from CSV", sqlite and [sqlite, "-batch", "-bail"], tables, HERE / "with_sqlite_from_csv.sql",
         "apt install sqlite3"),
        ("pandas, from CSV", pandas and [pandas, HERE / "with_pandas.py", tables], None, None, "apt install python3-pandas"),
        ("PyYAML and Python, from YAML", pyyaml and [pyyaml, HERE / "with_pyyaml.py", records], None, None,
         "apt install python3-yaml"),
        ("Souffle, from facts", souffle and [souffle, "-F", data / "facts", HERE / "with_souffle.dl"], None, None,
         "from souffle-lang.github.io"),
        ("Open Policy Agent, from JSON", opa and [opa, "eval", "--format", "json", "--data", HERE / "with_opa.rego", "--input",
                                                  data / "records.json", "data.two_rules.violations"], None, None,
         "from openpolicyagent.org"),
    ]


def violations_of_reglament(command):
    found = json.loads(output_of([*command, "-f", "json"]))["findings"]
    return {one["record"] or f"{one['office']}/{one['period']}" for one in found}


def violations_of(name, text):
    if name.startswith("Open"):
        return set(json.loads(text)["result"][0]["expressions"][0]["value"])
    marks = ("---------------", "===============", "violations", "what")  # around what Souffle prints
    return {line for line in text.splitlines() if line and line not in marks}


def compare(report, meter, bin_dir, root, work):
    """Measures all that is installed; every one must find what reglament finds."""
    data = work / "two-rules"
    if not data.exists():
        output_of([sys.executable, HERE / "generate", data])
    listed = programs(bin_dir, root, data)
    expected = violations_of_reglament(listed[0][1])
    rows, first = [], None
    for name, command, cwd, stdin, *install in listed:
        if not command:
            report.say(f"skipped: {name.split(',')[0]} is not installed ({install[0]})")
            continue
        measured = meter.measure(command, cwd, stdin, output=work / "printed")
        found = violations_of_reglament(command) if name.startswith("reglament") else violations_of(
            name, (work / "printed").read_text(encoding="utf-8"))
        if found != expected:
            sys.exit(f"{name} finds {len(found)} violations, reglament {len(expected)}; one in which they differ: "
                     f"{sorted(found ^ expected)[0]}")
        first = first or measured
        rows.append([name, measured.seconds, measured.cpu, measured.peak, measured.seconds / first.seconds])
    report.table(["whole process", "seconds", "of processor", "peak MB", "times reglament"], rows)
    report.say(f"Each found the same {len(expected):,} violations.")
