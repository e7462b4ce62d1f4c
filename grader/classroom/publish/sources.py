"""The code of a class, for the page: equal lines stand once, and what is too long is cut.

The code that counts comes first; that of other attempts is cut first, and left out where even that
is too much.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from grader.classroom.record import Entry
from grader.judge import Submission
from grader.report import CheckResult, Verdict
from grader.text import Fact, Message, cut, plain, source_lines

_LIMITS = (60_000, 20_000, 10_000, 5_000, 2_500, 1_200, 600)
"""How many characters of a submission are kept: the next limit is tried where all are too many."""
_MAX_BYTES = 2_200_000
_MAX_OTHERS = 800_000
"""How many bytes more the code of other attempts may take."""
_MAX_LINE = 1_000

Named = dict[tuple[str, int], list[int]]
"""Lines, each by the name of its file or cell and its number, with the checks whose report has it:
their places in the class's list, or -1 for what is said of the file."""


class Sources:
    """The lines of all submissions, and each submission as their numbers."""

    def __init__(self, works: Mapping[str, Submission], limit: int):
        self.lines: list[str] = []
        self._numbers: dict[str, int] = {}
        self.works: list[list[list[Any]] | None] = [None]
        self._places: dict[str, int] = {}
        self.add(works, limit)
        self.count = len(self.works)

    def add(self, works: Mapping[str, Submission], limit: int) -> None:
        """Add more; the first `count` are those with which it began."""
        for content, work in works.items():
            self._places[content] = len(self.works)
            self.works.append(self._packed(work, limit))

    def place(self, content: str) -> int:
        """Where the submission of this digest is among the `works`; 0 where there is none."""
        return self._places.get(content, 0)

    def _packed(self, work: Submission, limit: int) -> list[list[Any]]:
        """For each unit its name, kind and lines, and how many lines more it has."""
        units = [(each.label, "prose" if each.prose else "cell" if each.cell else "", each.source)
                 for each in work.units]  # fmt: skip
        units += [(name, "module", source) for name, source in work.siblings.items()]
        packed = []
        for name, kind, source in units:
            lines = source_lines(source)
            taken = _within(lines, limit)
            limit -= sum(len(line) + 1 for line in lines[:taken])
            numbers = [self._number(line) for line in lines[:taken]]
            packed.append([name, kind, numbers, len(lines) - taken])
        return packed

    def _number(self, line: str) -> int:
        if line not in self._numbers:
            self._numbers[line] = len(self.lines)
            self.lines.append(plain(cut(line.rstrip(), _MAX_LINE)))
        return self._numbers[line]


def _within(lines: Sequence[str], limit: int) -> int:
    """How many lines there are within so many characters."""
    for place, line in enumerate(lines):
        limit -= min(len(line), _MAX_LINE) + 1
        if limit < 0:
            return place
    return len(lines)


def sources_of(
    works: Mapping[str, Submission], others: Mapping[str, Submission] | None = None
) -> Sources:
    """All of them in at most about two megabytes: where they are more, long ones are cut.

    `others` are those of other attempts, for which there is less room.
    """
    for limit in _LIMITS:
        found = Sources(works, limit)
        if (size := _size(found)) <= _MAX_BYTES:
            break
    for least in [each for each in _LIMITS if each <= limit] if others else []:
        more = Sources(works, limit)
        more.add(others or {}, least)
        if _size(more) <= size + _MAX_OTHERS:
            return more
    return found


def _size(found: Sources) -> int:
    text = json.dumps([found.lines, found.works], ensure_ascii=False, separators=(",", ":"))
    return len(text.encode("utf-8", "replace"))


def named_lines(entry: Entry, order: Mapping[str, int]) -> Named:
    """The lines that a report names: where a function that fails is, where something was raised.

    `order` is the place of each check in the class's list.
    """
    found: Named = {}
    for problem in entry.report.problems:
        if problem.line:
            found.setdefault((problem.where, problem.line), []).append(-1)
    for check in entry.report.checks:
        if check.verdict in (Verdict.PASSED, Verdict.SKIPPED) or check.name not in order:
            continue
        for place in dict.fromkeys(_places(check)):
            found.setdefault(place, []).append(order[check.name])
    return found


def _places(check: CheckResult) -> list[tuple[str, int]]:
    raised = [place for said in check.said for place in _in_message(said)]
    if raised or check.place is None:
        return raised
    return [(check.place.unit, check.place.line)]


def _in_message(fact: Fact) -> list[tuple[str, int]]:
    """The places that a message tells: facts of these names are a line and its file or cell."""
    if not isinstance(fact, Message):
        return []
    found = [place for inner in fact.facts.values() for place in _in_message(inner)]
    where, line = fact.facts.get("file") or fact.facts.get("unit"), fact.facts.get("line")
    if isinstance(where, str) and isinstance(line, int):
        found.append((where, line))
    return found
