"""Where in the results wrong numbers stand, and what they are: beside others that are right."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import comb
from typing import Any

import numpy as np

from grader.judge.numbers import as_array
from grader.judge.pairs import Pair
from grader.text import Message, template

Pairs = Sequence[Pair]
Mask = Callable[[Pair], np.ndarray | None]
"""From a pair, the places that are meant; None where there are no such."""

BITS = 16
"""How unlikely it must be that wrong numbers stand by chance where they do: 1 in 2 to the power of
this. Tens of places are tried."""

CASES = 3

RIGHT = 8
"""How many numbers that are not 0 must be right for what is said of a kind of numbers."""


@dataclass(frozen=True)
class Spot:
    """Places of the wrong numbers. Where it is `exact`, all numbers there are wrong."""

    words: Message
    mask: Mask
    exact: bool = False


def wrong_in(pair: Pair) -> np.ndarray:
    """Where a result is wrong."""
    e, r = pair.expected, pair.returned
    off = ~(np.abs(e - r) <= 2e-6 + pair.slack)
    return off & ~((e == r) | (np.isnan(e) & np.isnan(r)))


def of_spots(pairs: Pairs) -> Message | None:
    """Which numbers of the results are wrong, where it is always the same ones."""
    if not all(p.expected.shape == p.returned.shape for p in pairs):
        return None
    pairs = [pair if pair.expected.ndim else _as_row(pair) for pair in pairs]
    wrong = [(pair, mask) for pair in pairs if (mask := wrong_in(pair)).any()]
    if len(wrong) < CASES:
        return None
    # The first is the plainest: a cell, else a row or column, else what is of some kind.
    spot = next((spot for spot in _spots(pairs) if _stand(pairs, wrong, spot)), None)
    return Message("only {spot} is wrong", spot=spot.words) if spot else None


def _as_row(pair: Pair) -> Pair:
    """A number alone, as a row of one."""
    expected, returned, slack = map(np.atleast_1d, (pair.expected, pair.returned, pair.slack))
    return replace(pair, expected=expected, returned=returned, slack=slack)


def _stand(pairs: Pairs, wrong: Sequence[tuple[Pair, np.ndarray]], spot: Spot) -> bool:
    """Whether wrong numbers stand there alone, and that is no chance."""
    bits = 0.0
    for pair, off in wrong:
        mask = spot.mask(pair)
        if mask is None or np.any(off & ~mask) or (spot.exact and np.any(mask & ~off)):
            return False
        share = np.count_nonzero(mask) / mask.size
        bits -= np.log2(share) if share < 1 else 0.0
    if not spot.exact:
        return bits >= BITS
    masks = [mask for pair in pairs if (mask := spot.mask(pair)) is not None]
    count = sum(np.count_nonzero(off) for _, off in wrong)
    total = sum(mask.size for mask in masks)
    # Of a result that is right, no number may be one of those.
    return sum(map(np.count_nonzero, masks)) == count and comb(total, count) >= 2**BITS


def _index(code: str, pick: Callable[[np.ndarray], None]) -> Spot:
    """Places that Python's own notation says."""

    def mask(pair: Pair) -> np.ndarray | None:
        made = np.zeros(pair.expected.shape, bool)
        try:
            pick(made)
        except IndexError:  # it has no such row
            return made
        return made

    return Spot(Message("`{code}` of the result", code=code), mask)


def _set(key: Any) -> Callable[[np.ndarray], None]:
    def pick(made: np.ndarray) -> None:
        made[key] = True

    return pick


_ALL = slice(None)
_PARTS: tuple[tuple[str, int | slice], ...] = (
    ("0", 0),
    ("-1", -1),
    ("1", 1),
    ("2", 2),
    ("-2", -2),
    ("1:", slice(1, None)),
    (":-1", slice(None, -1)),
    ("-2:", slice(-2, None)),
)
_VECTOR = tuple(_index(f"[{code}]", _set(key)) for code, key in _PARTS)
_CELLS = tuple(
    _index(f"[{row}, {column}]", _set((at, place)))
    for row, at in _PARTS[:5]
    for column, place in _PARTS[:5]
)
_LINES = tuple(_index(f"[{code}]", _set(key)) for code, key in _PARTS) + tuple(
    _index(f"[:, {code}]", _set((_ALL, key))) for code, key in _PARTS
)


def _diagonal(made: np.ndarray) -> None:
    np.fill_diagonal(made, True)


def _off_diagonal(made: np.ndarray) -> None:
    made[:] = True
    np.fill_diagonal(made, False)


def _above(made: np.ndarray) -> None:
    made[:] = np.triu(np.ones(made.shape, bool), 1)


def _below(made: np.ndarray) -> None:
    made[:] = np.tril(np.ones(made.shape, bool), -1)


def _of_square(words: Message, pick: Callable[[np.ndarray], None], exact: bool = False) -> Spot:
    return replace(_index("", pick), words=words, exact=exact)


_SQUARE = (
    _of_square(Message("the diagonal"), _diagonal),
    _of_square(Message("what stands beside the diagonal"), _off_diagonal, exact=True),
    _of_square(Message("what stands above the diagonal"), _above),
    _of_square(Message("what stands below the diagonal"), _below),
)
_VALUES: tuple[tuple[Callable[[np.ndarray], np.ndarray], str], ...] = (
    (lambda x: x < 0, template("what belongs to a negative number of {name}")),
    (lambda x: x > 0, template("what belongs to a positive number of {name}")),
    (lambda x: x == 0, template("what belongs to a 0 of {name}")),
    (lambda x: x == 1, template("what belongs to a 1 of {name}")),
)


def _spots(pairs: Pairs) -> Iterator[Spot]:
    axes = {pair.expected.ndim for pair in pairs}
    if axes == {1}:
        yield from _VECTOR
    if axes == {2}:
        yield from (*_CELLS, *_LINES)
        if all(pair.expected.shape[0] == pair.expected.shape[1] for pair in pairs):
            yield from _SQUARE
    if sum(np.count_nonzero(pair.expected[~wrong_in(pair)]) for pair in pairs) < RIGHT:
        return  # where only 0 is expected, many mistakes are right
    for test, text in _VALUES:
        words = Message(text, name=Message("the expected ones"))
        yield Spot(words, lambda pair, test=test: test(pair.expected), exact=True)  # type: ignore[misc]
    # Of one number alone, it is said on which inputs it is right: there, zeros do not count.
    for name in pairs[0].inputs if any(pair.expected.size > 1 for pair in pairs) else ():
        if all(_beside(pair, name) is not None for pair in pairs):
            for test, text in _VALUES:
                words = Message(text, name=f"`{name}`")
                yield Spot(words, _of_input(name, test), exact=True)


def _of_input(name: str, test: Callable[[np.ndarray], np.ndarray]) -> Mask:
    def mask(pair: Pair) -> np.ndarray | None:
        beside = _beside(pair, name)
        return None if beside is None else np.broadcast_to(test(beside), pair.expected.shape)

    return mask


def _beside(pair: Pair, name: str) -> np.ndarray | None:
    """An input with a number for each of the result's, or one for each of its rows."""
    array = as_array(pair.inputs[name]) if name in pair.inputs else None
    shape = pair.expected.shape
    if array is None or array.dtype.kind not in "biuf":
        return None
    if array.shape == shape or (array.ndim == 0 and shape == (1,)):
        return np.atleast_1d(array)
    if array.ndim == 1 and len(shape) == 2 and len(array) == shape[0]:
        return array[:, None]
    return None
