"""Data files of an exercise: for checks.py, inputs.py and the student's file, in every tier."""

import numpy as np
import pytest

from grader.build.counterexample import draw
from grader.build.generate import build_key
from grader.build.inputs_file import load_strategies
from grader.course import course as courses
from grader.course import encode_key, must_fit, sources
from grader.course.course import Course
from grader.errors import AuthorError, StaleKeyError
from grader.judge import Submission, judge
from grader.report import Verdict
from grader.sandbox import start
from grader.wire import Unit

CHECKS = """
import numpy as np
from grader.authoring import Exercise, data_path

exercise = Exercise(
    "ex1", title="t", module="m", framework="numpy", given=("drawn",), data=("x.npy", "y.txt")
)
OFFSET = float(np.load(data_path("x.npy"))[0])

@exercise.check(points=4, examples=3)
def f_values(student, i):
    '''f is the i-th number of the file'''
    return student.f(i)

@exercise.check(points=6, examples=3)
def g_values(student, i):
    '''g is the number and an offset'''
    import drawn
    text = data_path("y.txt").read_text()
    return student.g(float(np.load(data_path("x.npy"))[i]), OFFSET), text, drawn.COUNT
"""
GIVEN = """
from pathlib import Path
import numpy as np

COUNT = len(np.load(Path(__file__).with_name("x.npy")))
"""
INPUTS = """
import drawn
import numpy as np
from grader.authoring import array, data_path, given
from hypothesis import strategies as st

_COUNT = len(np.load(data_path("x.npy")))
assert _COUNT == drawn.COUNT
f_values = given(i=st.integers(0, _COUNT - 1))
g_values = given(i=st.just(2).map(lambda i: len(np.load(data_path("x.npy"))) - i))
"""
REFERENCE = """
import numpy as np

def f(i):
    return np.load("x.npy")[i]

def g(x, offset):
    return x + offset
"""


@pytest.fixture
def lesson(tmp_path):
    """An exercise with two data files, one of which is shared."""
    folder, solution = (tmp_path / name / "ex1_m" for name in ("exercises", "solutions"))
    folder.mkdir(parents=True)
    solution.mkdir(parents=True)
    np.save(folder / "x.npy", np.arange(2.0, 7.0))
    (folder / "y.txt").write_text("text")
    (folder / "checks.py").write_text(CHECKS)
    (folder / "drawn.py").write_text(GIVEN)
    (solution / "inputs.py").write_text(INPUTS)
    (solution / "m.py").write_text(REFERENCE)
    return Course(tmp_path).lesson("ex1")


def verdicts(lesson, key, zygote, source):
    """How the checks end for a source."""
    submission = Submission("m.py", (Unit("m.py", source),))
    report = judge(lesson, key, submission, zygote)
    return [check.verdict for check in report.checks], report


def test_data_can_be_read_wherever_a_file_is_graded(lesson, numpy_zygote):
    """By the student's code with `open`, and by the author's with `data_path`."""
    key = build_key(lesson, numpy_zygote)
    assert verdicts(lesson, key, numpy_zygote, REFERENCE)[0] == [Verdict.PASSED] * 2
    wrong = REFERENCE.replace("[i]", "[i - 1]")
    assert verdicts(lesson, key, numpy_zygote, wrong)[0] == [Verdict.FAILED, Verdict.PASSED]
    away = REFERENCE.replace("return x", "__import__('os').chdir('/')\n    return x")
    found, _ = verdicts(lesson, key, numpy_zygote, away)
    assert found == [Verdict.PASSED] * 2, "the checks find it from anywhere"
    elsewhere = lesson.material.lesson()
    assert elsewhere.data == lesson.data and sources(elsewhere).items() <= sources(lesson).items()
    assert verdicts(elsewhere, key, numpy_zygote, REFERENCE)[0] == [Verdict.PASSED] * 2


def test_data_can_be_read_in_every_tier(lesson, numpy_zygotes, numpy_zygote, tier):
    """Where nothing of the course can be seen, too."""
    key = build_key(lesson, numpy_zygote)
    found, report = verdicts(lesson, key, numpy_zygotes[tier], REFERENCE)
    assert (found, report.isolation) == ([Verdict.PASSED] * 2, tier.value)


def test_data_can_be_read_where_there_is_no_fork(lesson, monkeypatch, numpy_zygote):
    """As on macOS and Windows; and the key that is built there is the same."""
    key = build_key(lesson, numpy_zygote)
    monkeypatch.setenv("GRADER_SPAWN", "1")
    with start("numpy") as spawning:
        assert encode_key(build_key(lesson, spawning)) == encode_key(key)
        assert verdicts(lesson, key, spawning, REFERENCE)[0] == [Verdict.PASSED] * 2


def test_a_key_is_of_the_data(lesson, numpy_zygote):
    """With another file the answers are not those of the exercise."""
    key = build_key(lesson, numpy_zygote)
    must_fit(key, lesson)
    np.save(lesson.folder / "x.npy", np.arange(3.0, 8.0))
    changed = Course(lesson.folder.parents[1]).lesson("ex1")
    with pytest.raises(StaleKeyError, match=r"another x\.npy"):
        must_fit(key, changed)


def test_strategies_find_the_data_of_their_exercise(lesson):
    """At the top of inputs.py, and when inputs are drawn; wherever one stands."""
    strategies = load_strategies(lesson)
    assert {case["i"] for case in draw(strategies["f_values"], 9, 0)} == {0, 1, 2, 3, 4}
    assert draw(strategies["g_values"], 1, 0) == [{"i": 3}]


def test_data_that_is_missing_or_too_large_is_the_authors_error(lesson, monkeypatch):
    """It names the file."""
    (lesson.folder / "y.txt").unlink()
    with pytest.raises(AuthorError, match=r"data file y\.txt, and there is no .*ex1_m/y\.txt"):
        _ = lesson.data
    (lesson.folder / "y.txt").write_text("text")
    monkeypatch.setattr(courses, "MOST_DATA", 100)
    with pytest.raises(AuthorError, match="the data files of ex1 have"):
        _ = lesson.data


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ('"x.npy"', r"data=\S+ is a text; write a tuple"),
        ('("../x.npy",)', "name a file of the exercise's own folder"),
        ('("checks.py",)', "that is no Python file"),
        ('("/etc/passwd",)', "without a path"),
    ],
)
def test_data_is_named_without_a_path(lesson, data, said):
    """A file of the exercise's folder, and nothing else."""
    text = CHECKS.replace('("x.npy", "y.txt")', data)
    (lesson.folder / "checks.py").write_text(text)
    with pytest.raises(AuthorError, match=said):
        _ = Course(lesson.folder.parents[1]).lesson("ex1").exercise


def test_a_shared_data_file_is_copied(lesson):
    """From exercises/shared, by `grader build`."""
    shared = lesson.folder.parent / "shared"
    shared.mkdir()
    (shared / "y.txt").write_text("text")
    assert lesson.shared == {lesson.folder / "y.txt": shared / "y.txt"}
