"""Which row of a platform's table is which student's: by number, by id, by a name that is unique.

A row is only found where nothing speaks against it, so that no grade comes into another student's
row. What is not clear is told with its reason, and a person decides it on the platform.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from grader.classroom.collect import TOGETHER, folded, on_platform, squeezed, turned
from grader.classroom.publish.sheet import Place, Platform, Seat, Sheet
from grader.text import Message, shown, template

_LAST_LATIN = "\u024f"

BY_NUMBER, BY_NAME = template("the number in the file's name"), template("the name alone")
NOT_THERE = template("nobody there has this id or this name")
"""Why there is no row where nothing is unclear."""


class Student(Protocol):
    """A student of a class, graded or not: who he is, and the file that counts."""

    @property
    def student(self) -> str:
        """The id."""

    @property
    def name(self) -> str:
        """As the roster or the platform spells it, or empty."""

    @property
    def file(self) -> str:
        """Where it was found."""

    @property
    def notes(self) -> tuple[Message, ...]:
        """What is noted of the student."""


S = TypeVar("S", bound=Student)
P = TypeVar("P", bound=Place)


@dataclass(frozen=True)
class Match(Generic[S, P]):
    """A student's row, and by what it was found: a title, BY_NUMBER or BY_NAME."""

    entry: S
    seat: P
    by: str


@dataclass(frozen=True)
class Matching(Generic[S, P]):
    """The students with a row, those without one and why, and the rows of nobody."""

    found: tuple[Match[S, P], ...]
    lost: tuple[tuple[S, Message], ...]
    free: tuple[P, ...]


def match(sheet: Sheet, entries: Sequence[S]) -> Matching[S, Seat]:
    """Find each student's row."""
    return match_rows(sheet.platform, sheet.seats, entries)


def match_rows(platform: Platform, seats: Sequence[P], entries: Sequence[S]) -> Matching[S, P]:
    """Find each student's row among those of a table of a platform's."""
    rows = _Rows(platform, seats, entries)
    found: list[Match[S, P]] = []
    lost: list[tuple[S, Message]] = []
    for entry in entries:
        result = rows.of(entry)
        if isinstance(result, Match):
            found.append(result)
        else:
            lost.append((entry, result))
    by_line = defaultdict(list)
    for one in found:
        by_line[one.seat.line].append(one)
    for line, several in by_line.items():
        if len(several) > 1:
            students = ", ".join(shown(one.entry.student) for one in several)
            why = Message("line {line} fits several: {students}", line=line, students=students)
            lost += [(one.entry, why) for one in several]
    single = [one for one in found if len(by_line[one.seat.line]) == 1]
    taken = {one.seat.line for one in single}
    free = tuple(seat for seat in seats if seat.line not in taken)
    return Matching(tuple(single), tuple(lost), free)


def numbers_of(platform: Platform, entries: Sequence[Student]) -> dict[str, tuple[str, str]]:
    """By student: the name and the number which the platform gave to the file that was graded.

    They are read at the top of the class's folder alone. What lies below, a student may name.
    """
    files = {
        entry.student: entry.file.split("/")
        for entry in entries
        # The number in the name of a group's file is that of another member, or of the group.
        if entry.file and not any(note.template in TOGETHER for note in entry.notes)
    }
    wrapper = _wrapper(files.values())
    found = {}
    for student, parts in files.items():
        claim = on_platform(parts[wrapper] if len(parts) > wrapper else "")
        if claim and claim.layout is platform.value and claim.number.isdigit():
            found[student] = (claim.name, claim.number)
    return found


def _wrapper(files: Iterable[list[str]]) -> int:
    """How many folders all files of a class have in common, and so do not belong to a student."""
    paths = list(files)
    folders = [path[:-1] for path in paths]
    if len(paths) < 2:
        return 0
    same = [len(set(level)) == 1 for level in zip(*folders, strict=False)]
    return [*same, False].index(False)


