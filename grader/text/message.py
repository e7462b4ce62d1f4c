"""A sentence as data: an English template with named places, and the facts that stand in them.

Code that finds a fault reports it as a Message, in a worker too. A message is compared, counted and
recognised by its template and facts. It becomes a sentence only where somebody reads it, in that
reader's language: the template is what a catalogue of gettext translates.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Union

Fact = Union[str, int, float, "Message"]
"""What stands in a place of a template. Shapes, and numbers in a certain format, are text."""


def template(text: str) -> str:
    """Mark a text for the catalogues that stands apart from its Message; returns the text."""
    return text


Translate = Callable[[str], str]
"""From a template to the same in another language."""

_PLACE = re.compile(r"\{(\w+)\}")
_MOST = 25_000
_DEEPEST = 5


@dataclass(frozen=True, init=False)
class Message:
    """A template and its facts.

    >>> str(Message("the shape is {got}, expected {wanted}", got="(2,)", wanted="()"))
    'the shape is (2,), expected ()'

    A template may come from a student's process, so it is no format string: a place is a name in
    braces and nothing else, one without a fact stays as it is, and what comes out is bounded.
    """

    template: str
    facts: dict[str, Fact]

    def __init__(self, template: str, /, **facts: object):
        object.__setattr__(self, "template", template)
        object.__setattr__(self, "facts", {name: _fact(value) for name, value in facts.items()})

    def __post_init__(self) -> None:
        """Raise ValueError where it is longer than any that is sent; msgspec calls this."""
        texts = [fact for fact in self.facts.values() if isinstance(fact, str)]
        if (
            len(self.template) > 2000
            or len(self.facts) > 20
            or max(map(len, texts), default=0) > _MOST
        ):
            raise ValueError("a message that is too long")

    def __hash__(self) -> int:
        return hash((self.template, tuple(self.facts.items())))

    def __str__(self) -> str:
        return self.words(lambda template: template)

    def words(self, translate: Translate) -> str:
        """The sentence in the language of `translate`, of 25,000 characters at most."""
        return "".join(_pieces(self, translate, _Room(_MOST), 0))


def _fact(value: object) -> Fact:
    """The value as a fact: an error of the grader's by its message, other objects by their text."""
    if isinstance(value, str | int | float | Message):
        return value
    messages: list[Message] = list(getattr(value, "messages", []))
    return messages[0] if len(messages) == 1 else str(value)


class _Room:
    """Counts the characters and the pieces that may still be written: an empty piece costs, too."""

    def __init__(self, left: int):
        self.left = left

    def cut(self, text: str) -> str:
        """As much of the text as there is room for."""
        text = text[: max(self.left, 0)]
        self.left -= len(text) + 1
        return text


def _pieces(message: Message, translate: Translate, room: _Room, depth: int) -> list[str]:
    pieces = []
    parts = _PLACE.split(translate(message.template))
    for i, part in enumerate(parts):
        if room.left <= 0:
            break
        if i % 2 == 0:
            pieces.append(room.cut(part))
            continue
        fact = message.facts.get(part, f"{{{part}}}")
        if isinstance(fact, Message) and depth < _DEEPEST:
            said = "".join(_pieces(fact, translate, room, depth + 1))
        else:
            said = room.cut("..." if isinstance(fact, Message) else str(fact))
        pieces += [_gap(parts[i - 1][-1:], said[:1]), said, _gap(parts[i + 1][:1], said[-1:])]
    return pieces


def _gap(of_template: str, of_fact: str) -> str:
    """The space of Chinese typography where a Chinese template meets a fact in Latin letters."""
    is_latin = of_fact.isascii() and of_fact.isprintable() and of_fact.strip()
    return " " if is_latin and "\u4e00" <= of_template <= "\u9fff" else ""
