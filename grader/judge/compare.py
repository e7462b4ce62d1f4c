"""Is an outcome like the expected one? If not, the first difference, in words.

The order of diagnosis: raised, None, type, shape, dtype, not finite, values.
"""

import math
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from grader.authoring import Asks, Check, Tolerance
from grader.judge.notation import brief, describe, shape_text
from grader.report import Lost, Verdict
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
    Seq,
    Value,
)

NOT_IMPLEMENTED = "not implemented yet"
"""The stub's own NotImplementedError says this, and nothing else counts as not attempted."""

_ADVICE = {
    "coroutine": "the function is `async def`; a plain `def` is asked",
    "generator": "there is a `yield` in the function; `return` the whole result",
    "function": "is a pair of parentheses missing?",
    "method": "is a pair of parentheses missing?",
    "keras.Mean": "return its `result()`",
    "symbolic tensor": "it has no value outside of its tf.function or graph",
}


@dataclass(frozen=True)
class Difference:
    """Why a check does not pass on an input."""

    verdict: Verdict
    message: str


@dataclass(frozen=True)
class Failure:
    """One input on which a check does not pass."""

    inputs: dict[str, Value]
    expected: Outcome
    outcome: Outcome | Lost
    difference: Difference


def difference(
    expected: Outcome, outcome: Outcome | Lost, check: Check, inputs: Inputs
) -> Difference | None:
    """How the outcome on the inputs differs in what the check asks; None when it does not."""
    match expected, outcome:
        case _, Lost():
            return Difference(outcome.verdict, outcome.reason)
        case Raised(), Raised():
            if outcome.type == expected.type:
                return None
            return _raised(outcome, f"expected {expected.type}")
        case Returned(), Raised():
            return _raised(outcome)
        case Raised(), Returned():
            message = f"returned {brief(outcome.value)}, expected it to raise {expected.type}"
            return Difference(Verdict.FAILED, message)
        case Returned(), Returned():
            if check.holds is not None:
                message = shortfall(outcome.value, check, inputs)
            else:
                message = value_difference(expected.value, outcome.value, check)
            return Difference(Verdict.FAILED, message) if message else None
    raise TypeError(f"no outcomes: {type(expected).__name__}, {type(outcome).__name__}")


def shortfall(value: Value, check: Check, inputs: Inputs) -> str:
    """What the check's predicate says of a returned value; empty when it holds."""
    assert check.holds is not None
    secret = {name: plain(inputs[name]) for name in check.secret}
    try:
        return check.holds(plain(value), **secret)
    except Exception:  # a predicate reads what the check returns; a student's process may not
        return f"returned {brief(value)}, which is nothing that this check returns"


def plain(value: Value) -> Any:
    """A value as Python and NumPy have it; what is only named is an object that has no value."""
    match value:
        case Array():
            return value.numpy()
        case Number():
            return value.value
        case Seq():
            return [plain(item) for item in value.items]
        case Map():
            return {str(key): plain(item) for key, item in value.items}
        case Opaque():
            return object()
        case _:
            return value


def _raised(outcome: Raised, note: str = "") -> Difference:
    if outcome.type == "NotImplementedError" and NOT_IMPLEMENTED in outcome.message:
        return Difference(Verdict.NOT_ATTEMPTED, outcome.message)
    parts = [f"{outcome.type}: {outcome.message}".rstrip(": ")]
    parts += [f"at {place(outcome.lines[-1])}"] if outcome.lines else []
    parts += [part for part in (outcome.note, note) if part]
    return Difference(Verdict.ERROR, "\n".join(parts))


def place(line: Line) -> str:
    """Where a line of the student's stands, with its text."""
    label = f"{line.file}, line {line.number}, in {line.function}"
    return f"{label}: {line.text}" if line.text else label


def value_difference(expected: Value, value: Value, check: Check) -> str:
    """The first difference between two values, in words; empty when there is none."""
    if isinstance(expected, Seq):
        return _items_differ(expected, value, check)
    wanted = as_array(expected)
    if wanted is None:
        return "" if value == expected else f"returned {brief(value)}, expected {brief(expected)}"
    if value is None:
        return f"returned None, expected {describe(expected)}: {check.none}"
    got = as_array(value)
    if got is None or np.iscomplexobj(got) != np.iscomplexobj(wanted):
        return _wrong_type(expected, value)
    if got.shape != wanted.shape:
        return f"the shape is {shape_text(got.shape)}, expected {shape_text(wanted.shape)}"
    if check.asks is Asks.SHAPE:
        return ""
    if check.asks is Asks.DTYPE:
        return _dtypes_differ(expected, value)
    return numbers_differ(wanted, got, check.tolerance)


