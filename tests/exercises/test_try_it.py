"""What a report offers to paste runs at Python's prompt, for every check of the exercises."""

import re
import subprocess
import sys
from itertools import pairwise

import pytest
from conftest import ROOT, SUBMISSIONS

from grader.course import Course, read_key
from grader.judge.snippet import of_check
from grader.judge.submission import Submission

pytestmark = pytest.mark.thorough

COURSE = Course(ROOT)
FILES = {
    "ex1": [SUBMISSIONS / "ex1_right.py", SUBMISSIONS / "ex1_wrong.py"],
    "ex2": [SUBMISSIONS / "ex2_right.py", SUBMISSIONS / "ex2_wrong.py"],
    "ex4": [SUBMISSIONS / "ex4_right.py", SUBMISSIONS / "ex4_wrong.py"],
    **{
        name: [SUBMISSIONS / f"{name}_right.py"]
        for name in ("ex5", "ex6", "ex7", "ex8", "ex9", "ex10", "ex11", "ex13", "ex16")
    },
}


def pasted(folder, code):
    """What Python's prompt prints, and what it complains of, when the code is pasted."""
    done = subprocess.run(
        [sys.executable, "-iq"],
        input=code,
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=240,
        env={"PATH": "", "TF_CPP_MIN_LOG_LEVEL": "3", "HOME": str(folder)},
    )
    return done.stdout, done.stderr


@pytest.mark.parametrize(
    ("name", "file"),
    [(name, file) for name, files in FILES.items() for file in files],
    ids=lambda each: getattr(each, "stem", each),
)
def test_every_check_can_be_pasted(tmp_path, name, file):
    """A right file and a wrong one; what the wrong one raises is its own."""
    lesson = COURSE.lesson(name)
    key = read_key(lesson.key_path)
    source = file.read_text(encoding="utf-8")
    (tmp_path / lesson.file_name).write_text(source, encoding="utf-8")
    for module, text in lesson.given.items():
        (tmp_path / f"{module}.py").write_text(text, encoding="utf-8")
    checks, parts = lesson.exercise.checks, []
    for check in checks:
        cases = key.checks[check.name].cases
        code = of_check(
            lesson, check, Submission(lesson.file_name, ()), cases[len(cases) // 3], 10**6
        )
        parts.append(f"print('=== {check.name}')\n{code}\n")
    out, err = pasted(tmp_path, "\n".join([*parts, "print('=== end')\n"]))
    starts = [found.start() for found in re.finditer("^=== ", out, re.MULTILINE)]
    assert len(starts) == len(checks) + 1, err[-3000:]
    assert "SyntaxError" not in err and "IndentationError" not in err
    own = {"InvalidArgumentError", "ValueError", "TypeError", "AttributeError"}
    raised = set(re.findall(r"^(?:[\w.]+\.)?(\w+Error)", err, re.MULTILINE))
    assert raised <= (own if "wrong" in file.name else set()), err[-3000:]
    if not raised:
        assert all(out[a:b].count("\n") > 1 for a, b in pairwise(starts))
