"""Checks that are judged by a predicate, with inputs that no worker sees."""

import textwrap

import numpy as np
import pytest
from conftest import result
from support.words import said

from grader.build.generate import build_key
from grader.course.course import Course
from grader.formats import terminal
from grader.judge import implementation
from grader.judge.compare import difference
from grader.judge.examiner import Examiner
from grader.judge.grading import judge
from grader.judge.implementation import Implementation
from grader.judge.submission import Submission
from grader.report import Verdict
from grader.wire.messages import Returned, Unit
from grader.wire.values import Map, Opaque, Seq

CHECKS = '''
import numpy as np
from grader.authoring import Exercise

exercise = Exercise("ex1", title="Guessing", module="guess", framework="numpy")

def right_on_half(predicted, labels):
    """At least half of them."""
    found = float(np.mean(np.equal(predicted, labels)))
    if found >= 0.5:
        return ""
    if not np.any(predicted):
        return "it says 0 for all"
    return f"it is right too seldom\\nright on {found:.0%}"

def is_positive(number):
    return "" if number > 0 else f"{number} is not above 0"

@exercise.check(points=6, examples=4, holds=right_on_half, secret=("labels",))
def predict_signs(student, x):
    """predict knows the sign of most numbers"""
    return student.predict(x)

@exercise.check(points=4, examples=4, holds=is_positive, try_it="print(predict([1.0])[0] + 1)")
def predict_positive(student, x):
    """predict gives a positive number for the largest"""
    return float(student.predict(x)[-1])
'''
INPUTS = """
import numpy as np
from hypothesis import strategies as st
from grader.authoring import array, decimals

@st.composite
def _signs(draw, secret):
    x = sorted(draw(st.lists(decimals(1, 9), min_size=3, max_size=3)))
    x = np.array([-x[0], -x[1], x[2]])
    return {"x": array(x)} | ({"labels": array(np.sign(x))} if secret else {})

predict_signs = _signs(secret=True)
predict_positive = _signs(secret=False)
"""
REFERENCE = """
import numpy as np
def predict(x):
    # BEGIN SOLUTION
    return np.sign(x)
    # END SOLUTION
"""
WRONG = {
    "predict_zeros": '"""All are 0."""\ndef predict(x):\n    return 0 * np.sign(x)\n',
    "predict_flipped": '"""The signs are flipped."""\ndef predict(x):\n    return -np.sign(x)\n',
}


@pytest.fixture(scope="module")
def guess(tmp_path_factory, numpy_zygote):
    """A course of one exercise, and its key."""
    root = tmp_path_factory.mktemp("course")
    folder, solution = root / "exercises" / "ex1_guess", root / "solutions" / "ex1_guess"
    folder.mkdir(parents=True)
    (solution / "wrong").mkdir(parents=True)
    (folder / "checks.py").write_text(CHECKS)
    (solution / "inputs.py").write_text(INPUTS)
    (solution / "guess.py").write_text(REFERENCE)
    for name, source in WRONG.items():
        (solution / "wrong" / f"{name}.py").write_text(source)
    lesson = Course(root).lesson("ex1")
    return lesson, build_key(lesson, numpy_zygote)


@pytest.fixture
def grade(guess, numpy_zygote):
    """Grade the body of predict(x)."""
    lesson, key = guess

    def graded(body):
        source = f"import numpy as np\ndef predict(x):\n{textwrap.indent(body, '    ')}\n"
        submission = Submission("guess.py", (Unit("guess.py", source),))
        return judge(lesson, key, submission, numpy_zygote, shrink=never)

    return graded


@pytest.fixture
def examiner(guess, numpy_zygote):
    """Asks the predicates of the course."""
    with Examiner(numpy_zygote, guess[0]) as examiner:
        yield examiner


def never(check, student):
    """What is judged by a predicate is not shrunk."""
    raise AssertionError(check.name)


def test_what_holds_passes_though_it_is_not_the_reference(grade):
    """Half of the signs are enough: the predicate decides, not the reference's values."""
    assert grade("return np.where(x > 0, 1.0, np.where(x == x.min(), -1.0, 0.5))").passed


def test_what_does_not_hold_fails_with_the_reason(grade):
    """The message is the predicate's, what was measured with it."""
    found = result(grade("return np.full(3, 7.0)"), "predict_signs")
    assert found.verdict is Verdict.FAILED
    assert said(found) == "it is right too seldom\nright on 0%"
    assert found.mistake is None, "a measurement is of many causes, and flipped signs are but one"


def test_a_reason_that_is_the_same_on_all_inputs_is_no_mistakes_own(grade):
    """Nor are values that a constant gives."""
    found = result(grade("return [0, 0, 0]"), "predict_signs")
    assert said(found) == "it says 0 for all" and found.mistake is None


def test_no_worker_is_told_a_secret(guess, numpy_zygote, monkeypatch):
    """The labels are in the key, and in no request."""
    lesson, key = guess
    sent = []
    fork = numpy_zygote.fork

    def spied(limits, room):
        worker = fork(limits, room)
        calls = worker.calls
        worker.calls = lambda check, cases, *rest: sent.extend(cases) or calls(check, cases, *rest)
        return worker

    monkeypatch.setattr(numpy_zygote, "fork", spied)
    check = lesson.exercise.checks[0]
    cases = key.checks[check.name].cases
    assert all("labels" in case for case in cases)
    with Implementation(
        numpy_zygote, lesson.load_request([lesson.unit(lesson.reference)]), lesson.exercise.limits
    ) as reference:
        list(reference.outcomes(check, cases))
    assert [set(case) for case in sent] == [{"x"}] * len(cases)


def test_a_secret_is_in_no_report(grade):
    """Nor is it shown, or in the snippet; nor is the reference's answer."""
    found = result(grade("return -np.sign(x)"), "predict_signs").counterexample
    assert list(found.inputs) == ["x"]
    assert "labels" not in found.try_it
    assert (found.expected, found.returned) == ("", "[ 1.,  1., -1.]")


def test_the_author_can_say_what_to_try(grade):
    """Code of the author's, with the import that it needs; and no empty row is shown."""
    report = grade("return -np.sign(x)")
    found = result(report, "predict_positive")
    code = "from guess import predict\nprint(predict([1.0])[0] + 1)"
    assert found.counterexample.try_it == code
    assert "expected" not in terminal.render(report)


@pytest.mark.parametrize(
    "value",
    [None, "text", Opaque("a thing"), Seq("list", [1.0]), Map([("a", 1)]), float("nan")],
)
def test_a_value_that_no_check_returns_fails(guess, examiner, value):
    """A process can send anything: what the predicate can't read does not hold."""
    lesson, key = guess
    check = lesson.exercise.checks[0]
    expected, case = key.checks[check.name].expected[0], key.checks[check.name].cases[0]
    found = difference(expected, Returned(value), check, case, examiner)
    assert found.verdict is Verdict.FAILED


def test_without_secrets_leaves_the_case_whole(guess):
    """Only the request is without them."""
    lesson, key = guess
    check = lesson.exercise.checks[0]
    case = key.checks[check.name].cases[0]
    before = dict(case)
    implementation.without_secrets(check, case)
    assert case == before
    assert np.array_equal(np.sign(case["x"].numpy()), case["labels"].numpy())
