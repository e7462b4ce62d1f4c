"""Verdicts for files that a student could have written, on the toy exercise."""

import re
import textwrap
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import ROOT, result
from support.words import said

from grader.judge import kept
from grader.report import Status, Verdict

RIGHT_SPREAD = "\ndef spread(x): return x.min(), x.max()\n"
RIGHT_MEAN = "\nimport numpy as np\ndef mean(x): return np.mean(x, axis=0)\n"


def mean_of(report):
    """The first result of the function mean."""
    return result(report, "mean_shape")


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("import numpy as np\ndef mean(x): return np.mean(x, 0)", id="plain"),
        pytest.param("import time\ntime.sleep(99)\n" + RIGHT_MEAN, id="sleeps at the top"),
        pytest.param("import no_such_package\n" + RIGHT_MEAN, id="missing import, not needed"),
        pytest.param("import sys\nsys.exit(1)\n" + RIGHT_MEAN, id="exits at the top"),
        pytest.param("exit()\nquit()\n" + RIGHT_MEAN, id="exits by name"),
        pytest.param("input('name?')\n" + RIGHT_MEAN, id="asks for input"),
        pytest.param("1 / 0\nundefined_name\n" + RIGHT_MEAN, id="fails at the top"),
        pytest.param("def main():\n    train()\nmain()\n" + RIGHT_MEAN, id="a main that fails"),
        pytest.param("\ufeff" + RIGHT_MEAN, id="a BOM before the text"),
        pytest.param("from helpers import nothing\n" + RIGHT_MEAN, id="unused missing sibling"),
        pytest.param("def mean(x, axis=0): return x.mean(axis)", id="extra default"),
        pytest.param("def mean(*args, **kw): return args[0].mean(0)", id="star arguments"),
        pytest.param(
            "import numpy as np\ndef mean(x): return np.mean(x, 0) + np.abs(0" + "+0" * 900 + ")",
            id="nested deeply",
        ),
        pytest.param(
            "class Mean:\n    def __call__(self, x): return x.mean(0)\nmean = Mean()", id="callable"
        ),
        pytest.param("print('x' * 10**6)\n" + RIGHT_MEAN, id="prints at the top"),
        pytest.param(
            "def mean(x):\n    print('y' * 10**6)\n    return x.mean(0)", id="prints much"
        ),
        pytest.param(
            "def mean(x):\n    import sys\n    sys.stdout.close()\n    return x.mean(0)",
            id="closes stdout",
        ),
    ],
)
def test_a_right_mean_passes_however_it_is_written(grade_toy, tmp_path, source):
    """What does not concern the function costs it nothing."""
    path = tmp_path / "mean.py"
    path.write_text(source, encoding="utf-8")
    report = grade_toy(path)
    assert [c.verdict for c in report.checks if c.function == "mean"] == [Verdict.PASSED] * 3


