"""Text that other people wrote, made harmless: it can't move, hide or reverse what is shown.

There is one rule, `visible`, for names, messages, values and output: a character that has no shape
of its own is shown as an escape, as Python writes it in a string.
"""

import re
import unicodedata

_JOINERS = "\u200c\u200d"
"""Invisible, but Persian and emoji need them: between such characters they stay."""

_BLANK_LETTERS = "\u115f\u1160\u3164\uffa0"
"""Fillers of Hangul: they belong to the letters, and nothing of them is seen."""

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_KANA_OR_HANGUL = re.compile(r"[\u3040-\u30ff\uac00-\ud7af]")


def visible(text: str) -> str:
    """The text with an escape (\\x1b, \\u200b) for each character that moves, hides or is blank.

    These are controls, line ends, bidi controls, zero-width characters, tags, halves of
    characters, and unassigned code points. Spaces of any width stay.
    """
    if text.isprintable() and not any(blank in text for blank in _BLANK_LETTERS):
        return text
    return "".join(
        char if _has_a_shape(char) or _joins(text, place) else _escape(char)
        for place, char in enumerate(text)
    )


def _has_a_shape(char: str) -> bool:
    if char.isprintable():
        return char not in _BLANK_LETTERS
    return unicodedata.category(char) == "Zs"


def _joins(text: str, place: int) -> bool:
    """Whether a joiner stands where it may: between two characters that are not Latin."""
    if text[place] not in _JOINERS:
        return False
    return all(
        side and ord(side) > 0x2FF and side.isprintable()
        for side in (text[place - 1 : place], text[place + 1 : place + 2])
    )


def _escape(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")


def shown(name: str) -> str:
    """A name in one line: of a student, a file, a folder."""
    return visible(name)


def clean(text: str) -> str:
    """Text of several lines, each made visible, tabs as spaces."""
    return "\n".join(visible(line) for line in text.expandtabs(4).split("\n"))


def plain(text: str) -> str:
    """As `clean`, with line ends of every system as newlines."""
    return clean(text.replace("\r\n", "\n").replace("\r", "\n"))


def line(text: str) -> str:
    """The text in one line: a name, an id, a file's name."""
    return " ".join(plain(text).split())


def cut(text: str, limit: int) -> str:
    """At most about `limit` characters, and how many more there were."""
    more = len(text) - limit
    return f"{text[:limit]} … ({more:,} more characters)" if more > 40 else text


def label(text: str) -> str:
    """A line that is short enough to stand in a table."""
    return cut(line(text), 200)


def shortened(text: str, limit: int, lines: int = 40) -> str:
    """Plain text of at most so many characters and lines, which says what was left out."""
    rows = plain(text).rstrip("\n").split("\n")
    if len(rows) > lines:
        rows = [*rows[:lines], f"… and {len(rows) - lines} more lines"]
    return cut("\n".join(rows), limit)


def language(name: str) -> str:
    """The language of a name, where its script shows it: a page needs it for the right glyphs."""
    return "zh" if _HAN.search(name) and not _KANA_OR_HANGUL.search(name) else ""
