"""Make a row fit for the record: whatever is in a report, it can be written and read again."""

import math
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar

from grader.text import Fact, Message

T = TypeVar("T")

_MAX_TEXT = 100_000
_MAX_ITEMS = 1_000
_MAX_TEMPLATE, _MAX_FACT, _MAX_FACTS = 2_000, 25_000, 20
"""What a Message may have when it is read."""


def fitted(value: T) -> T:
    """The value with texts that a file can hold, of bounded length; most come back as they are."""
    found: Any = value
    if isinstance(value, str):
        found = _text(value, _MAX_TEXT)
    elif isinstance(value, Message):
        found = _message(value)
    elif isinstance(value, Enum):
        pass
    elif is_dataclass(value) and not isinstance(value, type):
        changed = {each.name: fitted(getattr(value, each.name)) for each in fields(value)}
        found = replace(value, **changed)
    elif isinstance(value, tuple):
        found = tuple(fitted(item) for item in value[:_MAX_ITEMS])
    elif isinstance(value, dict):
        items = list(value.items())[:_MAX_ITEMS]
        found = {fitted(name): fitted(item) for name, item in items}
    same: T = found
    return same


def _message(message: Message) -> Message:
    facts = list(message.facts.items())[:_MAX_FACTS]
    template = _text(message.template, _MAX_TEMPLATE)
    return Message(template, **{_text(name, 100): _fact(fact) for name, fact in facts})


def _fact(fact: Fact) -> Fact:
    if isinstance(fact, Message):
        return _message(fact)
    if isinstance(fact, str):
        return _text(fact, _MAX_FACT)
    return str(fact) if isinstance(fact, float) and not math.isfinite(fact) else fact


def _text(text: str, limit: int) -> str:
    whole = text.encode("utf-8", "replace").decode()
    if len(whole) <= limit:
        return whole
    end = f" … ({len(whole) - limit:,} more characters)"
    return whole[: limit - len(end)] + end
