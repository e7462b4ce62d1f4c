"""Plain conditions on the inputs of a case: how many there are of what, and what is in them."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from grader.judge.numbers import as_array
from grader.judge.quantities import single
from grader.text import Message, template
from grader.wire import Inputs

Truth = tuple[bool, ...]
"""In which of the cases a condition is true."""

_CONTENTS: tuple[tuple[str, Callable[[np.ndarray], bool]], ...] = (
    (template("`{name}` has a 0"), lambda x: bool(np.any(x == 0))),
    (template("all numbers of `{name}` are 0"), lambda x: not np.any(x)),
    (template("`{name}` has a negative number"), lambda x: bool(np.any(x < 0))),
    (template("`{name}` has a positive number"), lambda x: bool(np.any(x > 0))),
    (template("`{name}` has a 1"), lambda x: bool(np.any(x == 1))),
    (template("all numbers of `{name}` are the same"), lambda x: bool(np.all(x == x.flat[0]))),
    (template("`{name}` has a number more than once"), lambda x: np.unique(x).size < x.size),
    (template("all numbers of `{name}` are whole numbers"), lambda x: not np.any(x % 1)),
    (template("the numbers of `{name}` rise"), lambda x: bool(np.all(np.diff(x.ravel()) >= 0))),
)
_EXPECTED: tuple[tuple[Message, Callable[[np.ndarray], bool]], ...] = (
    (Message("the expected one is 0"), lambda e: not np.any(e)),
    (Message("a 0 is expected"), lambda e: bool(np.any(e == 0))),
    (Message("a negative number is expected"), lambda e: bool(np.any(e < 0))),
    (Message("a positive number is expected"), lambda e: bool(np.any(e > 0))),
    (Message("one number alone is expected"), lambda e: e.size == 1),
)
_IS = template("{quantity} is {number}")
_SAME = template("{one} and {other} are the same")
_LARGER = template("{one} is larger than {other}")
_MULTIPLE = template("{one} is a multiple of {other}")


def conditions(
    cases: Sequence[Inputs], expected: Sequence[np.ndarray] | None = None
) -> Iterator[tuple[Message, Truth]]:
    """Each condition that is true in some of the cases and not in all, and in which it is."""
    seen: set[tuple[float, ...]] = set()
    distinct: list[tuple[Message, list[float]]] = []
    for words, numbers in single(cases):
        if len(set(numbers)) > 1 and tuple(numbers) not in seen:
            seen.add(tuple(numbers))
            distinct.append((words, numbers))
    found = [*_of_quantities(distinct), *_of_contents(cases)]
    if expected is not None:
        found += [(words, tuple(map(test, expected))) for words, test in _EXPECTED]
    for words, truth in found:
        if len(set(truth)) > 1:
            yield words, truth


def _of_quantities(
    quantities: Sequence[tuple[Message, list[float]]],
) -> Iterator[tuple[Message, Truth]]:
    for words, numbers in quantities:
        for number in (0, 1, 2):
            yield (
                Message(_IS, quantity=words, number=number),
                tuple(n == number for n in numbers),
            )
        yield (
            Message("{quantity} is negative", quantity=words),
            tuple(n < 0 for n in numbers),
        )
        if not all(n % 1 == 0 for n in numbers):
            whole = Message("{quantity} is a whole number", quantity=words)
            yield whole, tuple(n % 1 == 0 for n in numbers)
            continue
        yield Message("{quantity} is even", quantity=words), tuple(n % 2 == 0 for n in numbers)
    counts = [(w, ns) for w, ns in quantities if all(n % 1 == 0 and n >= 0 for n in ns)]
    for i, (one, ns) in enumerate(counts):
        for other, ms in counts[i + 1 :]:
            both = list(zip(ns, ms, strict=True))
            facts = {"one": one, "other": other}
            yield Message(_SAME, **facts), tuple(n == m for n, m in both)
            yield Message(_LARGER, **facts), tuple(n > m for n, m in both)
            yield Message(_LARGER, one=other, other=one), tuple(m > n for n, m in both)
            yield Message(_MULTIPLE, **facts), tuple(m > 0 and n % m == 0 for n, m in both)
            turned = Message(_MULTIPLE, one=other, other=one)
            yield turned, tuple(n > 0 and m % n == 0 for n, m in both)


def _of_contents(cases: Sequence[Inputs]) -> Iterator[tuple[Message, Truth]]:
    for name in cases[0] if cases else ():
        arrays = [as_array(case.get(name)) for case in cases]
        known = [
            a for a in arrays if a is not None and a.ndim and a.size and a.dtype.kind in "biuf"
        ]
        if len(known) < len(cases):
            continue
        for text, test in _CONTENTS:
            yield Message(text, name=name), tuple(map(test, known))
