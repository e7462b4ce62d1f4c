"""Where lines of text end on a screen: by columns, of which a Chinese character takes two.

Chinese has no spaces: a line may end behind any of its characters. But none begins with a mark that
closes something, such as a comma, and none ends with one that opens something.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

_WIDE = "⺀-\u303f\u3041-\u33ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003fffd"
_COMMAND = "(?<=：)[!-~][ -~]{0,40}(?=）)"
"""What stands between a colon and the end of a parenthesis stays in one line, to be copied."""

_UNIT = re.compile(rf"{_COMMAND}|\s+|[{_WIDE}]|[^\s{_WIDE}]+")
_CLOSING = frozenset("，。、；：！？）】」』》〉”’…,.;:!?)]}")
_OPENING = frozenset("（【「『《〈“‘([{")


def columns(text: str) -> int:
    """How many columns of a screen the text takes."""
    if text.isascii():
        return len(text)
    return sum(map(_columns, text))


def _columns(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def is_chinese(text: str) -> bool:
    """Whether some of the text is written without spaces between words."""
    return not text.isascii() and re.search(f"[{_WIDE}]", text) is not None


def joined(paragraphs: Iterable[str]) -> str:
    """Paragraphs one behind the other: a Chinese mark has its space within it."""
    text = ""
    for paragraph in paragraphs:
        text += (" " if text and not is_chinese(text[-1]) else "") + paragraph
    return text


def padded(text: str, width: int) -> str:
    """The text with spaces behind it, so that it takes so many columns."""
    return text + " " * (width - columns(text))


def folded(text: str, width: int) -> list[str]:
    """The text in lines of at most so many columns, without the spaces at which it was broken."""
    ends = [*breaks(text, width), len(text)]
    starts = [0, *ends[:-1]]
    return [text[start:end].rstrip() for start, end in zip(starts, ends, strict=True)]


def breaks(text: str, width: int) -> list[int]:
    """The places in a text without line ends at which another line begins."""
    found: list[int] = []
    taken, place = 0, 0
    for unit in _units(text):
        size = columns(unit.rstrip())
        if taken and taken + size > width:
            found.append(place)
            taken = 0
        if size > width:  # longer than a line: it can be broken anywhere
            found += _pieces(unit.rstrip(), place, width)
            taken = columns(text[found[-1] : place + len(unit)])
        else:
            taken += columns(unit)
        place += len(unit)
    return found


def _pieces(unit: str, start: int, width: int) -> Iterator[int]:
    taken = 0
    for place, char in enumerate(unit, start):
        if taken and taken + _columns(char) > width:
            yield place
            taken = 0
        taken += _columns(char)


def _units(text: str) -> Iterator[str]:
    """The pieces between which a line may end, each with the spaces behind it."""
    unit = ""
    for piece in _UNIT.findall(text):
        if unit and not piece.isspace() and not _stays(unit, piece):
            yield unit
            unit = ""
        unit += piece
    if unit:
        yield unit


def _stays(unit: str, piece: str) -> bool:
    """Whether no line may end between what stands before and this piece."""
    return unit[-1] in _OPENING or (piece[0] in _CLOSING and not unit[-1].isspace())
