"""A class compared: pairs of files that are alike, as data.

It accuses nobody. Two may have worked together, or learnt from one page; a person looks at both.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from grader.classroom.clusters import Cluster, unnamed
from grader.classroom.copies.pairs import LEAST_ALIKE, Likeness, Rarity
from grader.classroom.copies.reading import Read, read_all
from grader.classroom.kept import kept
from grader.classroom.record import ClassRecord, Entry, Provenance, State
from grader.judge import Submission
from grader.text import Message

FEW = 8
"""With fewer files than these, what is common in the class can't be told from what is rare."""


@dataclass(frozen=True)
class Pair:
    """Two files that are alike. `same_text` tells that not a letter of their source differs;
    `mistakes` are those without a name that both made: their wrong values are the same.
    """

    likeness: Likeness
    same_text: bool
    mistakes: tuple[Cluster, ...]

    @property
    def students(self) -> tuple[str, str]:
        """The first student of each file."""
        return self.likeness.one, self.likeness.other


@dataclass(frozen=True)
class Comparison:
    """What comparing a class has found.

    A file that several handed in as one (a group's) is compared once, as that of the first of them;
    `together` has all of them. `problems` are of files that could not be read, or not all of them,
    and `missing` has students whose source is not in OUT.
    """

    pairs: tuple[Pair, ...]
    together: dict[str, tuple[str, ...]]
    problems: dict[str, tuple[Message, ...]]
    missing: tuple[str, ...]
    works: dict[str, Submission] = field(repr=False)
    reads: dict[str, Read] = field(repr=False)
    rarity: Rarity = field(repr=False)
    clusters: tuple[Cluster, ...] = field(repr=False)

    @property
    def compared(self) -> int:
        """How many files were compared."""
        return len(self.rarity.held)

    def first_of(self, student: str) -> str | None:
        """The student as whose a file was compared that this one handed in too."""
        named = (first for first, all_ in self.together.items() if student in all_)
        return next(named, None)

    def pair(self, one: str, other: str) -> Pair:
        """Two files that were compared, however much they are alike."""
        likeness = self.rarity.likeness(one, other)
        same = _text(self.works[one]) == _text(self.works[other])
        both = (each for each in self.clusters if {one, other} <= set(each.students))
        return Pair(likeness, same, tuple(both))


def compare_class(
    record: ClassRecord,
    graded: Mapping[str, Provenance],
    folder: Path,
    least: float = LEAST_ALIKE,
) -> Comparison:
    """Compare all that counts in a class: what was `graded` is in the `folder` of its batch."""
    asked = {check.function for check in record.checks}
    together = _together(record.entries, graded)
    works: dict[str, Submission] = {}
    missing: list[str] = []
    for student, students in together.items():
        work = kept(folder, graded[student].content)
        if work is None:
            missing += students
        else:
            works[student] = work
    reads = read_all(works, asked)
    held = {s: [each.hash for each in read.prints] for s, read in reads.items() if read.prints}
    found = Comparison(
        pairs=(),
        together={student: together[student] for student in works},
        problems={student: read.problems for student, read in reads.items() if read.problems},
        missing=tuple(missing),
        works=works,
        reads=reads,
        rarity=Rarity(held),
        clusters=unnamed(record).groups,
    )
    pairs = tuple(found.pair(each.one, each.other) for each in found.rarity.alike(least))
    return replace(found, pairs=pairs)


def _together(
    entries: tuple[Entry, ...], graded: Mapping[str, Provenance]
) -> dict[str, tuple[str, ...]]:
    """Who has a grade, by file: one that was found in one place is one file, whoever has it."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for entry in entries:
        content = graded[entry.student].content if entry.student in graded else ""
        if entry.state is State.GRADED and content:
            found[content, entry.file].append(entry.student)
    return {students[0]: tuple(students) for students in found.values()}


def _text(work: Submission) -> list[str]:
    return [unit.source.rstrip() for unit in work.units]
