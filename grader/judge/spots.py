"""Where in the results wrong numbers stand, and what they are: beside others that are right."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from grader.judge.numbers import as_array
from grader.judge.pairs import Pair
from grader.text import Message, template

Pairs = Sequence[Pair]
Mask = Callable[[Pair], np.ndarray | None]
"""From a pair, the places that are meant; None where there are no such."""

BITS = 16.0
"""How unlikely it must be that wrong numbers stand by chance where they do: 1 in 2 to the power of
this. Tens of places are tried."""

CASES = 3


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
    same = all(p.expected.shape == p.returned.shape and p.expected.ndim for p in pairs)
    if not same:
        return None
    wrong = [(pair, mask) for pair in pairs if (mask := wrong_in(pair)).any()]
    if len(wrong) < CASES:
        return None
    found = [spot for spot in _spots(pairs) if _stand(pairs, wrong, spot)]
    if not found:
        return None
    return Message("only {spot} is wrong", spot=found[0].words) if len(found) == 1 else None


def _stand(pairs: Pairs, wrong: Sequence[tuple[Pair, np.ndarray]], spot: Spot) -> bool:
    """Whether wrong numbers stand there alone, and that is no chance."""
    bits = 0.0
    for pair, off in wrong:
        mask = spot.mask(pair)
        if mask is None or np.any(off & ~mask):
            return False
        if spot.exact and np.any(mask & ~off):
            return False
        share = np.count_nonzero(mask) / mask.size
        bits -= np.log2(share) * min(np.count_nonzero(off), 4) if share < 1 else 0.0
    if spot.exact and any(
        (mask := spot.mask(pair)) is not None and mask.any() and not wrong_in(pair).any()
        for pair in pairs
    ):
        return False
    return bits >= BITS


def _row(pick: Callable[[np.ndarray], None]) -> Mask:
    def mask(pair: Pair) -> np.ndarray:
        made = np.zeros(pair.expected.shape, bool)
        pick(made)
        return made

    return mask


def _first(made: np.ndarray) -> None:
    made[:1] = True


def _last(made: np.ndarray) -> None:
    made[-1:] = True


def _after_first(made: np.ndarray) -> None:
    made[1:] = True


def _before_last(made: np.ndarray) -> None:
    made[:-1] = True


def _first_column(made: np.ndarray) -> None:
    made[:, :1] = True


def _last_column(made: np.ndarray) -> None:
    made[:, -1:] = True


def _other_columns(made: np.ndarray) -> None:
    made[:, 1:] = True


def _diagonal(made: np.ndarray) -> None:
    np.fill_diagonal(made, True)


def _off_diagonal(made: np.ndarray) -> None:
    made[:] = True
    np.fill_diagonal(made, False)


def _above(made: np.ndarray) -> None:
    made[:] = np.triu(np.ones(made.shape, bool), 1)


def _below(made: np.ndarray) -> None:
    made[:] = np.tril(np.ones(made.shape, bool), -1)


_VECTOR = (
    Spot(Message("the first number"), _row(_first)),
    Spot(Message("the last number"), _row(_last)),
    Spot(Message("what comes after the first number"), _row(_after_first), exact=True),
    Spot(Message("what comes before the last number"), _row(_before_last), exact=True),
)
_TABLE = (
    Spot(Message("the first row"), _row(_first)),
    Spot(Message("the last row"), _row(_last)),
    Spot(Message("what comes after the first row"), _row(_after_first), exact=True),
    Spot(Message("what comes before the last row"), _row(_before_last), exact=True),
    Spot(Message("the first column"), _row(_first_column)),
    Spot(Message("the last column"), _row(_last_column)),
    Spot(Message("what comes after the first column"), _row(_other_columns), exact=True),
)
_SQUARE = (
    Spot(Message("the diagonal"), _row(_diagonal)),
    Spot(Message("what stands beside the diagonal"), _row(_off_diagonal), exact=True),
    Spot(Message("what stands above the diagonal"), _row(_above)),
    Spot(Message("what stands below the diagonal"), _row(_below)),
)
_VALUES: tuple[tuple[Callable[[np.ndarray], np.ndarray], str], ...] = (
    (lambda x: x < 0, template("what belongs to a negative number of {name}")),
    (lambda x: x > 0, template("what belongs to a positive number of {name}")),
    (lambda x: x == 0, template("what belongs to a 0 of {name}")),
    (lambda x: x == 1, template("what belongs to a 1 of {name}")),
    (lambda x: x != 0, template("what belongs to a number of {name} that is not 0")),
)


def _spots(pairs: Pairs) -> Iterator[Spot]:
    axes = {pair.expected.ndim for pair in pairs}
    if axes == {1}:
        yield from _VECTOR
    if axes == {2}:
        yield from _TABLE
        if all(pair.expected.shape[0] == pair.expected.shape[1] for pair in pairs):
            yield from _SQUARE
    for test, text in _VALUES:
        words = Message(text, name=Message("the expected ones"))
        yield Spot(words, lambda pair, test=test: test(pair.expected), exact=True)  # type: ignore[misc]
    for name in pairs[0].inputs:
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
    if array.shape == shape:
        return array
    if array.ndim == 1 and len(shape) == 2 and len(array) == shape[0]:
        return array[:, None]
    return None
