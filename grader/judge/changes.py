"""A single change of the reference whose outcomes are those of a submission."""

from collections.abc import Mapping, Sequence

from grader.authoring import Check
from grader.course import AnswerKey, KeyChange
from grader.judge.compare import alike, difference
from grader.report import Lost
from grader.text import Message
from grader.wire import Outcome

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
    failing = set(change.failing[check.name])
    each = zip(cases.expected, outcomes, cases.cases, strict=True)
    return all(
        (difference(e, o, check, inputs) is not None) == (i in failing)
        for i, (e, o, inputs) in enumerate(each)
    )
