"""What a student writes for the course in tests/toy, and how an editor saves it."""

import shutil
from pathlib import Path

from conftest import ROOT

TOY = ROOT / "tests" / "toy"
RIGHT = "def mean(x):\n    return x.mean(0)\n\n\ndef spread(x):\n    return x.min(), x.max()\n"
SUM = RIGHT.replace("mean(0)", "sum(0)")


def save(home: Path, text: str) -> None:
    """Save the student's file in a folder, as by an editor that writes a new one and renames it."""
    file = home / "ex1_mean" / "mean.py"
    new = file.with_name("mean.py~")
    new.write_text(text)
    new.replace(file)


def add_another(course: Path) -> None:
    """Give a copy of the course a second exercise, ex2, which is its first once more."""
    exercises = course / "exercises"
    shutil.copytree(exercises / "ex1_mean", exercises / "ex2_again")
    checks = exercises / "ex2_again" / "checks.py"
    checks.write_text(checks.read_text().replace('"ex1"', '"ex2"'))
