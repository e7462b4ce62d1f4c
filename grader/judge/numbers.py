"""Values as numbers: arrays compared within a tolerance, and how far apart they are."""

import math

import numpy as np

from grader.authoring import Check, Tolerance
from grader.text import Message
from grader.wire import Array, Number, Outcome, Returned, Seq, Value


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


def numbers_differ(wanted: np.ndarray, got: np.ndarray, tolerance: Tolerance) -> Message | None:
    """The first element that is off by more than the tolerance, and how many are."""
    bad = ~(spread(wanted, got, tolerance) <= 1.0)
    count = int(np.count_nonzero(bad))
    if count == 0:
        return None
    lost = bad & ~np.isfinite(got) & np.isfinite(wanted)
    index = tuple(int(i) for i in np.argwhere(lost if lost.any() else bad)[0])
    first = _element(index, _number(got[index], wanted[index]), _number(wanted[index]))
    if wanted.size > 1:
        first = Message(
            "{difference} ({count} of {size} differ)",
            difference=first,
            count=count,
            size=wanted.size,
        )
    if lost.any():
        return Message("not finite: {difference}", difference=first)
    return Message("values differ: {difference}", difference=first)


def _element(index: tuple[int, ...], got: str, expected: str) -> Message:
    if not index:
        return Message("got {got}, expected {expected}", got=got, expected=expected)
    place = f"[{', '.join(map(str, index))}]"
    return Message("{place} is {got}, expected {expected}", place=place, got=got, expected=expected)


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


def distance(expected: Outcome, outcome: object, check: Check) -> float:
    """The largest difference of two outcomes in units of the check's tolerance."""
    if not isinstance(expected, Returned) or not isinstance(outcome, Returned):
        return 0.0
    return _value_distance(expected.value, outcome.value, check)


def _value_distance(expected: Value, value: Value, check: Check) -> float:
    if isinstance(expected, Seq) and isinstance(value, Seq):
        pairs = zip(expected.items, value.items, strict=False)
        return max((_value_distance(e, v, check) for e, v in pairs), default=0.0)
    e, v = as_array(expected), as_array(value)
    if e is None or v is None or e.shape != v.shape or not isinstance(expected, Array):
        return 0.0
    with np.errstate(all="ignore"):
        return float(np.max(spread(e, v, check.tolerance), initial=0.0))
