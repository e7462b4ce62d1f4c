"""A report has a length, whatever a student's process had a part in; an ordinary one is not cut."""

from dataclasses import replace

import pytest
from support.fabricated import class_of

from grader.formats import json
from grader.judge import bounds
from grader.judge.bounds import bounded, bounded_problems
from grader.report import CheckResult, Counterexample, Problem, Report, Status, Verdict
from grader.text import Message

CHECK = CheckResult("mean_values", "the title", "mean", Verdict.ERROR, 0.0, 1.0)
MOST = bounds.MAX_REPORT + 50_000


def nested(depth: int) -> Message:
    """Messages in messages."""
    message = Message("{a}", a="x" * 25_000)
    for _ in range(depth):
        message = Message("{a}{a}", a=message, b="y" * 25_000)
    return message


HOSTILE = {
    "letters": Message("{a}", a="x" * 25_000),
    "controls": Message("{a}", a="\x00" * 25_000),
    "snakes": Message("{a}", a="🐍" * 25_000),
    "halves": Message("{a}", a="\ud800" * 25_000),
    "quotes": Message("{a}", a='"\\' * 12_000),
    "facts": Message("nothing", **{f"f{n}": "x" * 25_000 for n in range(20)}),
    "names of facts": Message("nothing", **{"n" * 3_000_000: 1}),
    "a template": Message("{a}" * 600, a="x" * 25_000),
    "nested": nested(4),
    "nested deep": nested(300),
}


def report(check: CheckResult, problem: Problem, count: int) -> Report:
    """A report of that many checks and problems, within its bounds."""
    checks, problems = tuple(bounded([check] * count)), tuple(bounded_problems([problem] * count))
    status = Status.GRADED
    return Report("ex1", "Means", "m.py", status, "open", 0.5, "k", True, checks, problems)


@pytest.mark.parametrize("count", [1, 8, 40])
@pytest.mark.parametrize("what", HOSTILE)
def test_a_report_has_a_length(what, count):
    """As JSON, with every text of it as hostile as it can be."""
    message, text = HOSTILE[what], str(HOSTILE[what])[:25_000]
    shown = Counterexample({}, "", text, "")
    check = replace(CHECK, message=message, details=(message,) * 99, output=text)
    check = replace(check, counterexample=shown)
    problem = Problem(text[:1000], 2**63, message, text[:1000])
    made = report(check, problem, count)
    assert len(json.render(made).encode()) < MOST
    assert str(made.checks[0].message)[:100] == str(message)[:100]


def test_what_is_ordinary_is_not_cut():
    """Reports of real checks, and one of a file that prints as much as it may in each check."""
    for entry in class_of(60).entries:
        if entry.report is not None:
            assert tuple(bounded(entry.report.checks)) == entry.report.checks
            assert tuple(bounded_problems(entry.report.problems)) == entry.report.problems
    loud = [replace(CHECK, message=Message("{a}: {b}", a="E", b="x" * 2000), output="y" * 9_000)]
    assert list(bounded(loud * 13)) == loud * 13


def test_what_is_cut_says_so():
    """With the sign of it at its end."""
    (check,) = bounded([replace(CHECK, message=HOSTILE["letters"], output="x" * 300_000)])
    assert str(check.message).endswith("x…")
    assert check.output.endswith("x…")
