"""Find out which student of a class handed in which file.

Each file or folder at the top belongs to a student, by its name (see layouts); among all that is
a student's, one file is graded (see candidates). What is uncertain is reported, and never guessed.
A link, a pipe or a zip bomb affects the student who handed it in, and no other.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path

from grader.classroom.collect import archives, top, tree
from grader.classroom.collect.candidates import Choice, Chooser, Work
from grader.classroom.collect.layouts import Claim, Layout, Names, version
from grader.classroom.collect.naming import fit, folded
from grader.classroom.collect.roster import Roster
from grader.classroom.collect.top import Item
from grader.course import Lesson
from grader.errors import SubmissionError
from grader.judge import Submission, limit_of, parse_submission
from grader.text import Message, shown

_MAX_NOTES = 5
_STUDENTS_ZIPS = 4096 << 20
"""Bytes that all zips of students may hold together."""


@dataclass(frozen=True)
class Handin:
    """What one student handed in, or why there is nothing to grade.

    `student` is an id: unique in the plan, and fit to be a file's name on any system. `name` is
    as the roster or the platform spells it, or empty. `path` is the file to be graded; `file` is
    where it was found, relative to the submissions or inside of the zip. With `own_folder`
    modules beside it are the student's too. `notes` are for the instructor; `reason` says why
    there is nothing to grade when `path` is None. A student who is `absent` is on the roster and
    handed in nothing.
    """

    student: str
    name: str
    path: Path | None
    file: str
    own_folder: bool
    notes: tuple[Message, ...] = ()
    reason: Message | None = None
    absent: bool = False


@dataclass(frozen=True)
class Plan:
    """A handin for each student, by id. `ignored` are files of no student: (path, why)."""

    handins: tuple[Handin, ...]
    ignored: tuple[tuple[str, Message], ...]
    layout: Message


@dataclass
class _Student:
    """All that one student handed in, while it is found. `known` students are on the roster."""

    id: str
    name: str = ""
    known: bool = False
    items: list[Item] = field(default_factory=list)
    notes: list[Message] = field(default_factory=list)


@dataclass
class _Places:
    """The class's folder, where zips are unpacked, and how many bytes may still be unpacked."""

    top: Path
    scratch: Path
    left: int = _STUDENTS_ZIPS
    count: int = 0

    def shown(self, path: Path) -> str:
        """The path as the instructor knows it."""
        return shown(path.relative_to(self.top).as_posix())


def collect_handins(
    source: Path, lesson: Lesson, scratch: Path, roster: Roster | None = None
) -> Plan:
    """The plan for a class whose submissions are in `source`, a folder or the zip of one.

    Zips are unpacked into `scratch`, an empty folder that the caller removes. Raises
    SubmissionError when there is no such folder, or no student's work in it.
    """
    chooser = Chooser(lesson)
    ignored: list[tuple[str, Message]] = []
    root = _root(source, scratch, ignored)
    places = _Places(root, scratch.absolute())
    folder = top.find(root, chooser.names, roster)
    items, others = top.items(folder, chooser.names, roster)
    ignored += [(places.shown(path), why) for path, why in others]
    students = _students(items, roster)
    if not students:
        if not ignored:
            raise SubmissionError(
                "{source} has no student's work in it; it should hold a file or a folder "
                "for each student",
                source=shown(str(source)),
            )
        raise SubmissionError(
            "{source} has no student's work in it ({path}: {reason}); it should hold a file or a "
            "folder for each student",
            source=shown(str(source)),
            path=ignored[0][0],
            reason=ignored[0][1],
        )
    choices = [(student, _choice(student, chooser, places)) for student in students]
    ids = _ids(students)
    handins = sorted(
        (_handin(*choice, id) for choice, id in zip(choices, ids, strict=True)),
        key=lambda handin: handin.student,
    )
    layout = _layout(choices, chooser.names)
    if folder != root:
        layout = Message("{layout}, inside {folder}/", layout=layout, folder=places.shown(folder))
    return Plan(tuple(handins), tuple(sorted(ignored)), layout)


