"""Kinds of relations between what came back and what was expected, from simple to far-fetched.

Each kind is a function from the pairs to what the numbers show, as a message, or nothing. What it
says is arithmetic that holds in every pair: it names no cause.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import product

import numpy as np

from grader.judge.pairs import Guess, Pair, holds
from grader.judge.quantities import quantities
from grader.text import Message, template

Pairs = Sequence[Pair]
Family = Callable[[Pairs], Message | None]


def _axis(function: Callable[..., np.ndarray], axis: int) -> Guess:
    """A function along an axis, for arrays that have more than one."""
    return lambda pair: function(pair.expected, axis=axis) if pair.expected.ndim > 1 else None


def _of(function: Callable[[np.ndarray], np.ndarray], least: int = 0) -> Guess:
    """A function of the expected array, where it has at least so many axes."""
    return lambda pair: function(pair.expected) if pair.expected.ndim >= least else None


def softmax(x: np.ndarray, axis: int = -1) -> np.ndarray:
    """The softmax along an axis."""
    e = np.exp(x - np.max(x, axis=axis, keepdims=True))
    return e / np.sum(e, axis=axis, keepdims=True)


def _every(pick: int) -> Guess:
    def guess(pair: Pair) -> np.ndarray | None:
        e = pair.expected
        return np.broadcast_to(e[pick], e.shape) if e.ndim > 0 and len(e) else None

    return guess


_SAME_SHAPE: list[tuple[Guess, Message]] = [
    (_of(lambda e: -e), Message("minus the expected one")),
    (_of(lambda e: 1 - e), Message("1 minus the expected one")),
    (_of(lambda e: e.T, 2), Message("the expected one, transposed")),
    (_of(lambda e: e[::-1], 1), Message("the expected one with its rows in reverse order")),
    (_of(lambda e: e[:, ::-1], 2), Message("the expected one with its columns in reverse order")),
    (_of(lambda e: np.roll(e, 1, 0), 1), Message("the expected one with its rows moved by one")),
    (_of(lambda e: np.roll(e, -1, 0), 1), Message("the expected one with its rows moved by -1")),
    (_every(0), Message("the first row of the expected one, in every row")),
    (_every(-1), Message("the last row of the expected one, in every row")),
    (_of(np.square), Message("the square of the expected one")),
    (_of(np.sqrt), Message("the square root of the expected one")),
    (_of(np.abs), Message("the expected one without its signs")),
    (_of(np.reciprocal), Message("1 divided by the expected one")),
    (_of(np.exp), Message("e to the power of the expected one")),
    (_of(np.log), Message("the logarithm of the expected one")),
    (_of(softmax, 2), Message("the softmax of each row of the expected one")),
    (_of(lambda e: np.cumsum(e, 0), 1), Message("the running sum of the expected one")),
]

_REDUCTIONS: tuple[tuple[Callable[..., np.ndarray], str], ...] = (
    (np.sum, template("the expected one summed over {axis}")),
    (np.mean, template("the expected one averaged over {axis}")),
    (np.max, template("the largest of the expected numbers over {axis}")),
    (np.min, template("the smallest of the expected numbers over {axis}")),
    (np.argmax, template("the place of the largest of the expected numbers over {axis}")),
)
_AXES = (
    (None, Message("everything")),
    (0, Message("axis 0")),
    (1, Message("axis 1")),
)


def elementwise(pairs: Pairs) -> Message | None:
    """Something made of each number, or of the rows in another order."""
    return _only(words for guess, words in _SAME_SHAPE if holds(pairs, guess))


def reduced(pairs: Pairs) -> Message | None:
    """A sum, a mean, or another reduction of what is expected, perhaps with the other sign."""
    return _only(_reductions(pairs))


def _reductions(pairs: Pairs) -> Iterator[Message]:
    for (function, text), (axis, over), keep in product(_REDUCTIONS, _AXES, (False, True)):
        guess, words = _reduction(function, axis, keep), Message(text, axis=over)
        if holds(pairs, guess):
            yield words
        elif holds(pairs, _minus(guess)):
            yield Message("minus {what}", what=words)


def _minus(guess: Guess) -> Guess:
    def negated(pair: Pair) -> np.ndarray | None:
        guessed = guess(pair)
        return None if guessed is None else -guessed

    return negated


def _reduction(function: Callable[..., np.ndarray], axis: int | None, keep: bool) -> Guess:
    def guess(pair: Pair) -> np.ndarray | None:
        axes = pair.expected.ndim
        if not pair.expected.size or (axis is not None and axes < max(2, axis + 1)):
            return None
        return np.asarray(function(pair.expected, axis=axis, keepdims=keep))

    return guess


def picked(pairs: Pairs) -> Message | None:
    """A part of what is expected, or the whole of it in another shape."""
    parts: list[tuple[Guess, Message]] = [
        (_of(lambda e: e[0], 1), Message("the first row of the expected one alone")),
        (_of(lambda e: e[:1], 1), Message("the first row of the expected one alone")),
        (_of(lambda e: e[-1], 1), Message("the last row of the expected one alone")),
        (_of(lambda e: e[1:], 1), Message("the expected one without its first row")),
        (_of(lambda e: e[:-1], 1), Message("the expected one without its last row")),
        (_of(np.ravel), Message("the expected numbers in one row, shape (n,)")),
        (_of(lambda e: e[..., None]), Message("the expected one with one more axis, at the end")),
        (_of(lambda e: e[None]), Message("the expected one with one more axis, at the front")),
        (_of(lambda e: e.T, 2), Message("the expected one, transposed")),
        (_squeezed, Message("the expected one without its axes of length 1")),
        (
            lambda pair: _spread_out(pair, 0),
            Message("a table in which each row is the expected one"),
        ),
        (
            lambda pair: _spread_out(pair, 1),
            Message("a table in which each column is the expected one"),
        ),
    ]
    return _only(words for guess, words in parts if holds(pairs, guess, exact=True))


def _squeezed(pair: Pair) -> np.ndarray | None:
    return np.squeeze(pair.expected) if 1 in pair.expected.shape else pair.expected


def _spread_out(pair: Pair, axis: int) -> np.ndarray | None:
    if pair.expected.ndim != 1 or pair.returned.ndim != 2:
        return None
    try:
        return np.broadcast_to(np.expand_dims(pair.expected, axis), pair.returned.shape)
    except ValueError:
        return None


def undone(pairs: Pairs) -> Message | None:
    """What came back is the expected one before a last step: a sum, a mean, a softmax."""
    steps: list[tuple[Callable[[np.ndarray], np.ndarray], Message]] = [
        (
            lambda r: np.sum(r, axis=1),
            Message("the sum of the result over axis 1 is the expected one"),
        ),
        (
            lambda r: np.sum(r, axis=0),
            Message("the sum of the result over axis 0 is the expected one"),
        ),
        (
            lambda r: np.mean(r, axis=1),
            Message("the mean of the result over axis 1 is the expected one"),
        ),
        (
            lambda r: np.mean(r, axis=0),
            Message("the mean of the result over axis 0 is the expected one"),
        ),
        (
            lambda r: np.asarray(np.mean(r)),
            Message("the mean of the whole result is the expected one"),
        ),
        (
            lambda r: np.asarray(np.sum(r)),
            Message("the sum of the whole result is the expected one"),
        ),
        (np.diagonal, Message("the expected numbers stand on the diagonal of the result")),
        (softmax, Message("the softmax of each row of the result is the expected one")),
        (
            lambda r: r / np.sum(r, axis=-1, keepdims=True),
            Message("each row of the result, divided by its sum, is the expected one"),
        ),
    ]
    return _only(words for step, words in steps if _undoes(pairs, step))


def _undoes(pairs: Pairs, step: Callable[[np.ndarray], np.ndarray]) -> bool:
    """Whether the step makes the expected arrays of those that came back."""
    turned = [Pair(p.inputs, p.returned, p.expected, np.zeros(())) for p in pairs]

    def guess(pair: Pair) -> np.ndarray | None:
        try:
            made = step(pair.expected)
        except (ValueError, IndexError):  # it has too few axes for that
            return None
        return made if pair.expected.ndim > 1 else None

    return holds(turned, guess)


def _only(found: Iterator[Message]) -> Message | None:
    """The one that holds; where several do, the numbers do not tell which."""
    each = list(dict.fromkeys(found))
    return each[0] if len(each) == 1 else None


# --- with a number that is read off ------------------------------------------------------------


def factor(pairs: Pairs) -> Message | None:
    """A multiple of what is expected, by a constant or by a quantity of the inputs."""
    first = next((_ratio(p) for p in pairs if _ratio(p) is not None), None)
    if first is None:
        return None
    if holds(pairs, lambda pair: pair.expected * first, fitted=1):
        return _times(first)
    return _only(_by_quantity(pairs))


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
    for quantity, numbers in quantities([pair.inputs for pair in pairs]):
        by_inputs = {id(pair.inputs): number for pair, number in zip(pairs, numbers, strict=True)}
        for power, text in _POWERS:
            for sign in (1.0, -1.0):
                if holds(pairs, _multiple(by_inputs, power, sign)):
                    words = Message(text, quantity=quantity)
                    yield words if sign > 0 else Message("minus {what}", what=words)
                    return


def _multiple(numbers: dict[int, float], power: float, sign: float) -> Guess:
    return lambda pair: pair.expected * (sign * numbers[id(pair.inputs)] ** power)


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
    return Message("the expected one plus {number}", number=f"{first:.5g}")


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
    far = sign * (pair.expected - bound) > 1e-3 * max(1.0, abs(bound)) + 10 * pair.slack
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
    if holds(pairs, _of(np.floor), exact=True):
        return Message("the expected one, rounded down to integers")
    return None


def _rounding(decimals: int) -> Guess:
    return lambda pair: np.round(pair.expected, decimals)


def epsilon(pairs: Pairs) -> Message | None:
    """A loss whose probability is off by a constant: log(p + epsilon) in place of log(p)."""
    same = [p for p in pairs if p.expected.shape == p.returned.shape and p.expected.size]
    if len(same) < len(pairs):
        return None
    differences = [
        float(np.exp(-p.returned.ravel()[i]) - np.exp(-p.expected.ravel()[i]))
        for p in same
        for i in [int(np.argmax(p.expected))]
    ]
    best = max(differences, key=lambda d: abs(d) if np.isfinite(d) else 0.0, default=0.0)
    # The smallest probability tells it best: the others lose it in rounding.
    at = int(np.argmax([float(np.max(p.expected)) for p in same])) if same else 0
    best = differences[at] if same else best
    if not np.isfinite(best) or not 1e-6 < abs(best) < 0.5:
        return None
    if not holds(pairs, _of(lambda e: -np.log(np.exp(-e) + best)), fitted=1):
        return None
    return Message(
        "the expected one with {number} added inside of the logarithm: e to the power of minus the "
        "result is so much more in every place",
        number=f"{best:.3g}",
    )


IS = template("the result is {what}, on every input")
_WHOLE = template("{what}, on every input")

FAMILIES: tuple[tuple[Family, str], ...] = (
    (picked, IS),
    (elementwise, IS),
    (reduced, IS),
    (factor, IS),
    (offset, IS),
    (undone, _WHOLE),
    (rounded, IS),
    (clipped, IS),
    (epsilon, IS),
)
"""From simple to far-fetched, each with its sentence: the first that holds is told."""