class _Rows(Generic[S, P]):
    """The rows by what they can be found by."""

    def __init__(self, platform: Platform, seats: Sequence[P], entries: Sequence[S]):
        self.numbers = numbers_of(platform, entries)
        self.by_number: dict[str, list[P]] = defaultdict(list)
        self.by_id: dict[str, list[tuple[str, P]]] = defaultdict(list)
        self.by_name: dict[str, list[P]] = defaultdict(list)
        for seat in seats:
            self.by_number[seat.number].append(seat)
            for title, id in seat.ids:
                for key in {folded(id), folded(id.partition("@")[0])}:
                    self.by_id[key].append((title, seat))
            for key in _spellings(seat.name):
                self.by_name[key].append(seat)
        titles = [{title for title, _ in self.by_id.get(folded(e.student), ())} for e in entries]
        counts = Counter(title for found in titles for title in found)
        self.usual = max(counts, key=lambda title: counts[title], default="")
        """The column in which the ids of the most students stand."""
        self.is_rule = 2 * counts[self.usual] > len(entries)

    def of(self, entry: S) -> Match[S, P] | Message:
        """A student's row, or why there is none."""
        if entry.student in self.numbers:
            name, number = self.numbers[entry.student]
            seats = self.by_number.get(number, [])
            fitting = [seat for seat in seats if not seat.name or _is_called(name, seat.name)]
            if len(fitting) == len(seats) == 1:
                return Match(entry, fitting[0], BY_NUMBER)
            if len(seats) > 1:
                where = ", ".join(str(seat.line) for seat in seats)
                return Message("the id stands in several lines: {lines}", lines=where)
            if seats:
                return Message(
                    "the number {number} in the file's name is that of {name}, line {line}; is "
                    "it of another assignment?",
                    number=number,
                    name=shown(seats[0].name),
                    line=seats[0].line,
                )
        if found := self.by_id.get(folded(entry.student)):
            return self._with_id(entry, found)
        return self._with_name(entry)

    def _with_id(self, entry: S, found: list[tuple[str, P]]) -> Match[S, P] | Message:
        lines = sorted({seat.line for _, seat in found})
        fitting = [(title, seat) for title, seat in found if _agree(entry.name, seat.name)]
        if len(lines) > 1 and len({seat.line for _, seat in fitting}) != 1:
            where = ", ".join(map(str, lines))
            return Message("the id stands in several lines: {lines}", lines=where)
        title, seat = (fitting or found)[0]
        if fitting:
            return Match(entry, seat, title)
        if _differ(entry.name, seat.name) or self._named(entry.name) - {seat.line}:
            return Message(
                "line {line} has this id as its {title}, and another name: {name}",
                line=seat.line,
                title=title,
                name=shown(seat.name),
            )
        if self.usual not in {title for title, _ in found}:
            return Message(
                "line {line} has this id as its {title}; the ids of the others are its {usual}",
                line=seat.line,
                title=title,
                usual=self.usual,
            )
        return Match(entry, seat, title)

    def _named(self, name: str) -> set[int]:
        """The lines that have a name."""
        return {seat.line for key in _spellings(name) for seat in self.by_name.get(key, ())}

    def _with_name(self, entry: S) -> Match[S, P] | Message:
        name = entry.name or entry.student  # of a folder that is called by a name
        lines = sorted(self._named(name))
        if not lines:
            return Message(NOT_THERE)
        if len(lines) > 1:
            where = ", ".join(map(str, lines))
            return Message("the name stands in several lines: {lines}", lines=where)
        seat = next(seat for key in _spellings(name) for seat in self.by_name.get(key, ()))
        other = dict(seat.ids).get(self.usual, "")
        if self.is_rule and other:
            return Message(
                "line {line} has this name, and another {title}: {id}",
                line=seat.line,
                title=self.usual,
                id=shown(other),
            )
        return Match(entry, seat, BY_NAME)


def _spellings(name: str) -> frozenset[str]:
    """A name with the family name first, and last, by its letters alone."""
    family, comma, given = name.partition(",")
    forms = (name, turned(name), f"{family} {given}" if comma else name)
    return frozenset(key for key in map(squeezed, forms) if key)


def _is_called(file: str, name: str) -> bool:
    """Whether a platform calls a student's file so; before the name, it may put a group's."""
    return any(squeezed(file).endswith(key) for key in _spellings(name))


def _words(name: str) -> set[str]:
    return {word for word in re.split(r"[\W_]+", folded(name)) if len(word) > 1}


def _agree(one: str, other: str) -> bool:
    """Whether two spellings may well be of one person: equal, or with a word in common."""
    return bool(_spellings(one) & _spellings(other)) or bool(_words(one) & _words(other))


def _differ(one: str, other: str) -> bool:
    """Whether two names are of one script, and have nothing in common."""
    scripts = [
        {char <= _LAST_LATIN for char in squeezed(name) if char.isalpha()} for name in (one, other)
    ]
    return bool(scripts[0] & scripts[1]) and not _agree(one, other)