def submission_of(handin: Handin, lesson: Lesson) -> Submission:
    """The submission of a handin that has a file. It follows no link and waits for no pipe.

    Raises SubmissionError when the file is no longer there, or was never one.
    """
    path = handin.path
    if path is None:
        raise SubmissionError(
            "{student} has nothing to grade: {reason}",
            student=handin.student,
            reason=handin.reason or Message("nothing was handed in"),
        )
    data = tree.read(path, limit_of(path) + 1)
    given, name = lesson.exercise.given, shown(path.name)
    return parse_submission(path, data, given, siblings=handin.own_folder, name=name)


def _root(source: Path, scratch: Path, ignored: list[tuple[str, Message]]) -> Path:
    """The folder of the submissions, unpacked if need be."""
    if source.is_dir():
        return source.absolute()
    if not source.exists():
        raise SubmissionError(
            "{source} does not exist; name the folder with the submissions, or a zip of it",
            source=shown(str(source)),
        )
    if source.suffix.lower() != ".zip":
        raise SubmissionError(
            "{source} is neither a folder nor a .zip; name the folder with the submissions",
            source=shown(str(source)),
        )
    root = scratch.absolute() / "class"
    root.mkdir()
    ignored += archives.unpack(source, root).refused
    return root


def _students(items: Sequence[Item], roster: Roster | None) -> list[_Student]:
    """The items by student, and everyone else who is on the roster."""
    found: dict[tuple[bool, str], _Student] = {}
    for item in items:
        claim = item.claim
        owner = _owner(claim, roster) if roster else ""
        # A student who is not on the roster may have the name that is another student's id.
        key = bool(owner), folded(owner or claim.student)
        student = found.setdefault(key, _Student(owner or claim.student, claim.name, bool(owner)))
        if roster and owner:
            student.name = roster.name(owner)
        elif roster and not student.items:
            student.notes.append(
                Message("not on the roster, or not the only student of that name there")
            )
        student.items.append(item)
    for person in roster.people if roster else ():
        found.setdefault((True, folded(person.id)), _Student(person.id, person.name, True))
    return list(found.values())


def _owner(claim: Claim, roster: Roster) -> str:
    """The id on the roster; empty where it is uncertain. A platform has names, and no ids."""
    return roster.named(claim.name, claim.number) if claim.name else roster.owner(claim.student)


def _choice(student: _Student, chooser: Chooser, places: _Places) -> Choice:
    """Which of a student's files is graded. A zip is opened only when no other file fits."""
    if not student.items:
        return Choice(None, reason=Message("handed in nothing"))
    works = [
        work
        for item in _newest(student, chooser.names)
        for work in _works(item, student, places.shown(item.path))
    ]
    choice = chooser.choose(works)
    zips = [work for work in works if work.base.lower().endswith(".zip")]
    if choice.final or not zips:
        return choice
    if len(zips) > 1:
        several = Message("{count} zips; hand in one file", count=len(zips))
        return choice if choice.work else Choice(None, reason=several)
    try:
        inside = chooser.choose(_unzipped(zips[0], student, places))
    except SubmissionError as error:
        return choice if choice.work else Choice(None, reason=error.messages[0])
    return inside if inside.work or not choice.work else choice


def _newest(student: _Student, names: Names) -> list[Item]:
    """The items, without those that the student replaced by later ones on the platform.

    Canvas adds a number to the name of a later file. Only the exercise's own file is read this way:
    part-1 and part-2 are two parts.
    """
    last = max(item.claim.attempt for item in student.items)
    newest: dict[object, Item] = {}
    for number, item in enumerate(student.items):
        file = item.claim.file
        replaces = item.claim.layout is Layout.CANVAS and names.exact(file)
        key = version(file)[0] if replaces else number
        before = newest.get(key)
        later = not before or version(before.claim.file)[1] < version(file)[1]
        if item.claim.attempt in ("", last) and later:
            newest[key] = item
    if left := len(student.items) - len(newest):
        student.notes.append(
            Message("handed in several times: the last is graded, {left} earlier not", left=left)
        )
    return list(newest.values())


