"""Whether what a predicate says of known mistakes is about their values: these are changed by hand.

A sentence that `best * 1.01` is told as well, or one whose facts are those of the input alone, is
no evidence of a mistake, though it be another one on every input.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from grader.authoring import Check
from grader.course import KeyCheck
from grader.errors import PredicateError
from grader.judge import Examiner
from grader.report import Lost
from grader.text import Message
from grader.wire import Array, Inputs, Map, Opaque, Returned, Seq, Value

CASES = 2
"""On how many cases a sentence must have a fact of the value."""

Change = Callable[[Any], Any]

CHANGES: tuple[Change, ...] = (
    lambda numbers: numbers * 1.01,
    lambda numbers: numbers + 1,
    lambda numbers: numbers * 2,
    lambda numbers: -numbers,
    lambda numbers: numbers * 0,
    lambda numbers: np.roll(numbers, 1, axis=0) if numbers.ndim else numbers,
    lambda numbers: np.broadcast_to(numbers[:1], numbers.shape) if numbers.ndim else numbers,
)


def are_own(
    check: Check,
    kept: Mapping[int, tuple[Value, Sequence[Message]]],
    cases: KeyCheck,
    examiner: Examiner,
) -> bool:
    """Whether the sentences, by the numbers of their cases, have facts of the values beside them.

    They do where such a value, changed, is told other facts in the same words; and where no change
    of the right values is told just these sentences.
    """
    facts = 0
    for i, (value, messages) in kept.items():
        words = [message.template for message in messages]
        others = (_said(check, other, cases.cases[i], examiner) for other in changed(value))
        facts += any(o != messages and [m.template for m in o] == words for o in others)
    return facts >= CASES and not _is_told_of_others(check, kept, cases, examiner)


def _is_told_of_others(
    check: Check,
    kept: Mapping[int, tuple[Value, Sequence[Message]]],
    cases: KeyCheck,
    examiner: Examiner,
) -> bool:
    """Whether one change of the right values is told all the sentences.

    Of a value that is too large for a key it can't be told: it may be.
    """
    left = list(range(len(CHANGES)))
    for i, (_, messages) in kept.items():
        expected = cases.expected[i]
        if not isinstance(expected, Returned) or not _is_whole(expected.value):
            return True
        others = list(changed(expected.value))
        left = [n for n in left if _said(check, others[n], cases.cases[i], examiner) == messages]
    return bool(left)


def _is_whole(value: Value) -> bool:
    """Whether all of a value is there."""
    match value:
        case Seq():
            return all(map(_is_whole, value.items))
        case Map():
            return all(_is_whole(item) for _, item in value.items)
        case _:
            return not isinstance(value, Opaque)


def _said(check: Check, value: Value, inputs: Inputs, examiner: Examiner) -> Sequence[Message]:
    """What the predicate says of a value; nothing where it can't cope with it."""
    try:
        said = examiner.said(check, value, inputs)
    except PredicateError:
        return []
    return [] if isinstance(said, Lost) else said.messages


def changed(value: Value) -> Iterator[Value]:
    """The value with all its numbers changed in one way, for each of the ways."""
    for change in CHANGES:
        with np.errstate(all="ignore"):
            yield _changed(value, change)


def _changed(value: Value, change: Change) -> Value:
    match value:
        case Array() if value.numpy().dtype.kind in "iuf":
            made = np.ascontiguousarray(change(value.numpy()), value.numpy().dtype)
            return Array(value.kind, value.dtype, value.shape, memoryview(made.tobytes()))
        case bool():
            return value
        case float():
            return float(change(np.float64(value)))
        case int() if abs(value) < 2**53:
            return int(change(np.float64(value)))
        case Seq():
            return Seq(value.kind, [_changed(item, change) for item in value.items])
        case Map():
            return Map([(key, _changed(item, change)) for key, item in value.items])
        case _:
            return value
