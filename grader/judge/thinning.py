"""A notebook's JSON without its outputs: they are most of a file, and need not be valid.

The bytes are read past, not parsed: a hundred megabytes of plots cost a second and no memory. What
is left has its lines where they were, and few enough values to be parsed.
"""

import re

from grader.text import Message

MAX_THIN = 12 * 1024 * 1024
"""How many bytes a notebook may have beside its outputs."""

_MAX_VALUES = 300_000
"""How many values a notebook may have beside its outputs: each is a hundred bytes, parsed."""

_MAX_BRACKETS = 3_000_000
"""How many brackets around others its outputs may have: each takes a microsecond."""

_KEPT = {
    b'"nbformat"',
    b'"worksheets"',
    b'"cells"',
    b'"cell_type"',
    b'"source"',
    b'"input"',
    b'"metadata"',
    b'"vscode"',
    b'"languageId"',
}
"""The keys whose values are read, of both formats."""

_LONGEST_KEY = max(map(len, _KEPT))
# Possessive, so that nothing is tried twice; a text that does not end is one to the end.
_TEXT = rb'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)'
_TOKEN = re.compile(rb"(%b)(?:[ \t\r\n]*+(:))?|[\[{,]" % _TEXT, re.DOTALL)
_FLAT = rb'(?:[^"\[\]{}]++|%b)*+' % _TEXT
_BRACKET = re.compile(rb'(?:[^"\[\]{}]++|%b|[\[{]%b[\]}])*+([\[\]{}])' % (_TEXT, _FLAT), re.DOTALL)
"""The next bracket of a value that has others in it: those that have none are read past."""
_SPACE = re.compile(rb"[ \t\r\n]*+")
_SCALAR = re.compile(rb"(?:%b|[^\[\]{},\"]*+)" % _TEXT, re.DOTALL)


class TooMuch(ValueError):
    """A notebook that is too large beside its outputs, or whose outputs have too many values."""

    def __init__(self, message: Message):
        self.message = message


def thinned(data: bytes) -> bytes:
    """The JSON with a 0 in place of every value that is not needed; raises TooMuch."""
    pieces: list[bytes] = []
    at = begin = values = brackets = 0
    while found := _TOKEN.search(data, at):
        at, values = found.end(), values + 1
        if values > _MAX_VALUES:
            what = Message(
                "the notebook has more than {most} values beside its outputs; is it the right one?",
                most=_MAX_VALUES,
            )
            raise TooMuch(what)
        if found[2] and not _is_kept(data, found):
            end, count = _end_of_value(data, at, _MAX_BRACKETS - brackets)
            brackets += count
            pieces += (data[begin:at], b"0", b"\n" * data.count(b"\n", at, end))
            at = begin = end
    pieces.append(data[begin:])
    if sum(map(len, pieces)) > MAX_THIN:
        what = Message(
            "the notebook is larger than {most} MB without its outputs; is it the right one?",
            most=MAX_THIN >> 20,
        )
        raise TooMuch(what)
    return b"".join(pieces)


def _is_kept(data: bytes, found: re.Match[bytes]) -> bool:
    start, end = found.span(1)
    return end - start <= _LONGEST_KEY and data[start:end] in _KEPT


def _end_of_value(data: bytes, at: int, most: int) -> tuple[int, int]:
    """Where the value ends that begins at or after `at`, and how many brackets it has."""
    space = _SPACE.match(data, at)
    at = space.end() if space else at
    if data[at : at + 1] not in (b"[", b"{"):
        scalar = _SCALAR.match(data, at)
        return (scalar.end() if scalar else at), 0
    at, depth, count = at + 1, 1, 0
    while found := _BRACKET.match(data, at):
        at, count = found.end(), count + 1
        depth += 1 if found[1] in b"[{" else -1
        if depth == 0:
            return at, count
        if count > most:
            raise TooMuch(Message("the notebook's outputs have too many values; clear its outputs"))
    return len(data), count
