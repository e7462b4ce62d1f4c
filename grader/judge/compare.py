"""Whether an outcome is like the expected one; if not, the first difference, as a message.

The order of diagnosis: raised, None, type, shape, dtype, not finite, values. So kind and shape are
known before anything is computed with numbers that a student's process sent.
"""

import re
from dataclasses import dataclass, replace

import numpy as np

from grader.authoring import Asks, Check, Tolerance
from grader.errors import PredicateError
from grader.judge.examiner import Examiner
from grader.judge.form import fits
from grader.judge.notation import brief
from grader.judge.numbers import as_array, spread
from grader.judge.unequal import dtype_of, value_difference
from grader.report import NOT_IMPLEMENTED, Lost, Verdict
from grader.text import Message, template
from grader.wire import (
    Inputs,
    Line,
    Map,
    Outcome,
    Raised,
    Returned,
    Said,
    Seq,
    Value,
)

_STUB_SAYS = "not implemented yet"
"""What makes a NotImplementedError one of a stub's: nothing else counts as not attempted."""


def is_stub(source: str, function: str) -> bool:
    """Whether a function, or a method of a class, is still the stub's in this source."""
    return re.search(rf"(?<!\w){re.escape(function)}(\.\w+)? is {_STUB_SAYS}", source) is not None


def unwritten(function: str) -> Message:
    """That a function, or a method of a class, is still the stub's."""
    return Message(NOT_IMPLEMENTED, function=function)


@dataclass(frozen=True)
class Difference:
    """Why a check does not pass on an input: what is wrong, and details.

    `hints` are what a predicate tells whoever is told this.
    """

    verdict: Verdict
    message: Message
    details: tuple[Message, ...] = ()
    hints: tuple[str, ...] = ()


@dataclass(frozen=True)
class Failure:
    """One input on which a check does not pass."""

    inputs: dict[str, Value]
    expected: Outcome
    outcome: Outcome | Lost
    difference: Difference

    @property
    def by_lent(self) -> bool:
        """Whether what stands in for another function of the student's has raised."""
        return isinstance(self.outcome, Raised) and self.outcome.by_lent


def difference(
    expected: Outcome,
    outcome: Outcome | Lost,
    check: Check,
    inputs: Inputs,
    examiner: Examiner | None = None,
) -> Difference | None:
    """How the outcome on the inputs differs in what the check asks; None when it does not.

    The examiner asks the check's predicate, where it has one. Raises PredicateError where that
    raises though the value has the form of the expected one.
    """
    match expected, outcome:
        case _, Lost():
            return Difference(outcome.verdict, outcome.reason, outcome.details)
        case _, Raised() | Returned() if check.raises:
            return _not_asked(outcome, check)
        case Returned(), Raised():
            return _raised(outcome)
        case Returned(), Returned() if check.holds is not None:
            assert examiner is not None
            return _shortfall(expected.value, outcome.value, check, inputs, examiner)
        case Returned(), Returned():
            differs = value_difference(expected.value, outcome.value, check)
            return Difference(Verdict.FAILED, differs) if differs else None
    raise TypeError(f"no outcomes: {type(expected).__name__}, {type(outcome).__name__}")


def _shortfall(
    expected: Value, value: Value, check: Check, inputs: Inputs, examiner: Examiner
) -> Difference | None:
    """What the check's predicate says of a returned value; None when it holds.

    The first message says what is wrong, further ones what was measured. Where the predicate
    raises, a value of another form than the reference's is the student's fault.
    """
    try:
        said = examiner.said(check, value, inputs)
    except PredicateError:
        if fits(expected, value):
            raise
        message = Message(
            "returned {returned}, which is nothing that this check returns", returned=brief(value)
        )
        return Difference(Verdict.FAILED, message)
    if isinstance(said, Lost):
        return Difference(said.verdict, TOO_LARGE, (said.reason,))
    if not said.messages:
        return None
    first, *further = said.messages
    return Difference(Verdict.FAILED, first, tuple(further), tuple(said.hints))


TOO_LARGE = Message("what was returned is too large to be looked at")


