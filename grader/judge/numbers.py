"""Values as numbers: arrays compared within a tolerance, and how far apart they are."""

import math

import numpy as np

from grader.authoring import Check, Tolerance
from grader.judge.form import parts
from grader.text import Message, template
from grader.wire import Array, Map, Number, Outcome, Returned, Seq, Value

VALUES_DIFFER = template("values differ: {difference}")
"""What is said of two arrays of one shape."""


def as_array(value: Value) -> np.ndarray | None:
    """A number or array as an array; None for anything else.

    Any real number counts: of Python, of NumPy, of TensorFlow, or a Fraction.
    """
    match value:
        case bool():
            return np.asarray(value)
        case int() | float():
            return np.asarray(value, dtype=np.float64)
        case Number():
            return np.asarray(value.value)
        case Array():
            return value.numpy()
        case _:
            return None


def numbers_differ(wanted: np.ndarray, got: np.ndarray, tolerance: Tolerance) -> Message | None:
    """An element that is plainly off by more than the tolerance, and how many are off."""
    if _surely_alike(wanted, got, tolerance):
        return None
    bad = ~(spread(wanted, got, tolerance) <= 1.0)
    count = int(np.count_nonzero(bad))
    if count == 0:
        return None
    lost = bad & ~np.isfinite(got) & np.isfinite(wanted)
    index = _plainest(wanted, got, lost if lost.any() else bad)
    first = _element(index, *_numbers(got[index], wanted[index]))
    if wanted.size > 1:
        first = Message(
            "{difference} ({count} of {size} differ)",
            difference=first,
            count=count,
            size=wanted.size,
        )
    if lost.any():
        return Message("not finite: {difference}", difference=first)
    return Message(VALUES_DIFFER, difference=first)


def _plainest(wanted: np.ndarray, got: np.ndarray, bad: np.ndarray) -> tuple[int, ...]:
    """The first place, of those that are bad, whose share is at least half of the largest."""
    found = np.where(bad, shares(wanted, got), -1.0)
    return tuple(int(i) for i in np.argwhere(found >= found.max() / 2)[0])


def shares(wanted: np.ndarray, got: np.ndarray) -> np.ndarray:
    """For each place, the difference of two numbers as a share of the larger one: 0 to 1."""
    e, x = _wide(wanted), _wide(got)
    with np.errstate(all="ignore"):
        share = np.abs(x - e) / np.maximum(np.abs(x), np.abs(e))
    share = np.where(np.isfinite(share), np.minimum(share, 1.0), 1.0)
    return np.where((x == e) | (np.isnan(x) & np.isnan(e)), 0.0, share)


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


def _surely_alike(wanted: np.ndarray, got: np.ndarray, tolerance: Tolerance) -> bool:
    """Whether all differences are below the tolerance: then `spread` is below 1 everywhere.

    It takes half the time. Of infinities, of NaN and of what is on the bound it says nothing.
    """
    e, x = _wide(wanted), _wide(got)
    absolute = tolerance.absolute(e) if callable(tolerance.absolute) else tolerance.absolute
    with np.errstate(all="ignore"):
        return bool((np.abs(x - e) < absolute + tolerance.relative * np.abs(e)).all())


def _wide(array: np.ndarray) -> np.ndarray:
    return array.astype(np.complex128 if np.iscomplexobj(array) else np.float64)


def _numbers(x: np.generic, e: np.generic) -> tuple[str, str]:
    """Two numbers in as many digits as are needed to see how far apart they are, and at least 4.

    True and False are words, also beside a number.
    """
    if isinstance(x, np.bool) or isinstance(e, np.bool):
        return _word(x), _word(e)
    x, e = (np.abs(n) if n == 0 else n for n in (x, e))  # -0 would only puzzle
    if not (np.isfinite(x) and np.isfinite(e)):
        return f"{x:.6g}", f"{e:.6g}"
    apart, largest = abs(complex(x) - complex(e)), max(abs(complex(x)), abs(complex(e)))
    for digits in range(4 if largest < 1000 else 6, 17):
        got, expected = f"{x:.{digits}g}", f"{e:.{digits}g}"
        if abs(abs(complex(got) - complex(expected)) - apart) <= apart / 4:
            return got, expected
    return str(x), str(e)


def _word(number: np.generic) -> str:
    return str(number) if isinstance(number, np.bool) else f"{number:.6g}"


def distance(expected: Outcome, outcome: object, check: Check) -> float:
    """The largest difference of two outcomes in units of the check's tolerance."""
    if not isinstance(expected, Returned) or not isinstance(outcome, Returned):
        return 0.0
    return _value_distance(expected.value, outcome.value, check)


def _value_distance(expected: Value, value: Value, check: Check) -> float:
    if isinstance(expected, Seq | Map) and isinstance(value, Seq | Map):
        wanted, got = parts(expected), parts(value)
        both = ((item, got[place]) for place, item in wanted.items() if place in got)
        return max((_value_distance(e, v, check) for e, v in both), default=0.0)
    e, v = as_array(expected), as_array(value)
    if e is None or v is None or e.shape != v.shape:
        return 0.0
    with np.errstate(all="ignore"):
        return float(np.max(spread(e, v, check.tolerance), initial=0.0))
