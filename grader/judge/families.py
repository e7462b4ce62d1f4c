"""Relations between what came back and what was expected that need no number to be read off.

Each kind is a function from the pairs to what the numbers show, as a message, or nothing. What it
says is arithmetic that holds in every pair: it names no cause.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import product

import numpy as np

from grader.judge.pairs import Guess, Pair, holds
from grader.text import Message, template

Pairs = Sequence[Pair]
Family = Callable[[Pairs], Message | None]


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


def _is_square(array: np.ndarray) -> bool:
    return array.ndim == 2 and array.shape[0] == array.shape[1]


_WITH_TRANSPOSE = Message("the expected one plus the expected one, transposed")

_EACH: list[tuple[Guess, Message]] = [
    (_of(lambda e: -e), Message("minus the expected one")),
    (_of(lambda e: 1 - e), Message("1 minus the expected one")),
    (_of(np.square), Message("the square of the expected one")),
    (_of(np.sqrt), Message("the square root of the expected one")),
    (_of(np.abs), Message("the expected one without its signs")),
    (_of(np.reciprocal), Message("1 divided by the expected one")),
    (_of(np.exp), Message("e to the power of the expected one")),
    (_of(np.log), Message("the logarithm of the expected one")),
    (_of(lambda e: np.exp(-e)), Message("e to the power of minus the expected one")),
    (_of(lambda e: 1 - np.exp(-e)), Message("1 minus e to the power of minus the expected one")),
    (_of(lambda e: -np.exp(-e)), Message("minus e to the power of minus the expected one")),
]
_SAME_SHAPE: list[tuple[Guess, Message]] = [
    *_EACH,
    (_of(lambda e: e.T, 2), Message("the expected one, transposed")),
    (_of(lambda e: e[::-1], 1), Message("the expected one with its rows in reverse order")),
    (_of(lambda e: e[:, ::-1], 2), Message("the expected one with its columns in reverse order")),
    (_of(lambda e: np.roll(e, 1, 0), 1), Message("the expected one with its rows moved by one")),
    (_of(lambda e: np.roll(e, -1, 0), 1), Message("the expected one with its rows moved by -1")),
    (_every(0), Message("the first row of the expected one, in every row")),
    (_every(-1), Message("the last row of the expected one, in every row")),
    (_of(softmax, 2), Message("the softmax of each row of the expected one")),
    (_of(lambda e: np.cumsum(e, 0), 1), Message("the running sum of the expected one")),
]
_FURTHER: list[tuple[Guess, Message]] = [
    (_of(lambda e: e / (1 - e)), Message("the expected one divided by 1 minus the expected one")),
    (
        _of(lambda e: np.maximum(e, 1 - e)),
        Message("the expected one, or 1 minus it if that is more"),
    ),
    (_of(lambda e: -np.log(1 - e)), Message("minus the logarithm of 1 minus the expected one")),
    (_of(lambda e: 1 / (1 + np.exp(-e))), Message("the sigmoid of the expected one")),
    (_of(lambda e: e + e.T if _is_square(e) else e * np.nan, 2), _WITH_TRANSPOSE),
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
    """Something made of each number, or of the rows in another order: the plainer ones first."""
    for guesses in (_SAME_SHAPE, _FURTHER):
        if found := [words for guess, words in guesses if holds(pairs, guess)]:
            return found[0] if len(found) == 1 else None
    return None


def each_number(pairs: Pairs) -> Message | None:
    """Something made of each number, wherever it stands."""
    return only(words for guess, words in _EACH if holds(pairs, guess))


def reduced(pairs: Pairs) -> Message | None:
    """A sum, a mean, or another reduction of what is expected, perhaps with the other sign."""
    return only(_reductions(pairs, _REDUCTIONS))


def averaged(pairs: Pairs) -> Message | None:
    """A sum or a mean alone."""
    return only(_reductions(pairs, _REDUCTIONS[:2]))


def _reductions(
    pairs: Pairs, reductions: tuple[tuple[Callable[..., np.ndarray], str], ...]
) -> Iterator[Message]:
    for (function, text), (axis, over), keep in product(reductions, _AXES, (False, True)):
        guess, words = _reduction(function, axis, keep), Message(text, axis=over)
        first = guess(pairs[0])
        if first is None or first.shape != pairs[0].returned.shape:
            continue
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
        (
            lambda pair: np.diagonal(pair.expected) if pair.expected.ndim == 2 else None,
            Message("the diagonal of the expected one alone"),
        ),
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
    return only(words for guess, words in parts if holds(pairs, guess, exact=True))


def _squeezed(pair: Pair) -> np.ndarray | None:
    return np.squeeze(pair.expected) if 1 in pair.expected.shape else pair.expected


def _spread_out(pair: Pair, axis: int) -> np.ndarray | None:
    if pair.expected.ndim != 1 or pair.returned.ndim != 2:
        return None
    try:
        return np.broadcast_to(np.expand_dims(pair.expected, axis), pair.returned.shape)
    except ValueError:
        return None


_BEFORE: tuple[tuple[Callable[..., np.ndarray], str], ...] = (
    (np.sum, template("the sum of the result over {axis} is the expected one")),
    (np.mean, template("the mean of the result over {axis} is the expected one")),
)


def _along(function: Callable[..., np.ndarray], axis: int | None, array: np.ndarray) -> np.ndarray:
    return np.asarray(function(array, axis=axis))


def undone(pairs: Pairs) -> Message | None:
    """What came back is the expected one before a last step: a sum, a mean, a softmax."""
    steps: list[tuple[Callable[[np.ndarray], np.ndarray], Message]] = [
        (partial(_along, function, axis), Message(text, axis=over))
        for (function, text), (axis, over) in product(_BEFORE, _AXES)
    ]
    steps += [
        (np.diagonal, Message("the expected numbers stand on the diagonal of the result")),
        (softmax, Message("the softmax of each row of the result is the expected one")),
        (
            lambda r: r / np.sum(r, axis=-1, keepdims=True),
            Message("each row of the result, divided by its sum, is the expected one"),
        ),
    ]
    return only(words for step, words in steps if _undoes(pairs, step))


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


def only(found: Iterator[Message]) -> Message | None:
    """The one that holds; where several do, the numbers do not tell which."""
    each = list(dict.fromkeys(found))
    return each[0] if len(each) == 1 else None