def _wrong_type(expected: Value, value: Value) -> str:
    if isinstance(value, Array):
        return f"returned {describe(value)} and dtype {value.dtype}, expected real numbers"
    advice = _ADVICE.get(value.type, "") if isinstance(value, Opaque) else ""
    message = f"returned {describe(value)}, expected {describe(expected)}"
    return f"{message}: {advice}" if advice else message


def _dtypes_differ(expected: Value, value: Value) -> str:
    wanted, got = _dtype(expected), _dtype(value)
    return "" if got == wanted else f"the dtype is {got}, expected {wanted}"


def _dtype(value: Value) -> str:
    return value.dtype if isinstance(value, Array) else describe(value).removeprefix("a ")


def _items_differ(expected: Seq, value: Value, check: Check) -> str:
    if not isinstance(value, Seq):
        return f"returned {describe(value)}, expected {describe(expected)}"
    if len(value.items) != len(expected.items):
        count = len(expected.items)
        return f"returned {describe(value)}, expected {count} value{'s' * (count != 1)}"
    for i, (wanted, got) in enumerate(zip(expected.items, value.items, strict=True)):
        if message := value_difference(wanted, got, check):
            return f"value {i}: {message}"
    return ""


def as_array(value: Value) -> np.ndarray | None:
    """A number or array as an array; None for anything else.

    Any real number counts: of Python, of NumPy, of TensorFlow, or a Fraction.
    """
    match value:
        case bool() | int() | float():
            return np.asarray(value, dtype=np.float64)
        case Number():
            return np.asarray(value.value)
        case Array():
            return value.numpy()
        case _:
            return None


def numbers_differ(wanted: np.ndarray, got: np.ndarray, tolerance: Tolerance) -> str:
    """The first element that is off by more than the tolerance, and how many are."""
    excess = spread(wanted, got, tolerance)
    bad = ~(excess <= 1.0)
    count = int(np.count_nonzero(bad))
    if count == 0:
        return ""
    lost = bad & ~np.isfinite(got) & np.isfinite(wanted)
    word = "not finite" if lost.any() else "values differ"
    index = tuple(int(i) for i in np.argwhere(lost if lost.any() else bad)[0])
    where = f"[{', '.join(map(str, index))}] is " if index else "got "
    total = f" ({count} of {wanted.size} differ)" if wanted.size > 1 else ""
    shown, wanted_ = _number(got[index], wanted[index]), _number(wanted[index])
    return f"{word}: {where}{shown}, expected {wanted_}{total}"


def spread(wanted: np.ndarray, got: np.ndarray, tolerance: Tolerance) -> np.ndarray:
    """The difference of two arrays of one shape in units of the tolerance: at most 1 passes.

    Where both are the same infinity or both NaN, it is 0; where only one is, infinite.
    """
    e, x = _wide(wanted), _wide(got)
    absolute = tolerance.absolute(e) if callable(tolerance.absolute) else tolerance.absolute
    with np.errstate(all="ignore"):
        ratio = np.abs(x - e) / (absolute + tolerance.relative * np.abs(e))
    ratio = np.where(np.isnan(ratio), math.inf, ratio)
    return np.where((x == e) | (np.isnan(x) & np.isnan(e)), 0.0, ratio)


def _wide(array: np.ndarray) -> np.ndarray:
    return array.astype(np.complex128 if np.iscomplexobj(array) else np.float64)


def _number(x: np.generic, beside: np.generic | None = None) -> str:
    """A number in six digits, or in all of them where six would look like the expected one."""
    x = np.abs(x) if x == 0 else x  # -0 would only puzzle
    short = f"{x:.6g}"
    return f"{x!s}" if beside is not None and short == f"{beside:.6g}" else short


EXACT = Tolerance(relative=0, absolute=0)


def alike(one: Outcome, other: Outcome | Lost, check: Check, inputs: Inputs) -> bool:
    """Whether two outcomes are the same, beyond what the check asks: value, and dtype if asked.

    Where a predicate decides, whether it says the same of both, but for what was measured.

    For naming a mistake: its outcomes are to be those of the submission. They were computed on
    another machine, whose last digits may differ also where a check asks for all of them.
    """
    if check.tolerance == EXACT:
        check = replace(check, tolerance=Tolerance())
    match one, other:
        case Raised(), Raised():
            return one.type == other.type and _gist(one.message) == _gist(other.message)
        case Returned(), Returned() if check.holds is not None:
            said = [shortfall(value, check, inputs) for value in (one.value, other.value)]
            return said[0].partition("\n")[0] == said[1].partition("\n")[0]
        case Returned(), Returned():
            if _items(one.value) or _items(other.value):
                return _same_items(one.value, other.value, check)
            return _same_value(one.value, other.value, check)
        case _:
            return False


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


def _gist(message: str) -> str:
    """A message without what changes from call to call: numbers, quotes, operation names."""
    words = "".join(" " if c.isdigit() or c in "[](),'\"" else c for c in message)
    return " ".join(words.split())[:80]