def _works(item: Item, student: _Student, where: str) -> Iterable[Work]:
    """The files of one item."""
    claim = item.claim
    student.notes += [note for note in claim.notes if note not in student.notes]
    if item.kind == "folder":
        found = tree.walk(item.path)
        student.notes += [
            Message("{place}: {note}", place=where, note=note) for note in found.notes
        ]
        for file in found.files:
            if file.name.rpartition("/")[2] != "timestamp.txt":  # nbgrader's
                yield Work(file.path, file.name, f"{where}/{shown(file.name)}", own_folder=True)
    elif item.kind != "file":
        student.notes.append(Message("{place} is {kind}", place=where, kind=item.kind))
    elif claim.file:
        yield Work(item.path, claim.file, where, titled=claim.layout is Layout.FILE)


def _unzipped(work: Work, student: _Student, places: _Places) -> list[Work]:
    """The files in a student's zip."""
    folder = places.scratch / f"zip{places.count}"
    folder.mkdir()
    places.count += 1
    limits = replace(archives.STUDENT, total=min(archives.STUDENT.total, places.left))
    unpacked = archives.unpack(work.path, folder, limits)
    places.left -= unpacked.size
    inside = tree.walk(folder)
    refused = [Message("{place}: {note}", place=name, note=why) for name, why in unpacked.refused]
    student.notes += [
        Message("{place}: {note}", place=shown(work.base), note=note)
        for note in [*inside.notes, *refused][:_MAX_NOTES]
    ]
    return [
        Work(file.path, file.name, f"{work.file}/{shown(file.name)}", own_folder=True)
        for file in inside.files
    ]


def _handin(student: _Student, choice: Choice, id: str) -> Handin:
    notes = [*choice.notes, *student.notes]
    if len(spelled := sorted({shown(item.claim.student) for item in student.items})) > 1:
        notes.append(Message("counted as one student: {spelled}", spelled=", ".join(spelled)))
    if id != _plain(student.id):
        notes.append(
            Message("the id {given} is written {id}", given=repr(shown(student.id)), id=id)
        )
    work = choice.work
    name = shown(student.name)
    if not work:
        return Handin(
            id, name, None, "", False, tuple(notes), choice.reason, absent=not student.items
        )
    return Handin(id, name, work.path, work.file, work.own_folder, tuple(notes))


def _ids(students: Sequence[_Student]) -> list[str]:
    """For each student an id that can be a file's name. No two are the same, ignoring case.

    An id on the roster, or one that needs no change, comes first and keeps its form.
    """
    taken: set[str] = set()
    found = [student.id for student in students]
    ranks = [
        (not student.known, fit(id) != _plain(id), id)
        for student, id in zip(students, found, strict=True)
    ]
    for place in sorted(range(len(found)), key=lambda place: ranks[place]):
        start = unique = fit(found[place])
        for number in count(2):
            if folded(unique) not in taken:
                break
            unique = f"{start}-{number}"
        taken.add(folded(unique))
        found[place] = unique
    return found


def _plain(id: str) -> str:
    return unicodedata.normalize("NFC", id)


def _layout(choices: Sequence[tuple[_Student, Choice]], names: Names) -> Message:
    """How the class's submissions lie, the most common way first."""
    counts: Counter[Layout] = Counter()
    for student, choice in choices:
        layouts = {item.claim.layout for item in student.items}
        parts = choice.work.name.split("/") if choice.work else [""]
        if layouts == {Layout.FOLDER} and len(parts) == 2 and names.fits(parts[0]):
            layouts = {Layout.NBGRADER}
        counts.update(layouts)
    if not counts:
        return Message("nothing")
    found, *others = [Message(layout.value) for layout, _ in counts.most_common()]
    for other in others:
        found = Message("{some} and {other}", some=found, other=other)
    return found
