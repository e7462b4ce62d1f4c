"""Whether a student with a known mistake is told its hint, or what the numbers show."""

from collections.abc import Mapping, Sequence

from grader.build.mutants import Mutant
from grader.course import AnswerKey, KeyMistake
from grader.judge import KEYS_DIFFER, OWN_NAMES, Grading, difference
from grader.report import CheckResult, Mistake, Verdict
from grader.text import Message
from grader.wire import Said

_SAYS_ENOUGH = (Verdict.TIMEOUT, Verdict.CRASHED, Verdict.NOT_ATTEMPTED)
"""Verdicts that have words of their own."""


NOTHING: Mapping[str, Message] = {}
NONE: Mapping[str, int] = {}


def faults_of_naming(
    mistake: Mutant, results: Sequence[CheckResult], grading: Grading
) -> list[str]:
    """What is wrong with what a student with the mistake is told, in a grading with its key."""
    if (mistake.name, mistake.hints) not in ((m.name, m.hints) for m in grading.key.mistakes):
        return [f"wrong/{mistake.name}.py: the key does not have this hint; run `grader build`"]
    return faults_of_words(
        mistake,
        results,
        grading.diagnosis.related,
        _failing(grading),
        sentences_of(grading.key, mistake.name),
    )


def remark_on_naming(
    mistake: Mutant, results: Sequence[CheckResult], key: AnswerKey
) -> Message | None:
    """That it is named by its values alone: who is wrong in another way is told the same.

    Where its values depend on random numbers, only who draws as its author does reads the hint.
    """
    unproven = sentences_of(key, mistake.name)
    named = [r for r in results if r.mistake and r.mistake.hints == mistake.hints]
    checks = [r.name for r in named if r.name in unproven and len(key.checks[r.name].cases) > 1]
    if not checks or len(checks) < len(named):
        return None
    return Message(
        "its hint is only for who returns the same values in {check}: {why}",
        check=checks[0],
        why=unproven[checks[0]],
    )


def _failing(grading: Grading) -> dict[str, int]:
    """In how many cases each check of values fails that ran."""
    failing = {}
    for check in grading.lesson.exercise.checks:
        if check.holds is None and check.name in grading.diagnosis.outcomes:
            key, came = grading.key.checks[check.name], grading.diagnosis.outcomes[check.name]
            each = zip(key.expected, came, key.cases, strict=False)
            failing[check.name] = sum(difference(e, o, check, i) is not None for e, o, i in each)
    return failing


def sentences_of(key: AnswerKey, name: str) -> dict[str, Message]:
    """By check, why what a predicate says of a mistake does not show that it is this one."""
    mistake = next((each for each in key.mistakes if each.name == name), None)
    if mistake is None:
        return {}
    found = {}
    for check, kept in mistake.outcomes.items():
        said = {i: o for i, o in kept.items() if isinstance(o, Said) and o.messages}
        if said and (why := _not_shown(key, mistake, check, said)):
            found[check] = why
    return found


def _not_shown(
    key: AnswerKey, mistake: KeyMistake, check: str, said: Mapping[int, Said]
) -> Message | None:
    """Why what is said in a check is no evidence; None where it is, or is a measurement."""
    first = next(iter(said.values()))
    for other in key.mistakes:
        theirs = other.outcomes.get(check, {})
        if other.hints != mistake.hints and all(
            isinstance(their := theirs.get(i), Said) and their.messages == mine.messages
            for i, mine in said.items()
        ):
            return Message(
                'its predicate says the same of wrong/{other}.py, "{text}", which has another hint',
                other=other.name,
                text=str(first.messages[0]),
            )
    further = "".join(str(more) for each in said.values() for more in each.messages[1:])
    if len(key.checks[check].cases) == 1 or any(map(str.isdigit, further)):
        return None
    if all(each.messages == first.messages for each in said.values()):
        return Message(
            'its predicate says the same on all inputs, "{text}"', text=str(first.messages[0])
        )
    if not all(each.own for each in said.values()):
        return Message(
            'what its predicate says, "{text}", has no fact of the value in it that a right value '
            "with other numbers would not have, too",
            text=str(first.messages[0]),
        )
    return None


def faults_of_words(
    mistake: Mutant,
    results: Sequence[CheckResult],
    shown: Mapping[str, Sequence[Message]],
    failing: Mapping[str, int],
    unproven: Mapping[str, Message] = NOTHING,
) -> list[str]:
    """What is wrong with what a student with the mistake is told.

    It may stay unnamed in a check whose outcomes several causes give, but not in all that it fails:
    there is its own hint, or what the numbers show. Another hint is wrong anywhere. `failing` says
    in how many cases a check of values fails: one is enough to catch a mistake, not to name it.
    `unproven` says why what a predicate says does not name it.
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
        if other.hints != mistake.hints and not is_of_predicate(check, other, failing)
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
            f"{file} is named in none of the checks that it fails ({checks}): "
            f"{_why(lost, failing, unproven)}"
        )
    return faults


def is_of_predicate(check: str, mistake: Mistake, failing: Mapping[str, int] = NONE) -> bool:
    """Whether a hint is the one that the check's predicate has returned with its message."""
    return mistake.name == check and check not in failing


def _why(
    lost: Sequence[CheckResult], failing: Mapping[str, int], unproven: Mapping[str, Message]
) -> str:
    """Why a mistake is not named in any of these checks; `failing` has those of values."""
    for result in (each for each in lost if each.name in unproven):
        return (
            f"{unproven[result.name]}. Whoever gets this message would read this hint, so it is "
            "not shown; let the predicate say a number of what it saw, as a fact of the Message, "
            "or return the hint with its message: [Message(...), Hint(...)]"
        )
    further = [str(said) for r in lost if r.name not in failing for said in r.said[1:]]
    if measured := next((text for text in further if any(map(str.isdigit, text))), None):
        return (
            f'the predicate says more behind its first message, "{measured}", which has a number '
            "in it, and a measurement has many causes; say the cause first, alone, where it can "
            "be told, or return a Hint with the messages"
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
