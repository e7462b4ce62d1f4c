"""What is said, as the sentences that a reader sees."""

from dataclasses import replace
from typing import Any

from grader.classroom.collect import Plan


def said(thing: Any) -> str:
    """The message of a result, a difference or a problem, and its details, a line each."""
    messages = [thing.message, *getattr(thing, "details", ())]
    return "\n".join(str(message) for message in messages if message is not None)


def sentences(messages: Any) -> tuple[str, ...]:
    """Messages as text."""
    return tuple(map(str, messages))


def in_words(plan: Plan) -> Any:
    """A plan with every message as a sentence; the reason of a handin is its first note."""
    handins = []
    for handin in plan.handins:
        notes: Any = [handin.reason, *handin.notes] if handin.reason else handin.notes
        changed: dict[str, Any] = {"notes": sentences(notes)}
        handins.append(replace(handin, **changed))
    said: dict[str, Any] = {
        "handins": tuple(handins),
        "ignored": tuple((path, str(why)) for path, why in plan.ignored),
        "layout": str(plan.layout),
    }
    return replace(plan, **said)
