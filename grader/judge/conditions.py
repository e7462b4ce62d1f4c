"""Plain conditions on the inputs of a case: how many there are of what, and what is in them."""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

import numpy as np

from grader.judge.numbers import as_array
from grader.judge.quantities import ELEMENTS, single
from grader.text import Message, template
from grader.wire import Inputs

Truth = tuple[bool, ...]
"""In which of the cases a condition is true."""


def _rises(array: np.ndarray) -> bool:
    return bool(np.all(np.diff(array.ravel()) >= 0))


_CONTENTS: tuple[tuple[str, Callable[[np.ndarray], bool]], ...] = (
    (template("all numbers of `{name}` are 0"), lambda x: not np.any(x)),
    (template("`{name}` has a 0"), lambda x: bool(np.any(x == 0))),
    (template("`{name}` has a 1"), lambda x: bool(np.any(x == 1))),
    (template("`{name}` has a negative number"), lambda x: bool(np.any(x < 0))),
    (template("`{name}` has a positive number"), lambda x: bool(np.any(x > 0))),
    (
        template("all numbers of `{name}` are the same, though there are several"),
        lambda x: x.size > 1 and bool(np.all(x == x.flat[0])),
    ),
    (template("`{name}` has a number more than once"), lambda x: np.unique(x).size < x.size),
    (template("all numbers of `{name}` are whole numbers"), lambda x: not np.any(x % 1)),
    (template("each number of `{name}` is at least the one before it"), _rises),
)
_EXPECTED: tuple[tuple[Message, Callable[[np.ndarray], bool]], ...] = (
    (Message("a 0 is expected"), lambda e: bool(np.any(e == 0))),
    (Message("a negative number is expected"), lambda e: bool(np.any(e < 0))),
    (Message("a positive number is expected"), lambda e: bool(np.any(e > 0))),
)
_IS = template("{quantity} is {number}")
_SAME = template("{one} and {other} are the same")
_LARGER = template("{one} is larger than {other}")
_MULTIPLE = template("{one} is a multiple of {other}")


def conditions(
    cases: Sequence[Inputs], expected: Sequence[np.ndarray] | None, wanted: Sequence[Truth]
) -> list[tuple[Message, Truth]]:
    """Conditions that are true where it is wanted: of quantities, else of numbers in the inputs.

    Of those on one input, the first stands for all.
    """
    seen: set[tuple[float, ...]] = set()
    distinct: list[tuple[Message, list[float]]] = []
    for words, numbers in single(cases):
        if len(set(numbers)) > 1 and tuple(numbers) not in seen and words.template != ELEMENTS:
            seen.add(tuple(numbers))
            distinct.append((words, numbers))
    for kind in (_of_each(distinct), _of_two(distinct), _of_contents(cases), _of(expected)):
        found = {name: (words, truth) for name, words, truth in kind if truth in wanted}
        if found:
            return list(found.values())
    return []


Named = Iterator[tuple[object, Message, Truth]]
"""What a condition is of, its words, and in which cases it is true: the plainest comes last."""


def _of_each(quantities: Sequence[tuple[Message, list[float]]]) -> Named:
    for words, numbers in quantities:
        if all(n % 1 == 0 for n in numbers):
            even = Message("{quantity} is even", quantity=words)
            yield words, even, tuple(n % 2 == 0 for n in numbers)
        else:
            whole = Message("{quantity} is a whole number", quantity=words)
            yield words, whole, tuple(n % 1 == 0 for n in numbers)
        negative = Message("{quantity} is negative", quantity=words)
        yield words, negative, tuple(n < 0 for n in numbers)
        counted = all(n % 1 == 0 and n >= 0 for n in numbers)
        if counted:
            few = Message("{quantity} is at most 2", quantity=words)
            yield words, few, tuple(n <= 2 for n in numbers)
        for number in (2, 1, 0) if counted else (1, 0):
            is_number = Message(_IS, quantity=words, number=number)
            yield words, is_number, tuple(n == number for n in numbers)


def _of_two(quantities: Sequence[tuple[Message, list[float]]]) -> Named:
    counts = [(w, ns) for w, ns in quantities if all(n % 1 == 0 and n >= 0 for n in ns)]
    for (one, ns), (other, ms) in combinations(counts, 2):
        both = list(zip(ns, ms, strict=True))
        facts, turned = {"one": one, "other": other}, {"one": other, "other": one}
        name = one, other
        yield name, Message(_MULTIPLE, **facts), tuple(m > 0 and n % m == 0 for n, m in both)
        yield name, Message(_MULTIPLE, **turned), tuple(n > 0 and m % n == 0 for n, m in both)
        yield name, Message(_LARGER, **facts), tuple(n > m for n, m in both)
        yield name, Message(_LARGER, **turned), tuple(m > n for n, m in both)
        yield name, Message(_SAME, **facts), tuple(n == m for n, m in both)


def _of_contents(cases: Sequence[Inputs]) -> Named:
    for name in cases[0] if cases else ():
        arrays = [as_array(case.get(name)) for case in cases]
        known = [
            a for a in arrays if a is not None and a.ndim and a.size and a.dtype.kind in "biuf"
        ]
        if len(known) < len(cases):
            continue
        for text, test in reversed(_CONTENTS):
            yield name, Message(text, name=name), tuple(map(test, known))


def _of(expected: Sequence[np.ndarray] | None) -> Named:
    for words, test in _EXPECTED if expected is not None else ():
        yield words, words, tuple(map(test, expected or ()))
