"""What a wrong shape shows by itself: whose shape it is, or which axis is lost."""

from collections.abc import Callable, Iterator, Sequence

from grader.judge.numbers import as_array
from grader.judge.pairs import CASES, Pair
from grader.text import Message

Shape = tuple[int, ...]
Rule = Callable[[Pair], Shape | None]
"""From a pair, the shape that should have come back; None for none."""


def of_shapes(pairs: Sequence[Pair]) -> Message | None:
    """The first rule that foretells every shape that came back, where some are not as expected."""
    for words, rule in _rules(pairs):
        foretold = [rule(pair) for pair in pairs]
        if foretold != [pair.returned.shape for pair in pairs]:
            continue
        wrong = {
            pair.returned.shape for pair in pairs if pair.returned.shape != pair.expected.shape
        }
        if len(wrong) >= CASES:
            return words
    return None


def _rules(pairs: Sequence[Pair]) -> Iterator[tuple[Message, Rule]]:
    for name in pairs[0].inputs if pairs else ():
        words = Message("the result has the shape of the input `{name}`, on every input", name=name)
        yield words, lambda pair, name=name: _shape_of(pair, name)  # type: ignore[misc]
    for axis in range(max((pair.expected.ndim for pair in pairs), default=0)):
        words = Message("axis {axis} of the result has length 1, on every input", axis=axis)
        yield words, lambda pair, axis=axis: _with_one(pair, axis)  # type: ignore[misc]


def _shape_of(pair: Pair, name: str) -> Shape | None:
    array = as_array(pair.inputs[name])
    return None if array is None or array.ndim == 0 else array.shape


def _with_one(pair: Pair, axis: int) -> Shape | None:
    shape = pair.expected.shape
    return (*shape[:axis], 1, *shape[axis + 1 :]) if axis < len(shape) else None
