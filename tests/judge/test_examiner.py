"""Predicates: asked in a worker of their own, within limits; and whose fault a failure is."""

import os
import shutil
import textwrap
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import ROOT, result
from support.words import said

from grader.build.generate import build_key
from grader.build.handout import build_stub
from grader.build.verify import verify_exercise
from grader.course.course import Course
from grader.course.key import write_key
from grader.errors import AuthorError
from grader.judge.compare import TOO_LARGE, difference
from grader.judge.examiner import Examiner
from grader.judge.form import as_lists, fits
from grader.judge.grading import judge
from grader.judge.submission import Submission
from grader.report import Status, Verdict
from grader.sandbox.spawn import Spawner
from grader.sandbox.zygote import Zygote
from grader.wire.frames import MAX_FRAME
from grader.wire.messages import Returned, Unit
from grader.wire.values import Array, Map, Opaque, Seq

COURSE = ROOT / "tests" / "guessing"
CHECKS = (COURSE / "exercises/ex1_guess/checks.py").read_text(encoding="utf-8")
RIGHT = (COURSE / "solutions/ex1_guess/guess.py").read_text(encoding="utf-8")


def written(root: Path, checks: str = CHECKS):
    """The course in a folder, with other checks."""
    shutil.copytree(COURSE, root, dirs_exist_ok=True)
    (root / "solutions/ex1_guess/right").mkdir(exist_ok=True)
    (root / "exercises/ex1_guess/checks.py").write_text(checks)
    return Course(root).lesson("ex1")


@pytest.fixture(scope="module")
def guess(tmp_path_factory, numpy_zygote):
    """The exercise and its key."""
    lesson = written(tmp_path_factory.mktemp("course"))
    return lesson, build_key(lesson, numpy_zygote)


@pytest.fixture
def grade(guess, numpy_zygote):
    """Grade the right file with some more lines."""

    def graded(lines, zygote=numpy_zygote):
        source = RIGHT + textwrap.dedent(lines)
        submission = Submission("guess.py", (Unit("guess.py", source),))
        lesson, key = guess
        return judge(lesson, key, submission, zygote)

    return graded


def memory_of_the_judge() -> int:
    """The most that this process has used, in bytes."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) << 10 for line in lines if line.startswith("VmHWM"))


TOO_MUCH = {
    "texts of which NumPy makes one wide array": (
        "guess_signs",
        "def guess(x): return ['a'] * 9_000 + ['b' * 20_000]",
        {Verdict.FAILED, Verdict.TIMEOUT},
    ),
    "a column against a row": (
        "guess_signs",
        "def guess(x): return np.zeros((3_000_000, 1), 'int8')",
        {Verdict.FAILED, Verdict.TIMEOUT},
    ),
    "two lists compared each with each": (
        "pairs_none",
        "def pairs(): return [{'a': i} for i in range(5_000)]",
        {Verdict.TIMEOUT},
    ),
    "an expression that tries everything": (
        "word_plain",
        "def word(): return 'a' * 60 + 'b'",
        {Verdict.TIMEOUT},
    ),
}


@pytest.mark.parametrize(("check", "lines", "verdicts"), TOO_MUCH.values(), ids=TOO_MUCH)
def test_a_value_that_is_too_much_for_a_predicate_costs_its_own_worker(
    grade, check, lines, verdicts
):
    """It fails with a line that says why, the others are judged, and the judge stays small."""
    grade("")
    Path("/proc/self/clear_refs").write_text("5")
    before = memory_of_the_judge()
    report = grade(lines)
    assert memory_of_the_judge() - before < 300 << 20
    found = result(report, check)
    assert found.verdict in verdicts
    assert "too large to be looked at" in said(found)
    assert report.status is Status.GRADED
    others = [each for each in report.checks if each.function != found.function]
    assert all(each.verdict is Verdict.PASSED for each in others)


def test_a_predicate_is_asked_where_no_line_of_a_students_runs(grade):
    """Neither in the judge nor in the student's worker, whatever that patches there."""
    report = grade("""
        import os
        np.equal = lambda a, b: np.ones(len(a))
        def guess(x): return 0 * x
        def place(): return os.getpid()
    """)
    assert said(result(report, "guess_signs")) == "too few"
    where = result(report, "place_none").message.facts["here"]
    assert where != os.getpid()
    again = grade("import os\ndef place(): return os.getpid()")
    assert result(again, "place_none").message.facts["here"] != where


def test_it_is_asked_so_where_there_is_no_fork(grade):
    """Workers that are started one by one have the same limits."""
    with Spawner("numpy") as spawner:
        report = grade("def word(): return 'a' * 60 + 'b'", spawner)
    assert result(report, "word_plain").verdict is Verdict.TIMEOUT
    assert result(report, "guess_signs").verdict is Verdict.PASSED


@pytest.mark.isolation
def test_it_is_asked_so_in_each_tier(grade, tier, isolation):
    """A predicate's worker is locked down as any other."""
    with Zygote("numpy", tier) as zygote:
        report = grade("def word(): return 'a' * 60 + 'b'", zygote)
    assert result(report, "word_plain").verdict is Verdict.TIMEOUT
    assert result(report, "guess_rank").verdict is Verdict.PASSED


# --- whose fault it is ---------------------------------------------------------------------


