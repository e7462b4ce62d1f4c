"""What the READMEs of the exercises in TensorFlow show: each line behind `>>>` gives what is below.

The exercises in NumPy are asked the same beside what else holds for all of these.
"""

import json
import subprocess
import sys

import pytest
from conftest import ROOT

SHOWING = ("ex1", "ex2", "ex12", "ex14")
"""ex3 and ex15 show no values: a network that has just been made gives others each time."""

ASKING = f"""
import json, sys
from pathlib import Path
from grader.course import Course
from support.worked import false_ones

found = {{}}
for name in {SHOWING}:
    lesson = Course(Path({str(ROOT)!r})).lesson(name)
    sys.path[0] = str(lesson.folder)
    for module in lesson.given:
        sys.modules.pop(module, None)
    for readme in ("README.md", "README.zh-TW.md"):
        found[f"{{name}} {{readme}}"] = false_ones(lesson.folder / readme, lesson.reference)
print(json.dumps(found))
"""


@pytest.mark.tensorflow
def test_the_numbers_of_the_readmes_are_those_of_the_references():
    """In both languages; in one process of its own, because the references import Keras."""
    done = subprocess.run(
        [sys.executable, "-c", ASKING], cwd=ROOT / "tests", capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found = json.loads(done.stdout)
    assert len(found) == 2 * len(SHOWING)
    assert all(asked >= 2 for asked, _ in found.values()), found
    assert {where: false for where, (_, false) in found.items() if false} == {}
