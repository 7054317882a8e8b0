"""Runs programs and measures them; writes tables."""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Measured:
    """The medians of several runs of a whole process, and the most memory that one of them held."""

    seconds: float
    cpu: float  # seconds of processor, of all cores together
    peak: float  # MB of 10^6 bytes


class Meter:
    """Runs a program so many times after a first that only warms up, or until `enough` seconds are spent."""

    def __init__(self, work, runs, enough):
        self.runs, self.enough = runs, enough
        self.watch, complaint = compiled(Path(__file__).with_name("watch.c"), work / "programs", [])
        if not self.watch:
            sys.exit(complaint)

    def measure(self, command, cwd=None, stdin=None, times=1, output=os.devnull):
        """Of a program that must end well; what the first run prints is kept. `times` as many runs where one is short."""
        measured = [self.run(command, cwd, stdin, output)]
        while len(measured) <= self.runs * times and sum(one.seconds for one in measured) < self.enough:
            measured.append(self.run(command, cwd, stdin))
        counted = measured[1:] or measured
        return Measured(statistics.median(one.seconds for one in counted), statistics.median(one.cpu for one in counted),
                        max(one.peak for one in counted))

    def run(self, command, cwd, stdin, output=os.devnull):
        command = [str(part) for part in command]
        with tempfile.NamedTemporaryFile("r") as told, open(stdin or os.devnull, "rb") as given, open(output, "wb") as printed:
            process = subprocess.run([self.watch, told.name, *command], cwd=cwd, stdin=given, stdout=printed,
                                     stderr=subprocess.PIPE, check=False)
            if process.returncode != 0:
                complaints = process.stderr.decode(errors="replace")[-600:]
                sys.exit(f"{' '.join(command)[:300]}\nends with {process.returncode}: {complaints}")
            seconds, cpu, kilobytes = told.read().split()
        return Measured(float(seconds), float(cpu), int(kilobytes) * 1024 / 1e6)


def output_of(command, cwd=None, stdin=None):
    with open(stdin or os.devnull, "rb") as given:
        command = [str(part) for part in command]
        return subprocess.run(command, cwd=cwd, stdin=given, capture_output=True, check=True).stdout.decode()


def python_with(module):
    """A Python that has the module; None where there is none."""
    for python in (sys.executable, "/usr/bin/python3"):
        if shutil.which(python) and subprocess.run([python, "-c", f"import {module}"], capture_output=True).returncode == 0:
            return python
    return None


def compiled(source, build, options):
    """The program, or None and what the compiler said."""
    compiler = os.environ.get("CXX", "c++") if source.suffix == ".cpp" else os.environ.get("CC", "cc")
    build.mkdir(parents=True, exist_ok=True)
    program = build / source.stem
    made = subprocess.run([compiler, "-O2", source, "-o", program, *options], capture_output=True, text=True)
    return (program, "") if made.returncode == 0 else (None, (made.stderr or "it does not compile").splitlines()[0])


# ---- tables ---------------------------------------------------------------------------------------------------------------------

class Report:
    def __init__(self, is_markdown):
        self.is_markdown = is_markdown

    def heading(self, text):
        print(f"\n{'## ' if self.is_markdown else ''}{text}\n", flush=True)

    def say(self, text):
        print(f"{text}\n" if self.is_markdown else text, flush=True)

    def table(self, head, rows):
        table = [[cell if isinstance(cell, str) else number(cell) for cell in row] for row in [head, *rows]]
        widths = [max(len(cell) for cell in column) for column in zip(*table)]
        for place, row in enumerate(table):
            cells = [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:]))]
            print(f"| {' | '.join(cells)} |" if self.is_markdown else "  ".join(cells).rstrip())
            if place == 0 and self.is_markdown:
                print(f"|{'|'.join(['--', *['--:'] * (len(row) - 1)])}|")
        sys.stdout.flush()


def number(value):
    """With three digits that count, and commas."""
    if value is None:
        return ""
    if isinstance(value, int) or abs(value) >= 100:
        return f"{round(value):,}"
    return f"{value:.3f}" if abs(value) < 1 else f"{value:.2f}" if abs(value) < 10 else f"{value:.1f}"
