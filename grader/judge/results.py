"""What all the results of a check have to do with the expected ones: arithmetic over pairs."""

from collections.abc import Sequence

import numpy as np

from grader.authoring import Check, Tolerance
from grader.judge.evidence import is_uniform, same
from grader.judge.families import Family
from grader.judge.fitted import FAMILIES, IS, WHOLE
from grader.judge.numbers import as_array
from grader.judge.pairs import CASES, Pair
from grader.judge.shifts import in_another_order, shifted
from grader.judge.spots import of_spots
from grader.judge.tendency import dependent, near, one_number, signs, steady, wrong_ones
from grader.judge.terms import of_terms
from grader.text import Message
from grader.wire import Inputs, Value

MOST = 1_000_000
"""How many numbers are looked at: what a student returns may fill the judge's memory."""

ENOUGH = 3
"""How many cases a constant must be returned in."""

Values = list[tuple[Inputs, Value, Value]]
"""Inputs, the expected value and the returned one, case by case."""


def pairs_of(check: Check, values: Values) -> list[Pair] | None:
    """Real arrays; None where something else came back, or much more than there is to look at."""
    found, room = [], MOST
    for inputs, expected, returned in values:
        e, r = as_array(expected), as_array(returned)
        if e is None or r is None or np.iscomplexobj(e) or np.iscomplexobj(r):
            return None
        room -= e.size + r.size
        if not e.size or not r.size or room < 0:
            return None
        flags = r.dtype.kind == "b"
        e, r = e.astype(np.float64), r.astype(np.float64)
        found.append(Pair(inputs, e, r, slack(check.tolerance, e), flags))
    return found


def slack(tolerance: Tolerance, expected: np.ndarray) -> np.ndarray:
    """How far right numbers may be from the expected ones."""
    with np.errstate(all="ignore"):
        absolute = tolerance.absolute(expected) if callable(tolerance.absolute) else 0.0
        slack = np.asarray(absolute + tolerance.relative * np.abs(expected), np.float64)
    return np.broadcast_to(np.nan_to_num(slack), expected.shape)


def what_is(pairs: list[Pair]) -> Message | None:
    """What the result is, as a sentence."""
    if found := _constant(pairs) or _opposite(pairs) or _an_input(pairs):
        return found
    if found := _uniform(pairs):
        return found
    return first_of(pairs, FAMILIES)


def what_more(pairs: list[Pair]) -> Message | None:
    """What the result has to do with the inputs, or with parts of the expected one."""
    return first_of(pairs, MORE)


def what_is_wrong(pairs: list[Pair]) -> Message | None:
    """What wrong numbers have in common: it says less than what a result is."""
    return first_of(pairs, LESS)


MORE: tuple[tuple[Family, str], ...] = (
    (shifted, WHOLE),
    (of_terms, IS),
    (in_another_order, IS),
    (signs, WHOLE),
)
LESS: tuple[tuple[Family, str], ...] = (
    (one_number, WHOLE),
    (wrong_ones, WHOLE),
    (dependent, IS),
    (steady, WHOLE),
    (of_spots, WHOLE),
    (near, WHOLE),
)


def first_of(pairs: list[Pair], families: Sequence[tuple[Family, str]]) -> Message | None:
    """The sentence of the first family that holds."""
    for family, text in families:
        with np.errstate(all="ignore"):
            if what := family(pairs):
                return Message(text, what=what)
    return None


def _constant(pairs: list[Pair]) -> Message | None:
    """One number, whatever the inputs are."""
    first = float(pairs[0].returned.ravel()[0]) if pairs else 0.0
    if any(not _is(pair.returned, first) for pair in pairs):
        return None
    expected = [p for p in pairs if not _is(p.expected, first)]
    if len(expected) < ENOUGH:
        return None
    number = str(bool(first)) if all(pair.flags for pair in pairs) else f"{first:.6g}"
    return Message("the result is {number} on every input", number=number)


def _opposite(pairs: list[Pair]) -> Message | None:
    """True for False, and False for True."""
    if not all(pair.flags and pair.returned.shape == pair.expected.shape for pair in pairs):
        return None
    if any(np.any(pair.returned != 1 - pair.expected) for pair in pairs):
        return None
    counts = [sum(bool(np.any(pair.returned == flag)) for pair in pairs) for flag in (0, 1)]
    if min(counts) < ENOUGH:
        return None
    return Message("the result is True where False is expected, and False where True is")


def _uniform(pairs: list[Pair]) -> Message | None:
    """Arrays of one number only, or where they are wrong, of none at all."""
    wrong = [p for p in pairs if p.returned.shape != p.expected.shape or not same_as(p)]
    if len(wrong) >= ENOUGH and not any(np.isfinite(p.returned).any() for p in wrong):
        return Message("wherever the result is wrong, none of its numbers is finite")
    several = [p for p in pairs if p.returned.size > 1]
    uniform = all(is_uniform(p.returned) and np.isfinite(p.returned).all() for p in several)
    if uniform and sum(not is_uniform(p.expected) for p in several) >= ENOUGH:
        return Message("all numbers of a result are the same, on every input")
    return None


def same_as(pair: Pair) -> bool:
    """Whether what came back is what is expected, within the slack."""
    off = np.abs(pair.expected - pair.returned)
    return bool(np.all((off <= 2e-6 + pair.slack) | (pair.expected == pair.returned)))


def _is(array: np.ndarray, number: float) -> bool:
    return bool(np.allclose(array, number, rtol=1e-6, atol=1e-7, equal_nan=True))


def _an_input(pairs: list[Pair]) -> Message | None:
    """An input that came back as it went in."""
    for name, value in pairs[0].inputs.items() if pairs else ():
        first = as_array(value)
        if first is None or not same(pairs[0].returned, first):
            continue
        arrays = [as_array(pair.inputs[name]) for pair in pairs if name in pair.inputs]
        if len(arrays) < len(pairs):
            continue
        equal = [a is not None and same(p.returned, a) for a, p in zip(arrays, pairs, strict=True)]
        differ = (not same(p.expected, p.returned) and not is_uniform(p.returned) for p in pairs)
        if all(equal) and sum(differ) >= CASES:
            return Message("the result is the input `{name}` as it is, on every input", name=name)
    return None
