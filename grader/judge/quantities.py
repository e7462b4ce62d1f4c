"""Quantities of a check's inputs that a result may depend on: sizes, and single numbers."""

from collections.abc import Iterator, Sequence

from grader.judge.form import parts
from grader.judge.numbers import as_array
from grader.text import Message, template
from grader.wire import Array, Inputs, Map, Seq, Value

ELEMENTS = template("the number of elements of `{name}`")


def quantities(cases: Sequence[Inputs]) -> Iterator[tuple[Message, list[float]]]:
    """Each quantity that all the cases have and that is not the same in all, with its numbers.

    Of two with the same numbers in all cases the first stands for both.
    """
    seen: set[tuple[float, ...]] = set()
    for words, numbers in [*single(cases), *_quotients(cases)]:
        if len(set(numbers)) > 1 and all(n > 0 for n in numbers) and tuple(numbers) not in seen:
            seen.add(tuple(numbers))
            yield words, numbers


def single(cases: Sequence[Inputs]) -> Iterator[tuple[Message, list[float]]]:
    """What each input has by itself."""
    for name in cases[0] if cases else ():
        yield from _of(name, [case.get(name) for case in cases])


def _quotients(cases: Sequence[Inputs]) -> Iterator[tuple[Message, list[float]]]:
    """Rows divided by a whole number that is given: how many batches of that size there are."""
    for name, first in cases[0].items() if cases else ():
        if not isinstance(first, Array):
            continue
        for size in (other for other, value in cases[0].items() if type(value) is int):
            numbers = [_batches(case.get(name), case.get(size)) for case in cases]
            words = Message("`len({name}) / {size}`", name=name, size=size)
            yield words, numbers


def _batches(rows: Value, size: Value) -> float:
    """How many there are; 0 where that can't be said."""
    if not isinstance(rows, Array) or not rows.shape or type(size) is not int or size < 1:
        return 0.0
    return rows.shape[0] / size


def _of(name: str, values: Sequence[Value]) -> Iterator[tuple[Message, list[float]]]:
    if all(isinstance(value, Seq) for value in values):
        items = [float(len(value.items)) for value in values if isinstance(value, Seq)]
        yield Message("the number of items of `{name}`", name=name), items
        return
    if all(isinstance(value, Map) for value in values):
        yield from _of_entries(name, [value for value in values if isinstance(value, Map)])
        return
    arrays = [as_array(value) for value in values]
    if any(array is None for array in arrays):
        return
    known = [array for array in arrays if array is not None]
    axes = {array.ndim for array in known}
    if axes == {0}:
        yield Message("`{name}`", name=name), [float(array.real) for array in known]
        return
    if len(axes) > 1 or not all(isinstance(value, Array) for value in values):
        return
    for axis in range(axes.pop()):
        yield _size(name, axis, known[0].ndim), [float(array.shape[axis]) for array in known]
    yield Message(ELEMENTS, name=name), [float(a.size) for a in known]


def _of_entries(name: str, values: Sequence[Map]) -> Iterator[tuple[Message, list[float]]]:
    """What is under each key that all the dicts have."""
    each = [parts(value) for value in values]
    for key in each[0]:
        if all(key in items for items in each):
            yield from _of(f"{name}[{key}]", [items[key] for items in each])


def _size(name: str, axis: int, axes: int) -> Message:
    if axis == 0:
        return Message("the number of rows of `{name}` (`len({name})`)", name=name)
    if axis == 1 and axes == 2:
        return Message("the number of columns of `{name}` (`{name}.shape[1]`)", name=name)
    return Message("the size of `{name}` along axis {axis}", name=name, axis=axis)
