"""Where a worker was when its time was up: the loop, as the judge's copy of the source has it."""

import pytest
from support.words import said

from grader.judge.grading import judge
from grader.judge.submission import Submission
from grader.report import Verdict
from grader.sandbox import stuck
from grader.wire.messages import Load, Unit

SOURCE = """def helper(x):
    return x + 1

def softmax(x):
    '''for each row:'''
    for row in range(3):
        while True:
            x = helper(
                x)
    return x
async def wait():
    # for a while:
    x = 1
    async for y in x:
        if y:
            pass
while True: softmax(1)
"""
LOAD = Load(
    "logistic",
    [Unit("logistic.py", SOURCE), Unit("作業.py", "while 1:\n\tpass\n")],
    ["softmax"],
    "",
    siblings={
        "own.part": "def f():\n    for i in x:\n        g(i)\n",
        "nested": "def f():\n    while True:\n        for i in range(9):\n            g(i)\n",
    },
)


def stack(*frames: tuple[str, int, str]) -> str:
    """A stack as faulthandler writes it; the frames are given from the outermost on."""
    lines = [f'  File "{file}", line {line} in {function}' for file, line, function in frames]
    return "\n".join(["Stack (most recent call first):", *reversed(lines), ""])


OUTER = [("/usr/lib/zygote.py", 3, "main"), ("checks.py", 9, "softmax_shape")]


def mine(*lines: int, function: str = "softmax", file: str = "logistic.py") -> str:
    """Stacks with one frame of the student's each."""
    return "".join(stack(*OUTER, (file, line, function), ("np.py", 3, "f")) for line in lines)


@pytest.mark.parametrize(
    ("stacks", "words"),
    [
        pytest.param(mine(8), "the loop at logistic.py, line 7: `while True:`", id="one line"),
        pytest.param(mine(8, 9, 7), "logistic.py, line 7: `while True:`", id="its lines"),
        pytest.param(mine(8, 6), "the loop at logistic.py, line 6: `for row in", id="both loops"),
        pytest.param(mine(10), "out at logistic.py, line 10: `return x`", id="behind them"),
        pytest.param(
            mine(8) + stack(*OUTER, ("logistic.py", 8, "softmax"), ("logistic.py", 2, "helper")),
            "line 7: `while True:`",
            id="a helper, at times",
        ),
        pytest.param(
            stack(*OUTER, ("logistic.py", 8, "softmax"), ("logistic.py", 2, "helper")) * 5,
            "line 7: `while True:`",
            id="a helper, always",
        ),
        pytest.param(mine(15, function="wait"), "line 14: `async for y in x:`", id="async for"),
        pytest.param(mine(13, function="wait"), "out at logistic.py, line 13: `x", id="a comment"),
        pytest.param(mine(17, function="<module>"), "line 17: `while True: softmax(1)`", id="top"),
        pytest.param(
            mine(2, file=r"\u4f5c\u696d.py", function="<module>"), "line 1: `while 1:`", id="CJK"
        ),
        pytest.param(
            mine(4, file="nested.py"), "nested.py, line 2: `while True:`", id="a for in a while"
        ),
        pytest.param(mine(3, file="own/part.py"), "own/part.py, line 2: `for i in x:`", id="own"),
    ],
)
def test_the_loop_is_named(stacks, words):
    """The innermost that is around all lines that were seen, in the frame that all share."""
    place = stuck.where(stacks, stuck.sources(LOAD), computing=True)
    assert words in str(place)


def test_one_that_waits_is_in_a_line():
    """A loop around a sleep is not what takes the time."""
    place = stuck.where(mine(9, 9), stuck.sources(LOAD), computing=False)
    assert str(place) == "it was waiting at logistic.py, line 9: `x)`"


@pytest.mark.parametrize(
    "stacks",
    [
        "",
        "logistic.py",
        mine(0),
        mine(18),
        mine(99999999),
        mine(3, file="answers.key"),
        mine(1, file="own.part"),
        "Stack (most recent call first):\n" * 3,
    ],
)
def test_what_no_source_has_is_not_believed(stacks):
    """The stack comes from the student's process."""
    assert stuck.where(stacks, stuck.sources(LOAD), computing=True) is None


LOOP = "\ndef mean(x):\n    n = 0\n    while True:\n        n = len(str(n))\n"


def graded(toy, toy_key, zygote, source: str):
    """The result of the first check."""
    submission = Submission("mean.py", (Unit("mean.py", source),))
    return judge(toy, toy_key, submission, zygote, only=["mean_shape"])


def test_an_endless_loop_is_named(toy, toy_key, numpy_zygotes, tier):
    """In every tier: the worker is asked before it is ended."""
    (result,) = graded(toy, toy_key, numpy_zygotes[tier], LOOP).checks
    assert result.verdict is Verdict.TIMEOUT
    assert said(result) == (
        "killed after 1.5 s of the processor's time in mean_shape\n"
        "its time ran out in the loop at mean.py, line 4: `while True:`"
    )


def test_one_in_c_is_named_too(toy, toy_key, numpy_zygote):
    """Where Python itself can't interrupt."""
    source = "def mean(x):\n    return any(iter(int, 1))\n"
    (result,) = graded(toy, toy_key, numpy_zygote, source).checks
    assert said(result).endswith("out at mean.py, line 2: `return any(iter(int, 1))`")


def test_one_while_the_file_is_loaded_is_named(toy, toy_key, numpy_zygote):
    """Once, with the problem of the file."""
    report = graded(toy, toy_key, numpy_zygote, "x = 1\nwhile True:\n    mean = 1\n")
    assert str(report.problems[0].message) == (
        "while it was loaded: killed after 3 s of the processor's time; its time ran out in the "
        "loop at mean.py, line 2: `while True:`"
    )


@pytest.mark.parametrize(
    "trick",
    [
        "import signal\nsignal.signal(signal.SIGUSR1, signal.SIG_IGN)",
        "import signal\nsignal.signal(signal.SIGUSR1, signal.SIG_DFL)",
        "import faulthandler, signal\nfaulthandler.unregister(signal.SIGUSR1)",
        "import signal\nsignal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())",
    ],
)
def test_a_file_that_does_not_answer_is_ended_all_the_same(toy, toy_key, numpy_zygote, trick):
    """Nothing is known then, and the plain message stays."""
    indented = trick.replace("\n", "\n    ")
    source = f"def mean(x):\n    {indented}\n    while True: pass\n"
    (result,) = graded(toy, toy_key, numpy_zygote, source).checks
    assert said(result) == "killed after 1.5 s of the processor's time in mean_shape"
