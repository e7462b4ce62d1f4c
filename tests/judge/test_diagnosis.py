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
        return named and named.name, " ".join(map(str, made.told.get(ran[-1].name, [])))

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
    assert diagnosis(mistakes, total)[0] == "mean_sum"
    assert diagnosis(mistakes, lambda x: x.sum(0) + 1)[0] is None
    zeros = [("mean_zero", "It is 0.", kept(lambda x: 0 * x[0]), ())]
    assert diagnosis(zeros, lambda x: 0 * x[0])[0] is None


def test_where_two_causes_fit_alike_none_is_named(diagnosis):
    """But with one hint for both, it holds for either."""
    one = ("mean_sum", "These are sums.", kept(total), ())
    assert diagnosis([one, ("mean_twice", "Twice.", kept(total), ())], total)[0] is None
    same = ("mean_twice", "These are sums.", kept(total), ())
    assert diagnosis([one, same], total)[0] == "mean_sum"


def test_the_one_that_fits_more_checks_is_named(diagnosis):
    """One that would fail a check in another way is less likely."""
    both = ("mean_sum", "These are sums.", kept(total, "mean_shape", "mean_values"), ())
    one = ("mean_half", "Half of it.", kept(total), ())
    checks = ("mean_shape", "mean_values")
    assert diagnosis([one, both], total, checks)[0] == "mean_sum"
    other = kept(total) | kept(lambda x: x.max(0), "mean_shape")
    assert (
        diagnosis([("mean_max", "The largest.", other, ()), one], total, checks)[0] == "mean_half"
    )


def test_what_values_can_not_tell_the_source_does(diagnosis):
    """An array that comes back as it went in."""
    mistakes = [("mean_rebinds", "You rebind.", kept(lambda x: x), ("rebinds",))]
    assert diagnosis(mistakes, lambda x: x, traits=["rebinds"])[0] == "mean_rebinds"
    assert diagnosis(mistakes, lambda x: x, traits=["lazy"])[0] is None
    assert diagnosis(mistakes, lambda x: x)[0] is None


def test_a_known_mistake_under_another(diagnosis):
    """What was done to its result is said beside the hint."""

    def odd(x):
        return x.max(0) ** 3 + x[0]

    mistakes = [("mean_odd", "It is odd.", kept(odd), ())]
    twice = diagnosis(mistakes, lambda x: 2 * odd(x))
    assert twice == (
        "mean_odd",
        "two things meet: what the hint says, and besides, the result is twice the expected one",
    )
    assert diagnosis(mistakes, lambda x: odd(x).sum())[0] == "mean_odd"
    assert diagnosis(mistakes, lambda x: odd(x) ** 2)[0] is None
    other = ("mean_half", "It is half of it.", kept(lambda x: odd(x) / 2), ())
    assert diagnosis([*mistakes, other], lambda x: 2 * odd(x))[0] is None


def test_what_the_numbers_show_comes_before_two_things(diagnosis):
    """The simpler of two that hold."""
    mistakes = [("mean_sum", "These are sums.", kept(total), ())]
    shown = diagnosis(mistakes, lambda x: 3 * mean(x))
    assert shown == (
        None,
        "the numbers show: the result is 3 times the expected one, on every input",
    )


def test_what_wrong_results_share_comes_last(diagnosis):
    """A known mistake tells more, also one with something done beside it."""

    def close(x):
        return mean(x) * (1 + 1e-3 * np.sin(x[0]))

    shared = (
        "the numbers show: every wrong number is within 0.1 % of the expected one, on every input"
    )
    assert diagnosis([], close) == (None, shared)
    mistakes = [("mean_close", "It is close.", kept(close), ())]
    assert diagnosis(mistakes, close) == ("mean_close", "")
    odd = [("mean_odd", "It is odd.", kept(lambda x: close(x) / 2), ())]
    named, told = diagnosis(odd, close)
    assert named == "mean_odd" and told.startswith("two things meet")
