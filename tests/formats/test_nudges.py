"""In a student's folder a report shows the first level of a hint, and how to ask for more."""

import pytest

from grader.formats import Options, named
from grader.report import CheckResult, Counterexample, Mistake, Report, Status, Verdict

SHOWN = Counterexample({"x": "1"}, "2", "3", "")
SUM = Mistake("f_sum", ("A sum.", "Divide it.", "By N."))


def failed(name, mistake=None, verdict=Verdict.FAILED):
    """A check of f that did not pass."""
    return CheckResult(name, name, "f", verdict, 0, 1, counterexample=SHOWN, mistake=mistake)


def told(*checks, **options):
    """The report in a line."""
    report = Report("ex1", "T", "f.py", Status.GRADED, "open", 0, "k", True, checks)
    return " ".join(named("terminal")(report, Options(**options)).split())


def test_the_nudge_is_shown_and_the_command_that_says_more():
    """The function is named where that means the check."""
    first = told(failed("f_values", SUM), failed("f_dtype"), nudges=True)
    assert "hint A sum. (grader hint ex1 f says more)" in first and "Divide" not in first
    waits = failed("f_shape", verdict=Verdict.SKIPPED)
    assert "grader hint ex1 f says more" in told(waits, failed("f_values", SUM), nudges=True)


def test_another_check_of_the_function_is_named():
    """The function alone would mean the first that failed."""
    both = told(failed("f_shape"), failed("f_values", SUM), nudges=True, verbose=True)
    assert "grader hint ex1 f_values says more" in both


def test_a_hint_of_one_level_has_no_more():
    """So no command is named."""
    one = told(failed("f_values", Mistake("f_sum", ("A sum.",))), nudges=True)
    assert "hint A sum." in one and "grader hint" not in one


def test_where_no_mistake_is_recognised_the_general_hint_can_be_asked_for():
    """If its author wrote one."""
    hinted = frozenset({"f_values"})
    assert "hint grader hint ex1 f try" in told(failed("f_values"), nudges=True, hinted=hinted)
    assert "hint" not in told(failed("f_dtype"), nudges=True, hinted=hinted)


@pytest.mark.parametrize("format_", ["terminal", "markdown", "html"])
def test_elsewhere_a_hint_is_shown_whole(format_):
    """A letter, a page, a folder that remembers nothing."""
    report = Report("ex1", "T", "f.py", Status.GRADED, "open", 0, "k", True, (failed("f", SUM),))
    text = named(format_)(report, Options())
    assert "A sum." in text and "Divide it." in text and "By N." in text
    assert "grader hint" not in text
