"""Relations with a number that is read off, or with a quantity of the inputs; and all relations.

The number is read off one case and has to hold in all the others.
"""

from collections.abc import Iterator

import numpy as np

from grader.judge.families import (
    Family,
    Pairs,
    averaged,
    elementwise,
    only,
    picked,
    reduced,
    undone,
)
from grader.judge.likely import epsilon, tempered
from grader.judge.pairs import NUMBERS, Guess, Pair, holds
from grader.judge.quantities import quantities
from grader.text import Message, template


def factor(pairs: Pairs) -> Message | None:
    """A multiple of what is expected, by a constant or by a quantity of the inputs."""
    first = next((_ratio(p) for p in pairs if _ratio(p) is not None), None)
    if first is None:
        return None
    if holds(pairs, lambda pair: pair.expected * first, fitted=1):
        return _times(first)
    return only(_by_quantity(pairs))


def _ratio(pair: Pair) -> float | None:
    """Returned divided by expected, where the expected number is largest and they differ."""
    e, r = pair.expected, pair.returned
    if e.shape != r.shape or not e.size or not np.isfinite(e).all() or not np.isfinite(r).all():
        return None
    at = np.unravel_index(np.argmax(np.abs(e)), e.shape)
    if abs(e[at]) < 1e-4 or abs(r[at] - e[at]) <= 1e-3 * abs(e[at]):
        return None
    return float(r[at] / e[at])


_NAMED = {
    2.0: Message("twice the expected one"),
    0.5: Message("half of the expected one"),
    -1.0: Message("minus the expected one"),
}
_LOGARITHMS = {2: 1 / np.log(2), 10: 1 / np.log(10)}


def _times(k: float) -> Message | None:
    for value, words in _NAMED.items():
        if abs(k / value - 1) < 1e-4:
            return words
    for base, value in _LOGARITHMS.items():
        if abs(abs(k) / value - 1) < 1e-4:
            return Message(
                "{factor} times the expected one, as a logarithm to base {base} would be "
                "in place of the natural one",
                factor=f"{k:.4g}",
                base=base,
            )
    if abs(k) < 1 and abs(1 / k - round(1 / k)) < 1e-3 * abs(1 / k) and abs(1 / k) < 5000:
        return Message("1/{divisor} of the expected one", divisor=round(1 / k))
    return Message("{factor} times the expected one", factor=f"{k:.5g}")


_POWERS = (
    (1, template("the expected one times {quantity}")),
    (-1, template("the expected one divided by {quantity}")),
    (0.5, template("the expected one times the square root of {quantity}")),
    (-0.5, template("the expected one divided by the square root of {quantity}")),
    (2, template("the expected one times the square of {quantity}")),
    (-2, template("the expected one divided by the square of {quantity}")),
)


def _by_quantity(pairs: Pairs) -> Iterator[Message]:
    ratios = _ratios(pairs)
    for quantity, numbers in quantities([pair.inputs for pair in pairs]):
        by_inputs = {id(pair.inputs): number for pair, number in zip(pairs, numbers, strict=True)}
        for power, text in _POWERS:
            for sign in (1.0, -1.0):
                if not _near(ratios, [sign * numbers[i] ** power for i, _, _ in ratios]):
                    continue
                if holds(pairs, _multiple(by_inputs, power, sign)):
                    words = Message(text, quantity=quantity)
                    yield words if sign > 0 else Message("minus {what}", what=words)
                    return


_Ratio = tuple[int, float, float]
"""Of which pair it is, the ratio, and how far from it one may be that holds."""


def _ratios(pairs: Pairs) -> list[_Ratio]:
    """Some ratios: what is nowhere near to them need not be looked at in all pairs."""
    found: list[_Ratio] = []
    for i, pair in enumerate(pairs):
        if (ratio := _ratio(pair)) is not None:
            largest = float(np.max(np.abs(pair.expected)))
            share = 0.02 + 2 * float(np.max(pair.slack)) / largest
            found.append((i, ratio, abs(ratio) * share + 1e-4 / largest))
        if len(found) == _SOME:
            break
    return found


_SOME = 3


def _near(ratios: list[_Ratio], factors: list[float]) -> bool:
    return all(abs(f - r) <= off for f, (_, r, off) in zip(factors, ratios, strict=True))


def _multiple(numbers: dict[int, float], power: float, sign: float) -> Guess:
    return lambda pair: pair.expected * (sign * numbers[id(pair.inputs)] ** power)


def fixed(pairs: Pairs) -> Message | None:
    """A constant in the place of a quantity: a batch size, or a learning rate, that is written in.

    What is expected, times the quantity or divided by it, and times a constant.
    """
    return only(_by_constant(pairs))


def _by_constant(pairs: Pairs) -> Iterator[Message]:
    ratios = _ratios(pairs)
    if not ratios:
        return
    place, ratio, _ = ratios[0]
    for quantity, numbers in quantities([pair.inputs for pair in pairs]):
        if len(set(numbers)) < _VALUES:
            continue
        by_inputs = {id(pair.inputs): number for pair, number in zip(pairs, numbers, strict=True)}
        for power, text in ((1.0, _FOR_DIVISOR), (-1.0, _FOR_FACTOR)):
            constant = ratio / numbers[place] ** power
            if not _near(ratios, [constant * numbers[i] ** power for i, _, _ in ratios]):
                continue
            if holds(pairs, _multiple(by_inputs, power, constant), fitted=1):
                shown = 1 / constant if power > 0 else constant
                yield Message(text, number=f"{shown:.5g}", quantity=quantity)


_VALUES = 3
"""How many values a quantity must have for which a constant was taken."""