def test_a_predicate_that_raises_on_a_right_value_leaves_it_ungraded(grade):
    """A list where an array is right is as right: that it has no `ndim` is the author's mistake."""
    report = grade("def guess(x): return [float(n) for n in np.sign(x)]")
    assert report.status is Status.UNGRADED
    found = result(report, "guess_rank")
    assert found.verdict is Verdict.UNGRADED
    line = CHECKS.splitlines().index("def has_rank(predicted, x):") + 3
    assert f"checks.py, line {line}" in said(found)
    assert "guess_rank" in said(found)
    assert "AttributeError" in said(found)
    assert result(report, "guess_signs").verdict is Verdict.PASSED


@pytest.mark.parametrize("value", ["None", "'text'", "x > 'a'", "[[1, 2], 3]", "{'a': x}", "x[:7]"])
def test_a_predicate_that_raises_on_another_form_fails_the_student(grade, value):
    """What is no vector of numbers of this length is the student's mistake."""
    report = grade(f"def guess(x): return {value}")
    assert report.status is Status.GRADED
    assert result(report, "guess_signs").verdict in (Verdict.FAILED, Verdict.ERROR)


RAISING = {
    "returns None": ("if predicted.ndim == 1:\n        return", "it returned None"),
    "raises": ("raise KeyError('labels')", "KeyError"),
    "returns a hint alone": (
        "from grader.authoring import Hint\n    return Hint('Go on.')",
        "it returned a Hint alone",
    ),
    "returns numbers": ("return [0.5]", "it returned a list"),
}


@pytest.mark.parametrize(("body", "words"), RAISING.values(), ids=RAISING)
def test_build_refuses_a_predicate_that_raises_on_the_reference(
    tmp_path, numpy_zygote, body, words
):
    """The author reads the file, the line and the check."""
    first = "def has_rank(predicted, x):\n"
    lesson = written(tmp_path, CHECKS.replace(first, f"{first}    {body}\n"))
    with pytest.raises(AuthorError, match=words) as error:
        build_key(lesson, numpy_zygote)
    assert "checks.py, line" in str(error.value)
    assert "guess_rank" in str(error.value)


@pytest.mark.slow
def test_verify_finds_a_predicate_that_would_raise_on_a_list(guess):
    """Though no right file returns one."""
    lesson, key = guess
    write_key(lesson.key_path, key)
    (lesson.folder / lesson.file_name).write_text(build_stub(lesson))
    found = verify_exercise(lesson, lambda *step: None, quick=True)
    assert any("has no attribute 'ndim'" in fault and "line" in fault for fault in found.faults)


def test_what_has_the_form_of_another_value(grade):
    """Numbers fit where wider ones are expected, lists where arrays are, and items of one form."""
    three = Seq("list", [1, 0, 1])
    assert fits(Seq("list", [0.5, 1.5, 2.5]), three)
    assert not fits(three, Seq("list", [0.5, 1.5, 2.5]))
    assert not fits(three, Seq("list", [1, 0]))
    rows = Seq("list", [Map([("a", 1)]), Map([("a", 2)])])
    assert fits(rows, Seq("tuple", [Map([("a", 3)])] * 5))
    assert not fits(rows, Seq("list", [Map([("b", 3)])]))
    assert fits(None, None)
    assert not fits("text", 1)
    assert not fits(three, Opaque("numpy array"))


def test_a_question_is_asked_once(guess, numpy_zygote):
    """Known mistakes are compared with the same value many times."""
    lesson, key = guess
    check, cases = lesson.exercise.checks[0], key.checks["guess_signs"]
    with Examiner(numpy_zygote, lesson) as examiner:
        expected = cases.expected[0]
        assert isinstance(expected, Returned)
        assert not examiner.said(check, expected.value, cases.cases[0]).messages
        examiner.close()
        assert not examiner.said(check, expected.value, cases.cases[0]).messages
        assert not examiner.said(check, as_lists(expected.value), cases.cases[0]).messages


def test_a_worker_for_predicates_has_the_limits_of_its_exercise(guess, numpy_zygote):
    """A predicate that needs more than the default can have it."""
    lesson, key = guess
    check, cases = lesson.exercise.checks[2], key.checks["pairs_none"]
    value = Seq("list", [Map([("a", i)]) for i in range(3000)])
    limits = lesson.exercise.limits
    lesson.exercise.limits = replace(limits, predicate_seconds=60)
    try:
        with Examiner(numpy_zygote, lesson) as examiner:
            assert not examiner.said(check, value, cases.cases[0]).messages
    finally:
        lesson.exercise.limits = limits


def test_a_value_as_large_as_an_answer_may_be_is_too_large(guess, numpy_zygote):
    """With the inputs that a predicate is given, it fits into no question."""
    lesson, key = guess
    check, cases = lesson.exercise.checks[0], key.checks["guess_signs"]
    value = Array("array", "uint8", (MAX_FRAME - 100,), memoryview(bytes(MAX_FRAME - 100)))
    with Examiner(numpy_zygote, lesson) as examiner:
        found = difference(cases.expected[0], Returned(value), check, cases.cases[0], examiner)
    assert found is not None
    assert found.verdict is Verdict.FAILED
    assert found.message == TOO_LARGE
