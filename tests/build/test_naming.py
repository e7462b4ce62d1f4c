"""What a course's check of itself asks of the words for a known mistake."""

from dataclasses import replace

import pytest

from grader.build.mutants import Mutant
from grader.build.naming import faults_of_words
from grader.judge import KEYS_DIFFER
from grader.report import CheckResult, Mistake, Verdict
from grader.text import Message

SHOWN = [Message("the numbers show: the result is 0 on every input")]


def mistake():
    return Mutant("f_zero", ("It is zero.",), "f", [])


def lost(name, *hints, verdict=Verdict.FAILED):
    """A result that costs points, named by the hints."""
    named = Mistake("other" if hints != mistake().hints else "f_zero", hints) if hints else None
    return CheckResult(name, "title", "f", verdict, 0.0, 1.0, Message("it differs"), mistake=named)


def test_a_mistake_is_named_or_told_somewhere():
    """Not in every check that it fails: in some, its outcomes are those of many."""
    passed = CheckResult("f_shape", "title", "f", Verdict.PASSED, 1.0, 1.0)
    own, unnamed = lost("f_values", "It is zero."), lost("f_gradient")
    assert faults_of_words(mistake(), [passed, own, unnamed], {}, {}) == []
    assert faults_of_words(mistake(), [unnamed], {"f_gradient": SHOWN}, {}) == []
    (fault,) = faults_of_words(mistake(), [passed, unnamed], {"f_gradient": []}, {})
    assert fault.startswith("wrong/f_zero.py is named in none of the checks that it fails (f_grad")


def test_what_one_case_shows_is_caught_and_need_not_be_named():
    """A single number may have any cause."""
    unnamed = lost("f_values")
    assert faults_of_words(mistake(), [unnamed], {}, {"f_values": 1}) == []
    assert len(faults_of_words(mistake(), [unnamed], {}, {"f_values": 2})) == 1


def test_a_measurement_that_keeps_a_mistake_from_its_name_is_what_is_said():
    """Of a predicate's messages: those of a check of values have the numbers of an example."""
    measured = replace(lost("f_holds"), details=(Message("right on {n} of 9", n=3),))
    (fault,) = faults_of_words(mistake(), [measured], {}, {})
    assert '"right on 3 of 9", which has a number in it' in fault and "a constant" not in fault
    (fault,) = faults_of_words(mistake(), [measured], {}, {"f_holds": 2})
    assert "a constant" in fault


@pytest.mark.parametrize(
    ("verdict", "message"),
    [
        (Verdict.FAILED, Message("returned {got}, expected {count} values", got="1.0", count=2)),
        (Verdict.FAILED, Message(KEYS_DIFFER, difference="'m' missing")),
        (
            Verdict.FAILED,
            Message(
                "value of {key}: {difference}",
                key="'from one seed'",
                difference=Message(
                    "returned {returned}, expected {expected}", returned="'two'", expected="'one'"
                ),
            ),
        ),
        (
            Verdict.ERROR,
            Message("raised {error}, expected {kind}", error="no", kind="it"),
        ),
    ],
)
def test_something_else_that_came_back_says_it_itself(verdict, message):
    """Another kind of value, other keys, or an exception where another is asked."""
    found = replace(lost("f_values", verdict=verdict), message=message)
    assert faults_of_words(mistake(), [found], {}, {}) == []


def test_another_hint_is_wrong_anywhere():
    """Even where its own is given in another check."""
    results = [lost("f_values", "It is zero."), lost("f_gradient", "It is one.")]
    assert faults_of_words(mistake(), results, {}, {}) == [
        "wrong/f_zero.py is diagnosed as other in f_gradient"
    ]


def test_it_must_lose_points_for_a_reason_of_its_own():
    """And what the grader could not grade is a fault of the grader's."""
    assert faults_of_words(mistake(), [], {}, {}) == ["wrong/f_zero.py loses no points"]
    ungraded = lost("f_values", verdict=Verdict.UNGRADED)
    assert faults_of_words(mistake(), [ungraded], {}, {}) == [
        "wrong/f_zero.py: f_values is ungraded: it differs"
    ]
    assert faults_of_words(mistake(), [lost("f_values", verdict=Verdict.TIMEOUT)], {}, {}) == []


def test_a_name_that_is_missing_says_it_itself():
    """It is the student's own, and the report has its line."""
    for kind, faults in (("NameError", 0), ("TypeError", 1)):
        said = Message("{type}: {text}", type=kind, text="name 'params' is not defined")
        found = replace(lost("f_values", verdict=Verdict.ERROR), message=said)
        assert len(faults_of_words(mistake(), [found], {}, {})) == faults
