"""What the processes of a class load: each of them pays for it."""

import subprocess
import sys

import pytest

SLOW = {"hypothesis", "jinja2", "sqlite3", "grader.classroom.collect", "grader.build.generate"}


@pytest.mark.parametrize(
    ("module", "unneeded"),
    [
        ("grader.classroom.grading.lane", SLOW),
        ("grader.cli.whole_class", {"hypothesis", "jinja2", "grader.build.generate"}),
    ],
)
def test_a_process_loads_what_it_uses(module, unneeded):
    """A lane grades and writes no pages; a batch that is given a key builds none."""
    code = f"import sys, {module}; print(*sys.modules, sep='\\n')"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    loaded = set(done.stdout.split())
    assert module in loaded
    assert not loaded & unneeded


@pytest.mark.parametrize("name", ["grader.classroom", "grader.classroom.grading"])
def test_each_name_of_a_face_is_there(name):
    """Loaded late or not: what a room says it has can be had, and nothing else."""
    code = f"import {name} as face; [getattr(face, n) for n in face.__all__]; face.nothing"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert f"module '{name}' has no attribute 'nothing'" in done.stderr
