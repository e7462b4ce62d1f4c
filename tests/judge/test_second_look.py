"""A failure is looked at again: what is said of it changes, and no verdict does."""

import json
import shutil
import textwrap

import pytest
from conftest import ROOT
from support.words import said

from grader.build import live, load_strategies
from grader.cli.program import main
from grader.judge.grading import judge
from grader.judge.implementation import Implementation
from grader.judge.second_look import KEEPS, VARIES
from grader.judge.submission import Submission
from grader.report import Status, Verdict
from grader.wire.messages import Unit

SPREAD = "def spread(x):\n    return x.min(), x.max()\n"

STATEFUL = {
    "momentum": ("velocity = [0.0]", "velocity[0] += 0.5\nreturn x.mean(0) + velocity[0] - 0.5"),
    "a counter": ("calls = []", "calls.append(1)\nreturn x.mean(0) + (len(calls) > 3)"),
    "a cache": ("seen = {}", "seen.setdefault(x.shape, x.mean(0))\nreturn seen[x.shape]"),
    "a growing list": ("rows = []", "rows.extend(x)\nreturn np.mean(rows, axis=0)"),
}
STATEFUL["an error at every second call"] = (
    "",
    "calls.append(1)\nreturn x.mean(0) if len(calls) % 2 else x.undefined",
)
VARYING = {
    "a draw without a seed": "return x.mean(0) * rng.uniform(2, 3) + rng.uniform(1, 2)",
    "noise": "return x.mean(0) + rng.normal(size=x.shape[1]) + 9",
    "every other call": "calls.append(1)\nreturn x.mean(0) + len(calls)",
}
WRONG = {
    "nan": "return x.mean(0) * np.nan",
    "a sum": "return (x + 1).sum(0) * 3",
    "an error": "return x.mean(0) + undefined",
    "a random draw with a seed": "return x.mean(0) + np.random.rand() + 1",
    "a network's first step": "return x.mean(0) + np.random.default_rng(0).normal() + 1",
}


@pytest.fixture
def grade(toy, toy_key, numpy_zygote):
    """Grade the body of mean(x), with what stands above it."""

    def graded(body, above="", shrink=None):
        above = f"import numpy as np\nrng = np.random.default_rng()\ncalls = []\n{above}\n"
        source = f"{above}def mean(x):\n{textwrap.indent(body, '    ')}\n{SPREAD}"
        submission = Submission("mean.py", (Unit("mean.py", source),))
        return judge(toy, toy_key, submission, numpy_zygote, shrink=shrink)

    return graded


def first(report):
    """The first result that is neither right nor waiting for another."""
    fine = (Verdict.PASSED, Verdict.SKIPPED)
    return next(check for check in report.checks if check.verdict not in fine)


@pytest.mark.parametrize("kind", STATEFUL)
def test_what_is_right_at_the_first_call_is_told_so(grade, kind):
    """Whoever tries the example sees the right value: the cause is in the calls before."""
    above, body = STATEFUL[kind]
    found = first(grade(body, above))
    assert found.verdict in (Verdict.FAILED, Verdict.ERROR)
    assert str(KEEPS) in said(found)


@pytest.mark.parametrize("kind", VARYING)
def test_what_changes_from_call_to_call_is_told_so(grade, kind):
    """It is asked twice in a new worker."""
    assert str(VARIES) in said(first(grade(VARYING[kind])))


@pytest.mark.parametrize("kind", WRONG)
def test_what_is_simply_wrong_is_told_neither(grade, kind):
    """Random numbers of the libraries are seeded before each call."""
    found = first(grade(WRONG[kind]))
    assert found.verdict in (Verdict.FAILED, Verdict.ERROR)
    assert str(KEEPS) not in said(found) and str(VARIES) not in said(found)


@pytest.mark.parametrize("kind", [*STATEFUL, *VARYING])
def test_a_search_that_finds_no_firm_ground_ends_nothing(grade, toy, numpy_zygote, kind):
    """Hypothesis raises FlakyFailure for a function that is right and wrong in turn."""
    above, body = STATEFUL.get(kind) or ("", VARYING[kind])
    strategies = load_strategies(toy)
    reference = toy.load_request([toy.unit(toy.reference)])
    source = f"import numpy as np\nrng = np.random.default_rng()\ncalls = []\n{above}\n"
    source += f"def mean(x):\n{textwrap.indent(body, '    ')}\n{SPREAD}"
    request = toy.load_request([Unit("mean.py", source)])
    (check,) = [check for check in toy.exercise.checks if check.name == "mean_values"]
    limits = toy.exercise.limits
    with (
        Implementation(numpy_zygote, request, limits) as student,
        Implementation(numpy_zygote, reference, limits) as right,
    ):
        live(check, strategies[check.name], student, right, 200)


def test_no_verdict_depends_on_the_second_look(grade):
    """Not though the smaller example fails in another way, and not though none is found."""
    body = "return x.mean(0) + 5 if len(x) > 1 else x.mean(0) + undefined"
    plain = grade(body)
    for shrink in (lambda check, student: None, _broken):
        again = grade(body, shrink=shrink)
        assert [c.verdict for c in again.checks] == [c.verdict for c in plain.checks]
        assert again.score == plain.score and again.status is Status.GRADED


def _broken(check, student):
    """The smaller failure that is found is of another kind."""
    cases = student.outcome(check, {"x": None})
    assert cases is not None


@pytest.mark.parametrize(
    "body",
    [
        "return x.mean(0) + (x > 8).any()",
        "calls.append(1)\n    return x.mean(0) + (len(calls) > 2) * (x > 0).any()",
        "while (x > 7).any(): pass\n    return x.mean(0) + (x > 2).any()",
    ],
)
def test_the_same_file_gets_the_same_report_where_the_solution_is_at_hand(
    body, tmp_path, monkeypatch, capsys
):
    """Byte for byte, but for the time that it took: no clock is in the search."""
    monkeypatch.chdir(ROOT / "tests" / "toy")
    path = tmp_path / "mean.py"
    path.write_text(f"calls = []\n\ndef mean(x):\n    {body}\n\n{SPREAD}")
    reports = []
    for _ in range(2):
        assert main(["check", "ex1", str(path), "--format", "json"]) == 1
        report = json.loads(capsys.readouterr().out)
        report.pop("duration_s")
        reports.append(report)
    assert reports[0] == reports[1]


def test_strategies_that_raise_cost_no_verdict(tmp_path, monkeypatch, capsys):
    """An author's inputs.py is needed for a smaller example, and for nothing else."""
    shutil.copytree(ROOT / "tests" / "toy", tmp_path / "course")
    monkeypatch.chdir(tmp_path / "course")
    inputs = tmp_path / "course" / "solutions" / "ex1_mean" / "inputs.py"
    path = tmp_path / "mean.py"
    path.write_text("def mean(x):\n    return x.mean(0) + 3\n" + SPREAD)
    inputs.write_text(
        inputs.read_text() + "\n" + "mean_values = mean_values.map(lambda x: 1 / 0)\n"
    )
    monkeypatch.setattr("grader.course.built_from.digest", lambda source: "")
    monkeypatch.setattr("grader.judge.grading.must_fit", lambda key, lesson: None)
    assert main(["check", "ex1", str(path), "--course", "."]) == 1
    assert "mean_values" in capsys.readouterr().out