_FOR_DIVISOR = template(
    "the expected one times {quantity} and divided by {number}: is {number} written where "
    "{quantity} belongs?"
)
_FOR_FACTOR = template(
    "the expected one divided by {quantity} and times {number}: is {number} written where "
    "{quantity} belongs?"
)


def offset(pairs: Pairs) -> Message | None:
    """What is expected, and a constant added."""
    first = next(
        (
            float(difference.ravel()[0])
            for p in pairs
            if p.expected.shape == p.returned.shape and p.expected.size
            for difference in [p.returned - p.expected]
            if np.isfinite(difference).all() and abs(difference.ravel()[0]) > 1e-4
        ),
        None,
    )
    if first is None or not holds(pairs, lambda pair: pair.expected + first, fitted=1):
        return None
    text = _MORE if first > 0 else _LESS
    return Message(text, number=f"{abs(first):.5g}")


_MORE = template("the expected one plus {number}")
_LESS = template("the expected one minus {number}")


def line(pairs: Pairs) -> Message | None:
    """A multiple of what is expected, and a constant added: both are read off two numbers."""
    points = [
        (float(e), float(r))
        for p in pairs
        if p.expected.shape == p.returned.shape
        for e, r in zip(p.expected.ravel()[:8], p.returned.ravel()[:8], strict=True)
        if np.isfinite(e) and np.isfinite(r)
    ]
    if len(points) < NUMBERS:
        return None
    (low, at_low), (high, at_high) = min(points), max(points)
    if high - low < 1e-2:
        return None
    factor = (at_high - at_low) / (high - low)
    added = at_low - factor * low
    if abs(factor) < 1e-3 or not holds(pairs, lambda p: factor * p.expected + added, fitted=2):
        return None
    if abs(factor + 1) < 1e-4:
        return Message("{number} minus the expected one", number=f"{added:.5g}")
    text = _PLUS if added > 0 else _MINUS
    return Message(text, factor=f"{factor:.5g}", number=f"{abs(added):.5g}")


_PLUS = template("{factor} times the expected one, plus {number}")
_MINUS = template("{factor} times the expected one, minus {number}")


def clipped(pairs: Pairs) -> Message | None:
    """What is expected, but never above or below a bound."""
    same = [p for p in pairs if p.expected.shape == p.returned.shape and p.expected.size]
    if len(same) < len(pairs):
        return None
    top = max((float(np.max(p.returned)) for p in same), default=np.nan)
    low = min((float(np.min(p.returned)) for p in same), default=np.nan)
    beyond = sum(_beyond(p, top, 1) for p in same), sum(_beyond(p, low, -1) for p in same)
    if beyond[0] >= 3 and _clips(pairs, lambda pair: np.minimum(pair.expected, top)):
        return Message("the expected one, but never above {bound}", bound=f"{top:.5g}")
    if beyond[1] >= 3 and _clips(pairs, lambda pair: np.maximum(pair.expected, low)):
        return Message("the expected one, but never below {bound}", bound=f"{low:.5g}")
    if min(beyond) >= 2 and _clips(pairs, lambda pair: np.clip(pair.expected, low, top)):
        return Message(
            "the expected one, but never below {low} and never above {top}",
            low=f"{low:.5g}",
            top=f"{top:.5g}",
        )
    return None


def _beyond(pair: Pair, bound: float, sign: int) -> int:
    """How many expected numbers are plainly beyond a bound that came back in their place."""
    far = sign * (pair.expected - bound) > 1e-3 * max(1.0, abs(bound))
    return int(np.count_nonzero(far & (np.abs(pair.returned - bound) < 1e-4 * max(1, abs(bound)))))


def _clips(pairs: Pairs, guess: Guess) -> bool:
    """As `holds`, where all that is foretold may be one number: others must be right."""
    close = all(
        np.allclose(made, p.returned, rtol=5e-5, atol=5e-6)
        for p in pairs
        if (made := guess(p)) is not None
    )
    inside = [
        p.expected[np.abs(p.expected - p.returned) <= 1e-5 + 1e-4 * np.abs(p.expected)]
        for p in pairs
    ]
    distinct = {round(x, 4) for array in inside for x in array.ravel()[:50].tolist()}
    return close and len(distinct) >= 4


def rounded(pairs: Pairs) -> Message | None:
    """What is expected, in fewer digits."""
    for decimals in range(6):
        if holds(pairs, _rounding(decimals), exact=True):
            if decimals == 0:
                return Message("the expected one, rounded to integers")
            return Message("the expected one, rounded to {n} decimals", n=decimals)
    if holds(pairs, lambda pair: np.floor(pair.expected), exact=True):
        return Message("the expected one, rounded down to integers")
    return None


def _rounding(decimals: int) -> Guess:
    return lambda pair: np.round(pair.expected, decimals)


IS = template("the result is {what}, on every input")
WHOLE = template("{what}, on every input")
_ON_EVERY_INPUT = template("on every input the result is {what}")

FAMILIES: tuple[tuple[Family, str], ...] = (
    (picked, IS),
    (elementwise, IS),
    (reduced, IS),
    (factor, IS),
    (fixed, _ON_EVERY_INPUT),
    (offset, IS),
    (line, IS),
    (undone, WHOLE),
    (rounded, IS),
    (clipped, IS),
    (epsilon, IS),
    (tempered, IS),
)
"""From simple to far-fetched, each with its sentence: the first that holds is told."""

_BESIDES = template("two things meet: what the hint says, and besides, the result is {what}")

BESIDES: tuple[tuple[Family, str], ...] = (
    (picked, _BESIDES),
    (averaged, _BESIDES),
    (factor, _BESIDES),
)
"""What may be done to the result of a known mistake: nothing that leaves another cause for it."""
