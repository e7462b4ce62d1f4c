"""Which known mistake is named: the one that fits most, and none where it would be a guess."""

import numpy as np
import pytest

from grader.course.key import AnswerKey, KeyCheck, KeyMistake
from grader.judge.diagnosis import Diagnosis
from grader.wire.messages import Found, Line, Loaded, Outcome, Returned
from grader.wire.values import Array, Inputs

LINE = Line("mean.py", 1, "mean", "...")


def arr(numbers):
    made = np.asarray(numbers, "float64")
    return Array("array", "float64", made.shape, memoryview(made.tobytes()))


INPUTS: list[Inputs] = [{"x": arr([[i, 1.0], [2.0, 3.0 * i]])} for i in range(1, 6)]


def outcomes(f) -> list[Outcome]:
    """Those of a function of x."""
    found: list[Outcome] = []
    for inputs in INPUTS:
        x = inputs["x"]
        assert isinstance(x, Array)
        found.append(Returned(arr(f(x.numpy()))))
    return found


def mean(x):
    """The right one."""
    return x.mean(0)


@pytest.fixture
def diagnosis(toy):
    """Which mistake of the toy's function is named for the outcomes of another."""

    def diagnosed(mistakes, f, checks=("mean_values",), traits=()):
        cases = {c.name: KeyCheck(INPUTS, outcomes(mean)) for c in toy.exercise.checks}
        known = [
            KeyMistake(name, (hint,), "mean", kept, tuple(own))
            for name, hint, kept, own in mistakes
        ]
        key = AnswerKey("ex1", {}, 0, True, {}, {}, cases, known, {})
        found = Found("function", True, "(x)", traits=dict.fromkeys(traits, LINE))
        made = Diagnosis(toy, key, None, Loaded({"mean": found}, []))  # type: ignore[arg-type]
        ran = [c for c in toy.exercise.checks if c.name in checks]
        made.outcomes.update({check.name: list(outcomes(f)) for check in ran})
        named = made.of(ran[-1])
        return named and named.name

    return diagnosed


def kept(f, *checks):
    """A mistake's outcomes in the checks."""
    return {name: dict(enumerate(outcomes(f))) for name in checks or ("mean_values",)}


def total(x):
    """A sum in place of the mean."""
    return x.sum(0)


def test_the_same_outcomes_are_the_mistake(diagnosis):
    """All of them, and not by chance."""
    mistakes = [("mean_sum", "These are sums.", kept(total), ())]
    assert diagnosis(mistakes, total) == "mean_sum"
    assert diagnosis(mistakes, lambda x: x.sum(0) + 1) is None
    zeros = [("mean_zero", "It is 0.", kept(lambda x: 0 * x[0]), ())]
    assert diagnosis(zeros, lambda x: 0 * x[0]) is None


def test_where_two_causes_fit_alike_none_is_named(diagnosis):
    """But with one hint for both, it holds for either."""
    one = ("mean_sum", "These are sums.", kept(total), ())
    assert diagnosis([one, ("mean_twice", "Twice.", kept(total), ())], total) is None
    same = ("mean_twice", "These are sums.", kept(total), ())
    assert diagnosis([one, same], total) == "mean_sum"


def test_the_one_that_fits_more_checks_is_named(diagnosis):
    """One that would fail a check in another way is less likely."""
    both = ("mean_sum", "These are sums.", kept(total, "mean_shape", "mean_values"), ())
    one = ("mean_half", "Half of it.", kept(total), ())
    checks = ("mean_shape", "mean_values")
    assert diagnosis([one, both], total, checks) == "mean_sum"
    other = kept(total) | kept(lambda x: x.max(0), "mean_shape")
    assert diagnosis([("mean_max", "The largest.", other, ()), one], total, checks) == "mean_half"


def test_what_values_can_not_tell_the_source_does(diagnosis):
    """An array that comes back as it went in."""
    mistakes = [("mean_rebinds", "You rebind.", kept(lambda x: x), ("rebinds",))]
    assert diagnosis(mistakes, lambda x: x, traits=["rebinds"]) == "mean_rebinds"
    assert diagnosis(mistakes, lambda x: x, traits=["lazy"]) is None
    assert diagnosis(mistakes, lambda x: x) is None
