"""The report on the screen of `grader watch`, also of a grading that goes on."""

import pytest

from grader import formats
from grader.report import CheckResult, Counterexample, Mistake, Report, Status, Verdict
from grader.text import Message

HINTS = ("Divide by the number of rows.", "That is `len(x)`.")


def check(name, verdict=Verdict.PASSED, **facts):
    """The result of a check of the function that its name begins with."""
    points = 1.0 if verdict is Verdict.PASSED else 0.0
    return CheckResult(name, f"what {name} asks", name.split("_")[0], verdict, points, 1.0, **facts)


FAILED = check(
    "mean_values",
    Verdict.FAILED,
    message=Message("values differ"),
    counterexample=Counterexample({"x": "[1, 2]"}, "1.5", "3", ""),
    mistake=Mistake("mean_sum", HINTS),
)
UNWRITTEN = check("spread_values", Verdict.NOT_ATTEMPTED, message=Message("it is not written"))


def shown(*checks, pending=None, hinted=frozenset(), more="h"):
    """What a screen of 80 columns shows of these results."""
    report = Report("ex1", "Means", "mean.py", Status.GRADED, "open", 0.1, "", True, checks)
    options = formats.Options(nudges=True, hinted=hinted, more=more)
    return formats.watched()(report, options, pending)


def test_what_fails_is_shown_whole_and_the_rest_in_a_line():
    """With its example and the first level of its hint; a key says more. No score, no head."""
    text = shown(check("mean_shape"), FAILED, check("spread_values"))
    assert "what mean_values asks" in text and "[1, 2]" in text
    assert f"{HINTS[0]} (h says more)" in text and HINTS[1] not in text
    assert "\n✓ spread " in text and "what spread_values asks" not in text
    assert "score" not in text and "ex1 Means" not in text


def test_what_is_not_written_is_shown_by_what_it_is_to_do():
    """Where nothing fails: of the first function its checks, the others in a line."""
    text = shown(check("mean_values"), UNWRITTEN, check("last_values", Verdict.NOT_ATTEMPTED))
    assert "it is not written" in text and "what spread_values asks" in text
    assert "what last_values asks" not in text and "\n· last" in text


def test_what_is_still_asked_is_named():
    """A function with checks to come is not said to pass; one of which nothing is known has its
    name, not those of its checks.
    """
    pending = {"mean_purity": "mean", "spread_shape": "spread", "spread_values": "spread"}
    text = shown(check("mean_shape"), pending=pending)
    assert "✓ what mean_shape asks" in text and "✓ mean" not in text
    assert "still to come: mean_purity, spread\n" in text
    text = shown(FAILED, check("spread_shape"), pending={"spread_values": "spread"})
    assert "✓ spread" not in text and "still to come: spread_values\n" in text


@pytest.mark.parametrize("more", ["h", ""])
def test_a_general_hint_is_a_key_away(more):
    """Or a command."""
    plain = check("mean_values", Verdict.FAILED, message=Message("values differ"))
    text = shown(plain, hinted=frozenset(["mean_values"]), more=more)
    assert ("(h says more)" if more else "grader hint ex1 mean") in text
