"""What all wrong numbers have in common, where no relation gives each of them.

It says less than a relation does, so it comes last, and it needs more numbers.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from grader.judge.families import each_number
from grader.judge.fitted import factor, offset
from grader.judge.pairs import Pair
from grader.judge.quantities import single
from grader.judge.spots import wrong_in
from grader.text import Message, template

Pairs = Sequence[Pair]

CASES = 3
"""How many cases must be wrong."""

NUMBERS = 8
"""How many wrong numbers there must be."""

FREE = 6
"""How many numbers must be as a fitted one has them, beyond those that it was read off."""


def _alike(pairs: Pairs) -> bool:
    return all(p.expected.shape == p.returned.shape and p.expected.size for p in pairs)


def one_number(pairs: Pairs) -> Message | None:
    """The same number, or none that is finite, wherever a result is wrong."""
    if not _alike(pairs):
        return None
    wrong = [(p.returned[off], p.expected[off]) for p in pairs if (off := wrong_in(p)).any()]
    right = sum(p.expected.size for p in pairs) - sum(r.size for r, _ in wrong)
    if len(wrong) < CASES or right < NUMBERS:
        return None
    returned = np.concatenate([r for r, _ in wrong])
    expected = np.unique(np.round(np.concatenate([e for _, e in wrong]), 4))
    if returned.size < NUMBERS or expected.size < 3:
        return None
    first = float(returned[0])
    if np.allclose(returned, first, rtol=1e-6, atol=1e-7, equal_nan=True):
        return Message("every wrong number is {number}", number=f"{first:.6g}")
    return None


def wrong_ones(pairs: Pairs) -> Message | None:
    """What every wrong number is of the expected one, beside others that are right."""
    if not _alike(pairs):
        return None
    wrong = [
        replace(p, expected=p.expected[off], returned=p.returned[off], slack=np.zeros(()))
        for p in pairs
        if (off := wrong_in(p)).any()
    ]
    right = sum(p.expected.size for p in pairs) - sum(p.expected.size for p in wrong)
    numbers = {round(x, 4) for p in wrong for x in p.expected.ravel()[:50].tolist()}
    if len(wrong) < CASES or right < NUMBERS or len(numbers) < NUMBERS:
        return None
    what = next(
        (found for family in (each_number, factor, offset) if (found := family(wrong))), None
    )
    return Message("every wrong number is {what}", what=what) if what else None


def signs(pairs: Pairs) -> Message | None:
    """The right sizes, some with the other sign."""
    if not _alike(pairs):
        return None
    close = all(
        np.all(np.abs(np.abs(p.expected) - np.abs(p.returned)) <= 2e-6 + p.slack) for p in pairs
    )
    off = [np.abs(p.expected[wrong_in(p)]) for p in pairs]
    different = np.unique(np.round(np.concatenate(off), 4))
    if not close or different.size < NUMBERS or sum(o.size > 0 for o in off) < CASES:
        return None
    return Message("the sizes of all numbers are right; the signs of some are not")


def steady(pairs: Pairs) -> Message | None:
    """What is expected with one number added to a whole result or row, or multiplied by one."""
    if not _alike(pairs):
        return None
    for rows, added, text in _STEADY:
        if _is_steady(pairs, rows, added):
            return text
    return None


_STEADY = (
    (
        False,
        True,
        Message(
            "each result is the expected one with one number added to all of it, another number "
            "for other inputs"
        ),
    ),
    (
        False,
        False,
        Message(
            "each result is the expected one multiplied by one number, another number for other "
            "inputs"
        ),
    ),
    (
        True,
        True,
        Message(
            "each row of a result is the expected one with one number added to all of it, another "
            "number for other rows"
        ),
    ),
    (
        True,
        False,
        Message(
            "each row of a result is the expected one multiplied by one number, another number for "
            "other rows"
        ),
    ),
)


def _is_steady(pairs: Pairs, rows: bool, added: bool) -> bool:
    free, seen = 0, set[float]()
    for pair in pairs:
        if rows and pair.expected.ndim != 2:
            return False
        length = pair.expected.shape[-1] if rows else pair.expected.size
        for e, r, slack in zip(
            pair.expected.reshape(-1, length),
            pair.returned.reshape(-1, length),
            np.broadcast_to(pair.slack, pair.expected.shape).reshape(-1, length),
            strict=True,
        ):
            if not (np.isfinite(e).all() and np.isfinite(r).all()):
                return False
            at = int(np.argmax(np.abs(e)))
            if added:
                made, number = e + (r[at] - e[at]), r[at] - e[at]
            elif abs(e[at]) < 1e-6:
                made, number = 0 * e, 1.0
            else:
                made, number = e * (r[at] / e[at]), r[at] / e[at]
            if not np.all(np.abs(made - r) <= 1e-5 + 1e-4 * np.abs(r) + 2 * slack):
                return False
            neutral = number if added else number - 1
            if abs(neutral) > 1e-3 and np.ptp(e) > 1e-2 * np.max(np.abs(e)):
                free += np.unique(np.round(e, 4)).size - 1
                seen.add(round(float(number), 3))
    return free >= FREE and len(seen) >= CASES


def dependent(pairs: Pairs) -> Message | None:
    """A factor, or a term, that only one quantity of the inputs decides on."""
    if not _alike(pairs):
        return None
    for text, of_pair in ((_TERM, _added), (_FACTOR, _factor)):
        numbers = [of_pair(pair) for pair in pairs]
        if any(number is None for number in numbers):
            continue
        known = [number for number in numbers if number is not None]
        found: dict[tuple[float, ...], Message] = {}
        for words, values in single([p.inputs for p in pairs]):
            if _decides(values, known):
                found.setdefault(tuple(values), words)
        if found:
            return Message(text, quantity=next(iter(found.values()))) if len(found) == 1 else None
    return None


_TERM = template("the expected one and a number that depends on {quantity} alone")
_FACTOR = template("the expected one times a number that depends on {quantity} alone")


def _added(pair: Pair) -> float | None:
    off = pair.returned - pair.expected
    if not np.isfinite(off).all() or np.ptp(off) > 1e-5 + 1e-4 * np.max(np.abs(off)):
        return None
    return float(off.flat[0])


def _factor(pair: Pair) -> float | None:
    at = int(np.argmax(np.abs(pair.expected)))
    e = float(pair.expected.flat[at])
    if not np.isfinite(pair.returned).all() or abs(e) < 1e-6:
        return None
    factor = float(pair.returned.flat[at]) / e
    made = factor * pair.expected
    return factor if np.allclose(made, pair.returned, rtol=1e-4, atol=1e-5) else None


def _decides(values: Sequence[float], numbers: Sequence[float]) -> bool:
    """Whether the numbers are the same wherever the values are, in many cases, and else are not."""
    groups: dict[float, list[float]] = {}
    for value, number in zip(values, numbers, strict=True):
        groups.setdefault(value, []).append(number)
    scale = max(map(abs, numbers))
    if any(
        max(each) - min(each) > 1e-4 * (1e-2 * scale + abs(each[0])) for each in groups.values()
    ):
        return False
    firsts = {round(each[0] / scale, 3) for each in groups.values()} if scale else set()
    repeated = sum(len(each) - 1 for each in groups.values())
    return len(firsts) >= 3 and repeated >= FREE


def near(pairs: Pairs) -> Message | None:
    """How far wrong numbers are from the expected ones, where that is little."""
    if not _alike(pairs):
        return None
    wrong = [(p.returned[off], p.expected[off]) for p in pairs if (off := wrong_in(p)).any()]
    if len(wrong) < CASES:
        return None
    returned, expected = (np.concatenate(each) for each in zip(*wrong, strict=True))
    if returned.size < NUMBERS or not np.isfinite(returned).all() or not np.all(expected):
        return None
    share = float(np.max(np.abs(returned / expected - 1)))
    for bound, shown in ((1e-3, "0.1"), (1e-2, "1"), (5e-2, "5")):
        if share < bound:
            return Message(
                "every wrong number is within {percent} % of the expected one", percent=shown
            )
    return None
