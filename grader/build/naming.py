"""Whether a student with a known mistake is told its hint, or what the numbers show."""

from collections.abc import Mapping, Sequence

from grader.build.mutants import Mutant
from grader.judge import KEYS_DIFFER, OWN_NAMES
from grader.report import CheckResult, Verdict
from grader.text import Message

_SAYS_ENOUGH = (Verdict.TIMEOUT, Verdict.CRASHED, Verdict.NOT_ATTEMPTED)
"""Verdicts that have words of their own."""


def faults_of_words(
    mistake: Mutant,
    results: Sequence[CheckResult],
    shown: Mapping[str, Sequence[Message]],
    failing: Mapping[str, int],
) -> list[str]:
    """What is wrong with what a student with the mistake is told.

    It may stay unnamed in a check whose outcomes several causes give, but not in all that it fails:
    there is its own hint, or what the numbers show. Another hint is wrong anywhere. `failing` says
    in how many cases a check of values fails: one is enough to catch a mistake, not to name it.
    """
    file = f"wrong/{mistake.name}.py"
    lost = [r for r in results if r.verdict not in (Verdict.PASSED, Verdict.SKIPPED)]
    if not lost:
        return [f"{file} loses no points"]
    faults = [
        f"{file}: {r.name} is ungraded: {r.message}" for r in lost if r.verdict is Verdict.UNGRADED
    ]
    named = [(r.name, r.mistake) for r in lost if r.mistake]
    faults += [
        f"{file} is diagnosed as {other.name} in {check}"
        for check, other in named
        if other.hints != mistake.hints
    ]
    told = [
        r
        for r in lost
        if shown.get(r.name)
        or r.verdict in _SAYS_ENOUGH
        or says_by_itself(r)
        or failing.get(r.name) == 1
    ]
    if not faults and not named and not told:
        checks = ", ".join(r.name for r in lost)
        faults.append(
            f"{file} is named in none of the checks that it fails ({checks}): {_why(lost, failing)}"
        )
    return faults


def _why(lost: Sequence[CheckResult], failing: Mapping[str, int]) -> str:
    """Why a mistake is not named in any of these checks; `failing` has those of values."""
    further = [str(said) for r in lost if r.name not in failing for said in r.said[1:]]
    if any(char.isdigit() for text in further for char in text):
        return (
            "a message behind the first has a number in it, and a measurement has many causes; say "
            "the cause first, alone, where it can be told"
        )
    return (
        "a constant, or many mistakes, could have these outcomes; ask for what only this one gives"
    )


def says_by_itself(result: CheckResult) -> bool:
    """Whether the message has the cause: a name is missing, or something else came back.

    So it has of an item of a list or a dict: a text there is the author's own words.
    """
    message = result.message
    if message is None:
        return False
    inner: object = message
    while isinstance(inner, Message):
        if inner.template.startswith(("returned ", "raised ")) or inner.template == KEYS_DIFFER:
            return True
        inner = inner.facts.get("difference")
    return result.verdict is Verdict.ERROR and message.facts.get("type") in OWN_NAMES
