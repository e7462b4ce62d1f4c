"""Rows and columns: what came back has some of the expected ones, in another order or number."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from grader.judge.families import only
from grader.judge.pairs import CASES, Pair
from grader.text import Message, template

Pairs = Sequence[Pair]

MOST_ROWS = 200
"""How many rows are looked for among others."""

_NUMBERS = 6
"""How many different numbers must be as they are said to be."""

_Part = Callable[[np.ndarray], np.ndarray]

_CUT: tuple[tuple[_Part, _Part, str], ...] = (
    (
        lambda r: r[1:],
        lambda e: e,
        template("without its first {line}, the result is the expected one"),
    ),
    (
        lambda r: r[:-1],
        lambda e: e,
        template("without its last {line}, the result is the expected one"),
    ),
    (
        lambda r: r[1:],
        lambda e: e[:-1],
        template("but for the first one, each {line} of the result stands one place too late"),
    ),
    (
        lambda r: r[:-1],
        lambda e: e[1:],
        template("but for the last one, each {line} of the result stands one place too early"),
    ),
    (
        lambda r: r,
        lambda e: e[-1:],
        template("the result is the last {line} of the expected one alone"),
    ),
    (
        lambda r: r,
        lambda e: e[::2],
        template("the result is every other {line} of the expected one"),
    ),
    (
        lambda r: r,
        lambda e: e[1:],
        template("the result is the expected one without its first {line}"),
    ),
    (
        lambda r: r,
        lambda e: e[:-1],
        template("the result is the expected one without its last {line}"),
    ),
)
_LINES = ((0, Message("row")), (1, Message("column")))


def shifted(pairs: Pairs) -> Message | None:
    """A row or a column too much, too few, or one place on."""
    return only(_shifted(pairs))


def _shifted(pairs: Pairs) -> Iterator[Message]:
    for axis, line in _LINES:
        if not all(p.expected.ndim > axis and p.returned.ndim == p.expected.ndim for p in pairs):
            return
        turned = pairs if axis == 0 else [_turned(p) for p in pairs]
        line = Message("number") if all(p.expected.ndim == 1 for p in pairs) else line
        for of_returned, of_expected, text in _CUT:
            if _fits(turned, of_returned, of_expected):
                yield Message(text, line=line)
        missing = {len(p.expected) - len(p.returned) for p in turned}
        if min(missing) >= 0 and missing not in ({0}, {1}) and _begins(turned):
            yield Message(_ENDS_EARLY, line=line)


_ENDS_EARLY = template("the result ends too early; up to there, each {line} is the expected one")


def _begins(pairs: Pairs) -> bool:
    """Whether each result is the beginning of the expected one, of whatever length."""
    cut = [replace(p, expected=p.expected[: len(p.returned)]) for p in pairs]
    short = [len(p.returned) < len(p.expected) for p in pairs]
    numbers = {round(x, 6) for p in cut for x in p.expected.ravel()[:50].tolist()}
    return (
        sum(short) > CASES
        and len(numbers) >= _NUMBERS
        and all(_same(p.returned, p.expected) for p in cut)
    )


def _turned(pair: Pair) -> Pair:
    """Columns as rows."""
    slack = pair.slack
    return replace(
        pair,
        expected=np.moveaxis(pair.expected, 1, 0),
        returned=np.moveaxis(pair.returned, 1, 0),
        slack=np.moveaxis(slack, 1, 0) if slack.ndim > 1 else slack,
    )


def _fits(pairs: Pairs, of_returned: _Part, of_expected: _Part) -> bool:
    """Whether a part of each result is a part of the expected one, and often plainly no constant.

    What is said of the rest of a result is nothing: so the parts must have numbers enough.
    """
    cut, numbers = [], set[float]()
    for pair in pairs:
        r, e = of_returned(pair.returned), of_expected(pair.expected)
        if r.shape != e.shape:
            return False
        if not e.size:
            continue
        slack = np.broadcast_to(pair.slack, pair.expected.shape)
        close = np.abs(r - e) <= 2e-6 + 5e-5 * np.abs(e) + of_expected(slack)
        if not np.all(close | (r == e) | (np.isnan(r) & np.isnan(e))):
            return False
        same = pair.returned.shape == pair.expected.shape and _same(pair.returned, pair.expected)
        if not same and len(numbers) < 50:
            numbers.update(round(x, 6) for x in e.ravel()[:50].tolist() if np.isfinite(x))
        cut.append(not same)
    return sum(cut) >= CASES + 1 and len(numbers) >= _NUMBERS


def in_another_order(pairs: Pairs) -> Message | None:
    """The expected numbers or rows, each as often as it is expected."""
    if not all(p.returned.shape == p.expected.shape and p.expected.ndim for p in pairs):
        return None
    if any(len(p.expected) > MOST_ROWS for p in pairs):
        return None
    wrong = [p for p in pairs if not _same(p.returned, p.expected)]
    if any(p.expected.ndim > 1 for p in wrong):
        if _permuted(wrong, lambda a: a[np.lexsort(np.round(a, 4).reshape(len(a), -1).T[::-1])]):
            return Message("the expected one with its rows in another order")
        if all(p.expected.ndim == 2 for p in wrong) and _permuted(wrong, lambda a: np.sort(a, 1)):
            return Message("the expected one with the numbers of each row in another order")
        if all(p.expected.ndim == 2 for p in wrong) and _permuted(wrong, lambda a: np.sort(a, 0)):
            return Message("the expected one with the numbers of each column in another order")
    if _permuted(wrong, lambda a: np.sort(a, None)):
        return Message("made of the expected numbers, in another order")
    return None


def _permuted(wrong: Pairs, sort: _Part) -> bool:
    """Whether both are the same once they are sorted, and many orders were possible."""
    ways = 0.0
    for pair in wrong:
        if not _same(sort(pair.returned), sort(pair.expected)):
            return False
        different = np.unique(np.round(pair.expected, 4)).size
        ways += different * np.log2(different) if different > 2 else 0.0
    return len(wrong) > CASES and ways >= 20


def _same(one: np.ndarray, other: np.ndarray) -> bool:
    if one.shape != other.shape:
        return False
    close = np.abs(one - other) <= 2e-6 + 5e-5 * np.abs(other)
    return bool(np.all(close | (one == other) | (np.isnan(one) & np.isnan(other))))