def _not_asked(outcome: Outcome, check: Check) -> Difference | None:
    """How a call ended that was to raise; None where it raised what is asked."""
    wanted = _exceptions(check)
    if isinstance(outcome, Returned):
        returned = brief(outcome.value)
        return Difference(
            Verdict.FAILED,
            Message("returned {returned}, expected {expected}", returned=returned, expected=wanted),
        )
    if outcome.asked:
        return None
    found = _raised(outcome)
    if found.verdict is Verdict.NOT_ATTEMPTED:
        return found
    message = Message("raised {error}, expected {expected}", error=found.message, expected=wanted)
    return replace(found, message=message)


_AN, _A = template("an {type}"), template("a {type}")


def _exceptions(check: Check) -> Message:
    """What a check asks to be raised: a ValueError, an IndexError or KeyError."""
    names = [kind.__name__ for kind in check.raises]
    text = _AN if names[0][0] in "AEIOU" else _A
    asked = Message(text, type=names[0])
    for name in names[1:]:
        asked = Message("{first} or {others}", first=asked, others=name)
    return asked


def _raised(outcome: Raised) -> Difference:
    if outcome.type == "NotImplementedError" and _STUB_SAYS in outcome.message:
        function, said, rest = outcome.message.partition(f" is {_STUB_SAYS}")
        if said and not rest:
            return Difference(Verdict.NOT_ATTEMPTED, unwritten(function))
        return Difference(Verdict.NOT_ATTEMPTED, Message("{text}", text=outcome.message))
    text = outcome.message.strip()
    message = Message("{type}: {text}", type=outcome.type, text=text) if text else None
    details = [
        place(outcome.lines[-1]) if outcome.lines else None,
        outcome.note,
    ]
    return Difference(
        Verdict.ERROR,
        message or Message("{type}", type=outcome.type),
        tuple(detail for detail in details if detail is not None),
    )


def place(line: Line) -> Message:
    """Where a line of the student's code is, with its text."""
    facts = {"file": line.file, "line": line.number, "function": line.function}
    if not line.text:
        return Message("at {file}, line {line}, in {function}", **facts)
    return Message("at {file}, line {line}, in {function}: {text}", text=line.text, **facts)


EXACT = Tolerance(relative=0, absolute=0)


def alike(
    one: Outcome | Said,
    other: Outcome | Lost,
    check: Check,
    inputs: Inputs,
    examiner: Examiner | None = None,
) -> bool:
    """Whether two outcomes are the same, whatever the check expects: value, and dtype if asked.

    Where a predicate decides: whether all that it says is the same for both.

    A known mistake is named when its outcomes are those of the submission. They were computed on
    another machine, whose last digits may differ, even where a check asks for exact values.
    """
    if check.tolerance == EXACT:
        check = replace(check, tolerance=Tolerance())
    match one, other:
        case Raised(), Raised():
            if one.asked and other.asked:  # its text is free, whichever of those that are asked
                return True
            return one.type == other.type and essence_of(one.message) == essence_of(other.message)
        case Said() | Returned(), Returned() if check.holds is not None:
            assert examiner is not None
            return _said_alike(one, other, check, inputs, examiner)
        case Returned(), Returned():
            if isinstance(one.value, Seq | Map):
                return not value_difference(one.value, other.value, check)
            return _same_value(one.value, other.value, check)
        case _:
            return False


def _said_alike(
    one: Said | Returned, other: Returned, check: Check, inputs: Inputs, examiner: Examiner
) -> bool:
    try:
        said, others = (
            each if isinstance(each, Said) else examiner.said(check, each.value, inputs)
            for each in (one, other)
        )
    except PredicateError:  # what is not of the predicate's form is like nothing that is known
        return False
    if isinstance(said, Lost) or isinstance(others, Lost):
        return False
    return said.messages == others.messages


def _same_value(one: Value, other: Value, check: Check) -> bool:
    a, b = as_array(one), as_array(other)
    if a is None or b is None:
        return one == other
    if check.asks is Asks.DTYPE and dtype_of(one) != dtype_of(other):
        return False
    if a.shape != b.shape or np.iscomplexobj(a) != np.iscomplexobj(b):
        return False
    return bool(np.all(spread(a, b, check.tolerance) <= 1.0))


_BY_CALL = re.compile(r"0x[0-9a-f]+|\bid=\d+|(?<=[A-Za-z])_\d+\b| name: ?\S*$")
"""What of a message differs from call to call: addresses, and the numbers of layers."""


def essence_of(message: str) -> str:
    """An exception's message without what differs from call to call. Its numbers stay."""
    return " ".join(_BY_CALL.sub("", message[:2000]).split())[:400]
