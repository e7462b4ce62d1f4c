"""A single change of the reference whose outcomes are those of a submission.

A key keeps a change's outcomes on a few cases. Of all others it knows whether they are right and,
of those that are not, a number that is made of all numbers in the outcome.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from grader.authoring import Check
from grader.course import AnswerKey, KeyChange, KeyCheck
from grader.judge.compare import alike, difference
from grader.judge.evidence import arrays_in, evidence
from grader.judge.numbers import as_array
from grader.report import Lost
from grader.text import Message
from grader.wire import Array, Map, Outcome, Returned, Seq, Value

Ran = Mapping[str, Sequence[Outcome | Lost]]
"""By check, the outcomes on the key's cases."""


def changed(check: Check, ran: Ran, checks: Sequence[Check], key: AnswerKey) -> Message | None:
    """What the values of a check show where they are those of a changed right solution.

    Of several changes, those count that fit most of the checks that ran. Where these are still
    several, each is true of the values, and the two plainest are said.
    """
    fitting = [change for change in key.changes if _fits(change, check, key, ran)]
    if not fitting:
        return None
    others = [c for c in checks if c.name in ran and c.function == check.function]
    scores = [_agreement(change, others, key, ran) for change in fitting]
    best = [c for c, score in zip(fitting, scores, strict=True) if score == max(scores)]
    one, *further = dict.fromkeys(words for change in best for words in change.said)
    what = Message("{one}, or {other}", one=one, other=further[0]) if further else one
    return Message("the numbers show: these are the values of a right solution {what}", what=what)


def _agreement(change: KeyChange, checks: Sequence[Check], key: AnswerKey, ran: Ran) -> int:
    seen = [check for check in checks if check.name in change.outcomes]
    return sum(1 if _fits(change, check, key, ran) else -1 for check in seen)


def _fits(change: KeyChange, check: Check, key: AnswerKey, ran: Ran) -> bool:
    """Whether the outcomes kept are the submission's, and it passes and fails the same cases."""
    kept, outcomes = change.outcomes.get(check.name), ran[check.name]
    cases = key.checks[check.name]
    if not kept or len(outcomes) < len(cases.cases):
        return False
    if not all(alike(o, outcomes[i], check, cases.cases[i]) for i, o in kept.items()):
        return False
    failing = change.failing[check.name]
    drawn = np.frombuffer(change.sketches[check.name], np.float32)
    if not all(_like(outcomes[i], number) for i, number in zip(failing, drawn, strict=True)):
        return False
    each = zip(cases.expected, outcomes, cases.cases, strict=True)
    return all(
        (difference(e, o, check, inputs) is not None) == (i in failing)
        for i, (e, o, inputs) in enumerate(each)
    )


def proves(
    outcomes: Sequence[Outcome], failing: Sequence[int], cases: KeyCheck, check: Check
) -> bool:
    """Whether the outcomes on all cases are evidence of a change, which fails these."""
    return evidence(dict(enumerate(outcomes)), failing, cases, check).enough


_MOST = 1e30
_ROUNDING = 2e-3
"""How far sketches of the same numbers may be apart, as a share of how large the numbers are."""


def sketch(value: Value) -> float:
    """A number made of all numbers in a value, in which each has a weight by its place."""
    return _sketch(value)[0]


def _sketch(value: Value) -> tuple[float, float]:
    """The sketch of a value, and how large it can be."""
    arrays = arrays_in([value]) if isinstance(value, Array | Seq | Map) else [as_array(value)]
    flat = [array.ravel().real.astype(np.float64) for array in arrays if array is not None]
    if not flat:
        return 0.0, 0.0
    numbers = np.nan_to_num(np.concatenate(flat), nan=7.0, posinf=11.0, neginf=13.0)
    weighted = np.clip(numbers, -_MOST, _MOST) * (1 + 0.5 * np.cos(1.7 * np.arange(numbers.size)))
    return float(np.sum(weighted)), float(np.sum(np.abs(weighted)))


def _like(outcome: Outcome | Lost, number: float) -> bool:
    if not isinstance(outcome, Returned):
        return False
    found, size = _sketch(outcome.value)
    return abs(found - float(number)) <= _ROUNDING * size + 1e-5