@pytest.mark.parametrize(
    ("source", "verdict", "message"),
    [
        pytest.param("", Verdict.NOT_ATTEMPTED, "mean is not defined", id="empty"),
        pytest.param(
            "@undefined\ndef mean(x): return 1",
            Verdict.ERROR,
            "mean has no value because mean.py, line 2 failed: NameError",
            id="a decorator that fails",
        ),
        pytest.param(
            "if __name__ == '__main__':\n    def mean(x): return 1",
            Verdict.ERROR,
            "mean gets its value under `if __name__ == ...` (line 1)",
            id="defined under the main guard",
        ),
        pytest.param(
            "mean = 3",
            Verdict.ERROR,
            "mean is of type int and can't be called; mean(x) is",
            id="int",
        ),
        pytest.param("def mean(x): x", Verdict.FAILED, "is a `return` missing?", id="no return"),
        *(
            pytest.param(
                f"def mean(x):\n    {body}", Verdict.NOT_ATTEMPTED, "not implemented yet", id=body
            )
            for body in (
                "pass",
                "...",
                "'The mean.'",
                "'The mean.'; pass",
                "raise NotImplementedError",
                "raise NotImplementedError('later')",
            )
        ),
        pytest.param(
            "from functools import singledispatch\nimport numpy as np\n"
            "@singledispatch\ndef mean(x): raise NotImplementedError\n"
            "@mean.register\ndef _(x: np.ndarray): return x.sum()",
            Verdict.FAILED,
            "the shape is",
            id="written elsewhere",
        ),
        pytest.param(
            "def mean(x): pass\nglobals()['mean'] = lambda x: x.sum()",
            Verdict.FAILED,
            "the shape is",
            id="put into its place",
        ),
        pytest.param(
            "def mean(): return 1", Verdict.ERROR, "yours is mean(), asked is mean(x)", id="arity"
        ),
        pytest.param(
            "def mean(x, axis): return 1", Verdict.ERROR, "yours is mean(x, axis)", id="arity 2"
        ),
        pytest.param(
            "import operator\nmean = operator.add",
            Verdict.ERROR,
            "yours is mean(a, b, /), asked is mean(x)",
            id="arity of a builtin",
        ),
        pytest.param("async def mean(x): return 1", Verdict.FAILED, "async def", id="async"),
        pytest.param("def mean(x): yield 1", Verdict.FAILED, "`yield`", id="generator"),
        pytest.param("def mean(x): return W", Verdict.ERROR, "'W' is not defined", id="NameError"),
        pytest.param(
            "if __name__ == '__main__':\n    W = 1\ndef mean(x): return W",
            Verdict.ERROR,
            "under `if __name__ == ...` (line 1)",
            id="main guard",
        ),
        pytest.param(
            "W = open('weights.txt').read()\ndef mean(x): return W",
            Verdict.ERROR,
            "W has no value because mean.py, line 1 failed: FileNotFoundError",
            id="a needed statement that fails",
        ),
        pytest.param(
            "import no_such_package\ndef mean(x): return no_such_package.mean(x)",
            Verdict.ERROR,
            "No module named 'no_such_package'",
            id="a needed import that is missing",
        ),
        pytest.param("def mean(x): raise SystemExit(0)", Verdict.ERROR, "SystemExit", id="exit"),
        pytest.param(
            "def mean(x): raise KeyboardInterrupt", Verdict.ERROR, "Keyboard", id="ctrl-c"
        ),
        pytest.param(
            "def mean(x): return mean(x)", Verdict.ERROR, "RecursionError", id="recursion"
        ),
        pytest.param(
            "def mean(x):\n    x += 1\n    raise NotImplementedError('later')",
            Verdict.ERROR,
            "later",
            id="own NIE",
        ),
        pytest.param(
            "class E(Exception):\n    def __str__(self): raise ValueError\ndef mean(x): raise E",
            Verdict.ERROR,
            "could not be read",
            id="unprintable",
        ),
        pytest.param(
            "import os\ndef mean(x): os._exit(0)", Verdict.CRASHED, "exit code 0", id="os._exit"
        ),
        pytest.param(
            "import ctypes\ndef mean(x): ctypes.string_at(0)", Verdict.CRASHED, "SIGSEGV", id="segv"
        ),
        pytest.param(
            "def mean(x):\n    while True: pass",
            Verdict.TIMEOUT,
            "killed after 1.5 s of",
            id="loop",
        ),
        pytest.param(
            "while True:\n    mean = 1", Verdict.TIMEOUT, "was loaded", id="loop at the top"
        ),
        pytest.param(
            "import os, signal\ndef mean(x): os.kill(os.getpid(), signal.SIGSTOP)",
            Verdict.TIMEOUT,
            "killed after 4.5 s in which it hardly computed",
            id="stops itself",
        ),
        pytest.param(
            "class A:\n    def __eq__(self, o): return True\ndef mean(x): return A()",
            Verdict.FAILED,
            "returned a logistic.A",
            id="equal to everything",
        ),
        pytest.param(
            "class Sequential:\n    __module__ = 'tensorflow.python.keras.engine.sequential'\n"
            "def mean(x): return Sequential()",
            Verdict.FAILED,
            "returned a tensorflow.python.keras.engine.sequential.Sequential",
            id="the private Keras",
        ),
        pytest.param(
            "def mean(x): return [[1] * 200] * 200", Verdict.FAILED, "too large", id="big"
        ),
        pytest.param(
            "l = []\nl.append(l)\ndef mean(x): return l", Verdict.FAILED, "list", id="cycle"
        ),
    ],
)
def test_a_fault_is_named(grade_toy, source, verdict, message):
    """Each fault has its verdict and a message that says what happened."""
    report = grade_toy(source + RIGHT_SPREAD)
    found = mean_of(report)
    assert found.verdict is verdict
    assert message.replace("logistic.A", "mean.A") in said(found)
    assert found.points == 0
    assert report.status is Status.GRADED


