"""An author's hint: `code` between backticks, *emphasis* between asterisks, and escapes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """How a piece of a hint is to be shown."""

    PLAIN = "plain"
    CODE = "code"
    EMPHASIS = "emphasis"


# Chinese has no spaces around what is stressed, and \\w would take its letters for a word's.
_PIECE = re.compile(
    r"`(?P<code>[^`]+)`"
    r"|(?<![a-zA-Z0-9_*\\])(?P<marks>\*{1,2})(?=\S)"
    r"(?P<emphasis>[^*`]*[^*`\s\\])(?P=marks)(?![a-zA-Z0-9_*])"
)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


@dataclass(frozen=True)
class Hint:
    """A hint that a predicate returns behind its messages, for whoever is told these.

    Blank lines separate its paragraphs: the first is a nudge, and each further one says more.
    """

    text: str


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a text, each in one line."""
    return tuple(" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip())


def pieces(hint: str) -> Iterator[tuple[Kind, str]]:
    """A hint in pieces, without the marks; a backslash before a mark is left out, but in code."""
    place = 0
    for found in _PIECE.finditer(hint):
        yield from _plain(hint[place : found.start()])
        if found["code"] is not None:
            yield Kind.CODE, found["code"]
        else:
            yield Kind.EMPHASIS, _ESCAPE.sub(r"\1", found["emphasis"])
        place = found.end()
    yield from _plain(hint[place:])


def _plain(text: str) -> Iterator[tuple[Kind, str]]:
    if text:
        yield Kind.PLAIN, _ESCAPE.sub(r"\1", text)
