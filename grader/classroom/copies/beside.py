"""Two files side by side, as rows: what both have stands in one row, however it is ordered.

The functions and classes of the first file stand as they are; beside each is the one of the other
file with which it has most in common. Lines that nothing marks are folded where they are many.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import zip_longest

from grader.classroom.copies.comparison import Comparison
from grader.classroom.copies.reading import Read, Section, units_of
from grader.judge import Submission
from grader.text import source_lines

FEW = 1 / 8
"""What at most this part of the class has is marked as rare."""

_MOST_CELLS = 250_000
"""Pairs of lines that are looked at to put two sections beside each other."""


class Mark(Enum):
    """Whether what stands in a line is in the other file too, and in how many others."""

    ALONE = "="
    FEW = "-"
    NONE = " "


@dataclass(frozen=True)
class Line:
    """A line of a file. `unit` is the file's name, or that of a notebook's cell."""

    unit: str
    number: int
    text: str
    mark: Mark = Mark.NONE


@dataclass(frozen=True)
class Row:
    """What stands side by side; `folded` lines on each side are left out in its place."""

    left: Line | None
    right: Line | None
    folded: tuple[int, int] = (0, 0)


Block = range
"""Lines that stand together: a function, a class, or what is between two of them."""


def beside(comparison: Comparison, one: str, other: str) -> list[Row]:
    """The rows of two files that were compared; the first file is on the left."""
    sides = [_Side(comparison, one, other), _Side(comparison, other, one)]
    rows: list[Row] = []
    for left, right in _matched(*sides):
        for row in _folded(list(_rows(sides[0], left, sides[1], right))):
            if rows and _is_fold(rows[-1]) and _is_fold(row):
                row = _fold(rows.pop(), *row.folded)  # what nothing marks goes on in the next block
            rows.append(row)
    return rows


class _Side:
    """One of the two files: its lines with their marks, its blocks, what is shared in each line."""

    def __init__(self, comparison: Comparison, own: str, other: str):
        read = comparison.reads[own]
        rarity = comparison.rarity
        held = rarity.held.get(other, frozenset())
        shared = {print_.hash for print_ in read.prints if print_.hash in held}
        few = {h for h in shared if rarity.counts[h] <= max(2, FEW * comparison.compared)}
        alone = {h for h in shared if rarity.counts[h] == 2}
        self.shared: dict[int, set[int]] = defaultdict(set)
        for print_ in read.prints:
            if print_.hash in few:
                self.shared[print_.lines[0]].add(print_.hash)
        marks = dict.fromkeys(_lines(read, few), Mark.FEW)
        marks |= dict.fromkeys(_lines(read, alone), Mark.ALONE)
        self.lines = list(_numbered(comparison.works[own], marks))
        self.blocks = list(_blocks(read.sections, self.lines))

    def hashes(self, block: Block) -> set[int]:
        """What of this block the other file has too."""
        return {h for number in block for h in self.shared.get(number, ())}

    def line(self, number: int) -> Line:
        """By its number through the whole file, from 1."""
        return self.lines[number - 1]


def _lines(read: Read, hashes: Collection[int]) -> set[int]:
    return {n for print_ in read.prints if print_.hash in hashes for n in print_.lines}


def _numbered(work: Submission, marks: Mapping[int, Mark]) -> Iterator[Line]:
    number = 0
    for name, source, _ in units_of(work):
        for own, text in enumerate(source_lines(source), 1):
            number += 1
            yield Line(name, own, text, marks.get(number, Mark.NONE))


def _blocks(sections: Sequence[Section], lines: Sequence[Line]) -> Iterator[Block]:
    """The functions and classes, and what is between them; none goes over the end of a unit."""
    ends = {number for number, line in enumerate(lines, 1) if line.number == 1}
    begins = {each.first for each in sections} | {each.last + 1 for each in sections} | ends
    starts = sorted({1} | {n for n in begins if 1 <= n <= len(lines)})
    for start, end in zip_longest(starts, starts[1:], fillvalue=len(lines) + 1):
        if any(lines[number - 1].text.strip() for number in range(start, end)):
            yield range(start, end)


def _matched(one: _Side, other: _Side) -> Iterator[tuple[Block, Block]]:
    """The blocks of the first file in their order, each with the one of the other that is most
    like it; at the end those that are only in the other."""
    shares = sorted(
        (-len(common), left, right)
        for left, mine in enumerate(map(one.hashes, one.blocks))
        for right, yours in enumerate(map(other.hashes, other.blocks))
        if (common := mine & yours)
    )
    partner: dict[int, int] = {}
    for _, left, right in shares:
        if left not in partner and right not in partner.values():
            partner[left] = right
    empty = range(0)
    for left, block in enumerate(one.blocks):
        yield block, other.blocks[partner[left]] if left in partner else empty
    for right, block in enumerate(other.blocks):
        if right not in partner.values():
            yield empty, block


def _rows(one: _Side, left: Block, other: _Side, right: Block) -> Iterator[Row]:
    """Two blocks; lines with the same in them meet, and the others stand as they come."""
    at_left, at_right = left.start, right.start
    for meet_left, meet_right in [*_meeting(one, left, other, right), (left.stop, right.stop)]:
        mine, yours = range(at_left, meet_left), range(at_right, meet_right)
        for a, b in zip_longest(mine, yours):
            yield Row(one.line(a) if a else None, other.line(b) if b else None)
        if meet_left < left.stop and meet_right < right.stop:
            yield Row(one.line(meet_left), other.line(meet_right))
        at_left, at_right = meet_left + 1, meet_right + 1


def _meeting(one: _Side, left: Block, other: _Side, right: Block) -> list[tuple[int, int]]:
    """Pairs of lines, in order on both sides, that have the most in common in all."""
    if len(left) * len(right) > _MOST_CELLS:
        return []
    best = [[0] * (len(right) + 1) for _ in range(len(left) + 1)]
    common = [
        [len(one.shared.get(a, _NONE) & other.shared.get(b, _NONE)) for b in right] for a in left
    ]
    for a in reversed(range(len(left))):
        for b in reversed(range(len(right))):
            together = common[a][b] + best[a + 1][b + 1] if common[a][b] else 0
            best[a][b] = max(together, best[a + 1][b], best[a][b + 1])
    found, a, b = [], 0, 0
    while a < len(left) and b < len(right):
        if common[a][b] and best[a][b] == common[a][b] + best[a + 1][b + 1]:
            found.append((left[a], right[b]))
            a, b = a + 1, b + 1
        elif best[a + 1][b] >= best[a][b + 1]:
            a += 1
        else:
            b += 1
    return found


_NONE: frozenset[int] = frozenset()
_AROUND = 2
"""Lines that are shown around one that is marked."""


def _folded(rows: Sequence[Row]) -> list[Row]:
    """The rows, without those that are far from anything that is marked."""
    marked = [
        place
        for place, row in enumerate(rows)
        if any(line and line.mark is not Mark.NONE for line in (row.left, row.right))
    ]
    near = {at + by for at in marked for by in range(-_AROUND, _AROUND + 1)}
    found: list[Row] = []
    for place, row in enumerate(rows):
        if place in near:
            found.append(row)
            continue
        before = found.pop() if found and _is_fold(found[-1]) else Row(None, None)
        found.append(_fold(before, row.left is not None, row.right is not None))
    return found


def _is_fold(row: Row) -> bool:
    return row.folded != (0, 0)


def _fold(before: Row, left: int, right: int) -> Row:
    """A row in which so many more lines are left out than in the one before."""
    return Row(None, None, (before.folded[0] + left, before.folded[1] + right))
