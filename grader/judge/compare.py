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
from grader.judge.notation import brief, describe, shape_text
from grader.judge.numbers import as_array, numbers_differ, spread
from grader.report import Lost, Verdict
from grader.text import Message, template
from grader.wire import (
    Array,
    Inputs,
    Line,
    Map,
    Number,
    Opaque,
    Outcome,
    Raised,
    Returned,
    Said,
    Seq,
    Value,
)

NOT_IMPLEMENTED = template("{function} is not implemented yet")
"""What a stub's own NotImplementedError says."""

_STUB_SAYS = "not implemented yet"
"""What makes a NotImplementedError one of a stub's: nothing else counts as not attempted."""


def is_stub(source: str, function: str) -> bool:
    """Whether a function, or a method of a class, is still the stub's in this source."""
    return re.search(rf"(?<!\w){re.escape(function)}(\.\w+)? is {_STUB_SAYS}", source) is not None


_ADVICE = {
    "coroutine": Message("the function is `async def`; a plain `def` is asked"),
    "generator": Message("there is a `yield` in the function; `return` the whole result"),
    "function": Message("is a pair of parentheses missing?"),
    "method": Message("is a pair of parentheses missing?"),
    "keras.Mean": Message("return its `result()`"),
    "symbolic tensor": Message("it has no value outside of its tf.function or graph"),
}


@dataclass(frozen=True)
class Difference:
    """Why a check does not pass on an input: what is wrong, and details."""

    verdict: Verdict
    message: Message
    details: tuple[Message, ...] = ()


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
        case Raised(), Raised():
            if outcome.type == expected.type:
                return None
            return _raised(outcome, Message("expected {type}", type=expected.type))
        case Returned(), Raised():
            return _raised(outcome)
        case Raised(), Returned():
            message = Message(
                "returned {returned}, expected it to raise {type}",
                returned=brief(outcome.value),
                type=expected.type,
            )
            return Difference(Verdict.FAILED, message)
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
    return Difference(Verdict.FAILED, said[0], tuple(said[1:])) if said else None


TOO_LARGE = Message("what was returned is too large to be looked at")


def _raised(outcome: Raised, note: Message | None = None) -> Difference:
    if outcome.type == "NotImplementedError" and _STUB_SAYS in outcome.message:
        function, said, rest = outcome.message.partition(f" is {_STUB_SAYS}")
        if said and not rest:
            return Difference(Verdict.NOT_ATTEMPTED, Message(NOT_IMPLEMENTED, function=function))
        return Difference(Verdict.NOT_ATTEMPTED, Message("{text}", text=outcome.message))
    text = outcome.message.strip()
    message = Message("{type}: {text}", type=outcome.type, text=text) if text else None
    details = [
        place(outcome.lines[-1]) if outcome.lines else None,
        outcome.note,
        note,
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


def value_difference(expected: Value, value: Value, check: Check) -> Message | None:
    """The first difference between two values; None when there is none."""
    if isinstance(expected, Seq):
        return _items_differ(expected, value, check)
    wanted = as_array(expected)
    if wanted is None:
        if value == expected:
            return None
        return _returned(brief(value), brief(expected))
    if value is None:
        return Message(
            "returned None, expected {expected}: {advice}",
            expected=describe(expected),
            advice=check.none,
        )
    got = as_array(value)
    if got is None or np.iscomplexobj(got) != np.iscomplexobj(wanted):
        return _wrong_type(expected, value)
    if got.shape != wanted.shape:
        return Message(
            "the shape is {shape}, expected {expected}",
            shape=shape_text(got.shape),
            expected=shape_text(wanted.shape),
        )
    if check.asks is Asks.SHAPE:
        return None
    if check.asks is Asks.DTYPE:
        return _dtypes_differ(expected, value)
    return numbers_differ(wanted, got, check.tolerance)


def _returned(returned: str | Message, expected: str | Message) -> Message:
    return Message("returned {returned}, expected {expected}", returned=returned, expected=expected)


def _wrong_type(expected: Value, value: Value) -> Message:
    if isinstance(value, Array):
        return Message(
            "returned {returned} and dtype {dtype}, expected real numbers",
            returned=describe(value),
            dtype=value.dtype,
        )
    advice = _ADVICE.get(value.type) if isinstance(value, Opaque) else None
    if advice is None:
        return _returned(describe(value), describe(expected))
    return Message(
        "returned {returned}, expected {expected}: {advice}",
        returned=describe(value),
        expected=describe(expected),
        advice=advice,
    )


def _dtypes_differ(expected: Value, value: Value) -> Message | None:
    wanted, got = _dtype(expected), _dtype(value)
    if got == wanted:
        return None
    return Message("the dtype is {dtype}, expected {expected}", dtype=got, expected=wanted)


def _dtype(value: Value) -> str:
    """The name of the dtype; for a number of Python, the name of its type."""
    match value:
        case Array():
            return value.dtype
        case Number():
            return value.type
        case _:
            return f"Python {type(value).__name__}"


def _items_differ(expected: Seq, value: Value, check: Check) -> Message | None:
    if not isinstance(value, Seq):
        return _returned(describe(value), describe(expected))
    if len(value.items) != len(expected.items):
        count = len(expected.items)
        if count == 1:
            return Message("returned {returned}, expected 1 value", returned=describe(value))
        return Message(
            "returned {returned}, expected {count} values", returned=describe(value), count=count
        )
    for i, (wanted, got) in enumerate(zip(expected.items, value.items, strict=True)):
        if differs := value_difference(wanted, got, check):
            return Message("value {number}: {difference}", number=i, difference=differs)
    return None


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
            return one.type == other.type and essence_of(one.message) == essence_of(other.message)
        case Said() | Returned(), Returned() if check.holds is not None:
            assert examiner is not None
            return _said_alike(one, other, check, inputs, examiner)
        case Returned(), Returned():
            if _items(one.value) or _items(other.value):
                return _same_items(one.value, other.value, check)
            return _same_value(one.value, other.value, check)
        case _:
            return False


def _said_alike(
    one: Said | Returned, other: Returned, check: Check, inputs: Inputs, examiner: Examiner
) -> bool:
    try:
        said, others = (
            each.messages if isinstance(each, Said) else examiner.said(check, each.value, inputs)
            for each in (one, other)
        )
    except PredicateError:  # what is not of the predicate's form is like nothing that is known
        return False
    if isinstance(said, Lost) or isinstance(others, Lost):
        return False
    return list(said) == list(others)


def _items(value: Value) -> bool:
    return isinstance(value, Seq | Map)


def _same_items(one: Value, other: Value, check: Check) -> bool:
    return isinstance(one, Seq) and not value_difference(one, other, check)


def _same_value(one: Value, other: Value, check: Check) -> bool:
    a, b = as_array(one), as_array(other)
    if a is None or b is None:
        return one == other
    if check.asks is Asks.DTYPE and _dtype(one) != _dtype(other):
        return False
    if a.shape != b.shape or np.iscomplexobj(a) != np.iscomplexobj(b):
        return False
    return bool(np.all(spread(a, b, check.tolerance) <= 1.0))


_BY_CALL = re.compile(r"0x[0-9a-f]+|\bid=\d+|(?<=[A-Za-z])_\d+\b| name: ?\S*$")
"""What of a message differs from call to call: addresses, and the numbers of layers."""


def essence_of(message: str) -> str:
    """An exception's message without what differs from call to call. Its numbers stay."""
    return " ".join(_BY_CALL.sub("", message[:2000]).split())[:400]
