"""Reports made by hand, of everything that a run can end with; and what hostile people write."""

from dataclasses import replace
from typing import Any

from grader.report import (
    NOT_IMPLEMENTED,
    CheckResult,
    Counterexample,
    Mistake,
    Place,
    Problem,
    Report,
    Status,
    Verdict,
)
from grader.text import Message

EVIL = (
    "::error::forged%0A::warning::two\n::set-output name=score::10\r\n##[error]old\n"
    "]]></failure><script>alert(1)</script>&amp; <img src=x onerror=y>\n"
    "```\n# heading\n| a | b |\n</details>\n[[ATTACHMENT|/etc/passwd]]\n"
    "score=10\nEOF\n\x00\x07\x1b[2J\x7f\x85\u2028\ud800\udcff\ufffe\u202egnp.exe\u200b"
    " \U0001f600 學習"
)
"""Workflow commands of both kinds, XML, HTML, Markdown, controls, half characters, emoji."""

TITLE = "::error::x%0A, <script>y</script> `z` </details> | a | & \\_b_ ]]>"
"""Of an author, who writes no controls."""


def report(*checks: CheckResult, **fields: Any) -> Report:
    """A report of an exercise of the toy's kind."""
    whole = Report(
        exercise="ex1",
        title="Means",
        submission="work/mean.py",
        status=Status.GRADED,
        isolation="sealed",
        duration_s=0.5,
        key_fingerprint="0123456789abcdef",
        seed_is_public=True,
        checks=checks,
    )
    return replace(whole, **fields)


def check(name: str, verdict: Verdict, message: str = "", **fields: Any) -> CheckResult:
    """A check of `mean` or `spread`: two points, all of them where it passed."""
    function = name.partition("_")[0]
    made = CheckResult(
        name=name,
        title=f"{function} is {name}",
        function=function,
        verdict=verdict,
        points=2.0 if verdict is Verdict.PASSED else 0.0,
        max_points=2.0,
        message=Message("{text}", text=message) if message else None,
        place=Place("mean.py", 4 if function == "mean" else 9),
    )
    return replace(made, **fields)


_EXAMPLE = Counterexample({"x": "[1., 2.]"}, "[1.5]", "[3.]", "from mean import mean\nmean([1.])")
_SUM = Mistake("mean_sum", ("Divide by the *number* of rows.", "Use `len(x)`."))
_LOST = Message("the zygote died twice: out of memory")
_SYNTAX = Problem(
    "mean.py", 2, Message("SyntaxError: '(' was never closed"), "def mean(x:\n        ^"
)

PASSED = check("mean_values", Verdict.PASSED)
FAILED = check(
    "mean_values",
    Verdict.FAILED,
    "values differ",
    counterexample=_EXAMPLE,
    mistake=_SUM,
    output="seen\n",
)

RIGHT = report(PASSED, check("spread_values", Verdict.PASSED))
WRONG = report(
    check("mean_shape", Verdict.PASSED, points=0.5, max_points=0.5),
    FAILED,
    check("mean_purity", Verdict.SKIPPED, "mean_values comes first"),
    check("spread_values", Verdict.CRASHED, "it was killed", counterexample=_EXAMPLE),
)
STUB = report(
    *(
        replace(made, message=Message(NOT_IMPLEMENTED, function=made.function))
        for name in ("mean_shape", "mean_values", "spread_values")
        for made in [check(name, Verdict.NOT_ATTEMPTED)]
    )
)
UNREAD = report(
    check("mean_values", Verdict.ERROR, "the file could not be read", place=None),
    check("spread_values", Verdict.ERROR, "the file could not be read", place=None),
    problems=(_SYNTAX,),
)
UNGRADED = report(
    replace(check("mean_values", Verdict.UNGRADED), message=_LOST, place=None),
    status=Status.UNGRADED,
    reason=_LOST,
)
UNDECIDED = report(
    replace(check("mean_values", Verdict.NOT_ATTEMPTED), place=None),
    status=Status.UNDECIDED,
    reason=Message("two files fit: {files}", files="a.py, b.py"),
)
NOTHING = report(
    submission="",
    title="",
    isolation="",
    duration_s=0.0,
    status=Status.UNGRADED,
    reason=Message("there is no exercise {name}", name="ex7"),
)
NOTEBOOK = report(
    replace(FAILED, place=Place("mean.ipynb, cell 3", 7)),
    submission="mean.ipynb",
    problems=(Problem("mean.ipynb, cell 2", 5, Message("half of it is missing")),),
)
HOSTILE = report(
    replace(
        FAILED,
        title=TITLE,
        message=Message("{text}", text=EVIL),
        details=(Message("{text}", text=EVIL),),
        counterexample=Counterexample({"x": EVIL}, EVIL, EVIL, EVIL),
        mistake=Mistake("evil", (EVIL, EVIL)),
        output=EVIL + "x" * 100_000,
        place=Place(EVIL, 4),
    ),
    check("spread_values", Verdict.PASSED, title=TITLE, output=EVIL),
    title=TITLE,
    submission=EVIL,
    problems=(Problem(EVIL, 1, Message("{text}", text=EVIL), EVIL),),
)
LOST_HOSTILE = replace(HOSTILE, status=Status.UNGRADED, reason=Message("{text}", text=EVIL))

ALL: dict[str, tuple[Report, ...]] = {
    "right": (RIGHT,),
    "wrong": (WRONG,),
    "stub": (STUB,),
    "unread": (UNREAD,),
    "ungraded": (UNGRADED,),
    "undecided": (UNDECIDED,),
    "nothing": (NOTHING,),
    "no checks": (report(),),
    "notebook": (NOTEBOOK,),
    "hostile": (HOSTILE,),
    "lost and hostile": (LOST_HOSTILE,),
    "several": (RIGHT, replace(WRONG, exercise="ex2"), replace(STUB, exercise="ex3")),
    "one of several ungraded": (RIGHT, replace(UNGRADED, exercise="ex2")),
}
"""Everything that a run can end with, by a name."""