def test_whose_time_was_used_up_is_said(toy, grade_toy, monkeypatch):
    """A call has its own limit and the submission another: the one that was met is named."""
    limits = replace(toy.exercise.limits, submission_seconds=1)
    monkeypatch.setattr(toy.exercise, "limits", limits)
    found = mean_of(grade_toy("def mean(x):\n    while True: pass"))
    assert str(found.message) == "killed after all 1 s of the submission in mean_shape"


def test_a_fault_in_one_function_leaves_the_other_its_points(grade_toy):
    """A worker that dies or hangs costs the check it was in, not the next."""
    report = grade_toy("import os\ndef mean(x): os._exit(1)\n" + RIGHT_SPREAD)
    assert result(report, "mean_shape").verdict is Verdict.CRASHED
    assert result(report, "mean_values").verdict is Verdict.SKIPPED
    assert result(report, "spread_values").verdict is Verdict.PASSED


def test_a_syntax_error_is_graded_with_its_place(grade_toy):
    """No points, the line, and a caret under the place."""
    report = grade_toy("def mean(x):\n    return (x\n")
    (problem,) = report.problems
    assert report.score == 0
    assert report.status is Status.GRADED
    assert {c.verdict for c in report.checks} == {Verdict.ERROR}
    assert (problem.where, problem.line) == ("mean.py", 2)
    assert problem.text == "    return (x\n           ^"


def test_source_that_ast_gives_up_on_is_graded(grade_toy):
    """Nesting beyond what Python reads is a problem of the file, not of ours."""
    for source in ("x = " + "(" * 5000 + ")" * 5000, "x = " + "-" * 100_000 + "1"):
        report = grade_toy(source)
        assert report.score == 0
        assert report.status is Status.GRADED


def test_a_forged_reply_is_worth_what_its_value_is_worth(grade_toy):
    """Bytes that the student's code writes to the channel end its own worker, and no other."""
    source = textwrap.dedent(
        """
        import os

        def mean(x):
            for descriptor in range(3, 64):
                try:
                    os.write(descriptor, b"\\x00\\x00\\x00\\x02\\xc0\\xc0")
                except OSError:
                    pass
            return x.mean(0)
        """
    )
    report = grade_toy(source + RIGHT_SPREAD)
    assert mean_of(report).verdict is Verdict.CRASHED
    assert "protocol" in said(mean_of(report))
    assert result(report, "spread_values").verdict is Verdict.PASSED


def test_what_is_printed_is_shown_with_the_failure(grade_toy):
    """Output belongs to the call that made it, Python's and the system's alike."""
    source = "import os\ndef mean(x):\n    print('one')\n    os.write(1, b'two\\n')\n    return 0"
    assert mean_of(grade_toy(source)).output == "one\ntwo\n"


def test_the_same_file_gives_the_same_report(grade_toy):
    """Random numbers begin anew at each call; only the duration may differ."""
    source = "import random, numpy as np\ndef mean(x): return random.random() + np.random.rand()"
    one, two = grade_toy(source), grade_toy(source)
    assert one.checks == two.checks
    assert mean_of(one).counterexample.returned == mean_of(two).counterexample.returned


def test_a_failure_is_shown_on_a_small_plain_input(grade_toy):
    """Wrong for more than one row: on two rows that differ, not on three, nor on zeros."""
    source = "def mean(x): return x[0]" + RIGHT_SPREAD
    shown = result(grade_toy(source), "mean_values").counterexample
    assert shown.inputs["x"].count("\n") == 1
    assert len(set(NUMBER.findall(shown.inputs["x"]))) >= 2
    assert shown.expected != shown.returned


NUMBER = re.compile(r"-?[\d.]+")


def test_a_known_mistake_is_named(grade_toy):
    """Values like those of a file in wrong/ bring its hint."""
    report = grade_toy("def mean(x): return sum(x)" + RIGHT_SPREAD)
    assert result(report, "mean_values").mistake.name == "mean_sum"


def test_a_mistake_that_would_be_undone_is_not_named(grade_toy):
    """A sum that is divided by the number of rows is a mean: that is not what is wrong here."""
    source = "def mean(x): return x.mean(0) + (x > 8).any()"
    found = result(grade_toy(source + RIGHT_SPREAD), "mean_values")
    assert found.verdict is Verdict.FAILED and found.mistake is None
    assert "two things meet" not in said(found)


def test_another_mistake_is_not(grade_toy):
    """Wrong in a way of its own: no hint is better than a false one."""
    report = grade_toy("def mean(x): return sum(x) / (len(x) + 1)" + RIGHT_SPREAD)
    assert result(report, "mean_values").mistake is None


