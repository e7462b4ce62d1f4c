"""Text that others wrote, made harmless: nothing in it moves, hides or reverses what is shown."""

import re

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_KANA_OR_HANGUL = re.compile(r"[\u3040-\u30ff\uac00-\ud7af]")


def clean(text: str) -> str:
    """Text with no control characters: it can't move the cursor or hide."""
    return _CONTROL.sub("�", text.expandtabs(4))


def plain(text: str) -> str:
    """Text that can be encoded and shown: line ends are newlines, no controls, no surrogates."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _SURROGATE.sub("�", clean(text))


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
    """Plain text of so many characters and lines at most, which says what was left out."""
    rows = plain(text).rstrip("\n").split("\n")
    if len(rows) > lines:
        rows = [*rows[:lines], f"… and {len(rows) - lines} more lines"]
    return cut("\n".join(rows), limit)


def language(name: str) -> str:
    """The language of a name, where its writing tells: a page asks for the right glyphs by it."""
    return "zh" if _HAN.search(name) and not _KANA_OR_HANGUL.search(name) else ""