def test_modules_beside_the_file_are_imported(grade_toy, tmp_path: Path):
    """A student's own module counts, sliced as the file itself is."""
    (tmp_path / "helper.py").write_text(
        "import time\ntime.sleep(99)\nONE = 1\ndef total(x): return x.sum(0) * ONE\n"
    )
    (tmp_path / "mean.py").write_text(
        "from helper import total\ndef mean(x): return total(x) / len(x)\n" + RIGHT_SPREAD
    )
    assert grade_toy(tmp_path / "mean.py").passed


def test_snippets_run_as_pasted(grade_toy, tmp_path: Path, monkeypatch, capsys):
    """What `try it` says, Python does, and shows the returned value."""
    (tmp_path / "mean.py").write_text("def mean(x): return sum(x)\n" + RIGHT_SPREAD)
    example = result(grade_toy(tmp_path / "mean.py"), "mean_values").counterexample
    monkeypatch.syspath_prepend(tmp_path)
    exec(example.try_it, {})
    printed, shown = capsys.readouterr().out, example.returned
    assert [float(n) for n in NUMBER.findall(printed)] == pytest.approx(
        [float(n) for n in NUMBER.findall(shown)], abs=1e-3
    )


def test_the_stub_is_not_attempted(grade_toy):
    """All of it, not skipped."""
    report = grade_toy(ROOT / "tests/toy/exercises/ex1_mean/mean.py")
    assert {c.verdict for c in report.checks} == {Verdict.NOT_ATTEMPTED}


def test_answers_before_a_crash_count(grade_toy):
    """A worker that dies at its seventh call has answered six: they are judged."""
    source = (
        "import os\nCALLS = []\ndef mean(x):\n    CALLS.append(1)\n"
        "    if len(CALLS) == 7: os._exit(3)\n    return x.sum(0)\n"
    )
    for _ in range(5):
        report = grade_toy(source.replace("sum", "mean"))
        assert mean_of(report).verdict is Verdict.CRASHED
        shown = mean_of(report).counterexample.inputs["x"]
        assert shown == seventh_case(grade_toy)


def seventh_case(grade_toy) -> str:
    """The seventh input of mean_shape, as a report shows it."""
    source = (
        "CALLS = []\ndef mean(x):\n    CALLS.append(1)\n"
        "    return 0 if len(CALLS) == 7 else x.mean(0)\n"
    )
    return mean_of(grade_toy(source)).counterexample.inputs["x"]


@pytest.mark.parametrize(
    "source",
    [
        "mean = bytes.fromhex",
        "import functools, inspect\ndef two(x, y): return x\nmean = functools.partial(two)\n"
        "mean.__signature__ = inspect.signature(lambda x: x)",
        "def mean(x): return len(x, x)",
    ],
)
def test_signatures_are_shown_only_where_the_call_did_not_fit(grade_toy, source):
    """Another TypeError about arguments is not the signature's fault, nor are two that agree."""
    found = mean_of(grade_toy(f"{source}\n" + RIGHT_SPREAD))
    assert "TypeError" in said(found) and "argument" in said(found)
    assert "yours is" not in said(found)


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("", id="right"),
        pytest.param("\ndef mean(x): return x.mean(0) + (len(x) > 2)\n", id="wrong later"),
        pytest.param(
            "\ndef mean(x): return list(x.mean(0)) * (len(x) > 2)\n", id="of another type"
        ),
        pytest.param("\ndef spread(x): return x.max(), x.min()\n", id="a known mistake"),
        pytest.param(
            "\ndef mean(x):\n    if len(x) > 2: exit()\n    return x.mean(0)\n", id="ends"
        ),
    ],
)
def test_what_is_not_kept_decides_nothing(grade_toy, monkeypatch, tmp_path, source):
    """Where there is no room for its outcomes, a file gets the same verdicts, and what is said is
    the same, though maybe of another input.
    """
    path = tmp_path / "mean.py"
    path.write_text(RIGHT_MEAN + RIGHT_SPREAD + source)
    before = grade_toy(path)
    monkeypatch.setattr(kept, "MAX_KEPT", 0)
    after = grade_toy(path)
    assert [(c.verdict, c.message and c.message.template) for c in after.checks] == [
        (c.verdict, c.message and c.message.template) for c in before.checks
    ]
    assert all(
        (one.counterexample is None) == (other.counterexample is None)
        for one, other in zip(before.checks, after.checks, strict=True)
    )
