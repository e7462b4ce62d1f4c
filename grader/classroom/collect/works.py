"""What a student handed in: the files, those in an archive too, and which of them is graded."""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from grader.classroom.collect import archives, nbgrader, tree
from grader.classroom.collect.candidates import Choice, Chooser, Work, listed
from grader.classroom.collect.dates import time_of
from grader.classroom.collect.earlier import NOTHING_BEFORE, Before, before
from grader.classroom.collect.entries import Item
from grader.classroom.collect.layouts import Names, is_closed, version
from grader.classroom.collect.platforms import ATTACHMENTS, LATE, Claim, Layout
from grader.classroom.collect.whose import Student
from grader.classroom.record import HandedIn, Source
from grader.errors import SubmissionError
from grader.text import Message, shown, template

_MAX_NOTES = 5
SEVERAL_TIMES = template("handed in several times: the last is graded, {left} earlier not")
"""What is noted where a platform's download has several attempts."""
_PLATFORMS_OWN = ("timestamp.txt", "comments.txt")
"""What nbgrader and Sakai put into every student's folder, also where nothing was handed in."""
_SAKAIS_TEXT = "_submissionText.html"
_MILLISECONDS = re.compile(r"\d{17}")
_STUDENTS_ZIPS = 4096 << 20
"""Bytes that all archives of students may hold together."""
MAX_ARCHIVES = 2
"""How deep archives are opened: a student's own, and one in it."""


@dataclass
class Places:
    """The class's folder, where zips are unpacked, and how many bytes may still be unpacked.

    `refused` is what the class's own zip holds and was not unpacked: paths, and why.
    """

    top: Path
    scratch: Path
    refused: tuple[tuple[str, Message], ...] = ()
    left: int = _STUDENTS_ZIPS
    count: int = 0

    def shown(self, path: Path) -> str:
        """The path as the instructor knows it."""
        return shown(path.relative_to(self.top).as_posix())

    def refused_in(self, where: str) -> list[tuple[str, Message]]:
        """What was refused of a student's folder."""
        return [(name, why) for name, why in self.refused if name.startswith(f"{where}/")]


@dataclass(frozen=True)
class Found:
    """Which file is graded, and all `works` that there are. `is_empty`: nothing was handed in.

    `before` is what the student handed in earlier, where the platform's download has that, too.
    """

    choice: Choice
    works: tuple[Work, ...] = ()
    is_empty: bool = False
    before: Before = NOTHING_BEFORE


def find_work(student: Student, chooser: Chooser, places: Places) -> Found:
    """Which of a student's files is graded. An archive is opened only when no other file fits."""
    if student.absent:
        return Found(Choice(None, reason=Message("handed in nothing")), is_empty=True)
    items, earlier = _newest(student, chooser.names)
    untold = len(student.notes)
    names = chooser.names
    works = [work for item in items for work in _works(item, student, places, names)]
    is_empty = not works and len(student.notes) == untold and not _is_text(items)
    if student.doubt:
        others = [work for item in student.shared for work in _works(item, student, places, names)]
        return Found(Choice(None, reason=student.doubt), (*works, *others))
    if not works and (
        replaced := [w for item in earlier for w in _works(item, student, places, names)]
    ):
        return Found(Choice(None, reason=_only_earlier(items, replaced, places)), tuple(replaced))
    if earlier:
        student.notes.append(Message(SEVERAL_TIMES, left=len(earlier)))
    found = _chosen(student, works, chooser, places)
    return replace(found, is_empty=is_empty, before=before(items, earlier, chooser.names))


def _chosen(student: Student, works: list[Work], chooser: Chooser, places: Places) -> Found:
    """The file that is graded of all files of the last attempt."""
    choice = chooser.choose(works)
    packed = [work for work in works if archives.is_readable(work.base)]
    if choice.final:
        return Found(choice, tuple(works))
    opened: list[Work] = []
    if len(packed) == 1:
        archive = _Archive(packed[0], opened, MAX_ARCHIVES)
        choice, inside = _with_archive(choice, archive, chooser, student, places)
        works += inside
    elif packed:
        several = Message("{count} archives; hand in one file", count=len(packed))
        choice = Choice(None, reason=several)
    return Found(_trusted(choice, works, opened or packed, chooser.names), tuple(works))


def _only_earlier(items: list[Item], earlier: list[Work], places: Places) -> Message:
    """Why nothing is graded, where the last attempt is empty and one before it is not."""
    return Message(
        "the last attempt, {place}, holds no file; an earlier one has {files}",
        place=", ".join(places.shown(item.path) for item in items),
        files=listed(earlier),
    )


@dataclass(frozen=True)
class _Archive:
    """An archive to be looked into, `levels` deep, and where those go that could be."""

    work: Work
    opened: list[Work]
    levels: int


def _with_archive(
    choice: Choice, archive: _Archive, chooser: Chooser, student: Student, places: Places
) -> tuple[Choice, list[Work]]:
    """The choice when a student's only archive is looked into, and the files in it."""
    try:
        inside = unpacked(archive.work, student.notes, places)
    except SubmissionError as error:
        return Choice(None, reason=error.messages[0]), []
    archive.opened.append(archive.work)
    better = chooser.choose(inside)
    packed = [work for work in inside if archives.is_readable(work.base)]
    if len(packed) == 1 and archive.levels > 1 and not better.final:
        inner = replace(archive, work=packed[0], levels=archive.levels - 1)
        better, deeper = _with_archive(better, inner, chooser, student, places)
        inside += deeper
    if better.work and (better.final or not choice.work):
        return better, inside
    return (choice if choice.work else better), inside


def _trusted(choice: Choice, works: list[Work], opened: list[Work], names: Names) -> Choice:
    """The choice; none where the best is as good as empty, and the work may be what is closed."""
    closed = [
        work
        for work in works
        if work not in opened and (is_closed(work.base) or names.disguised(work.base))
    ]
    rars = [work for work in closed if work.base.lower().endswith(".rar")]
    if not choice.work and rars:
        rar = Message("{files} can't be read: unpack the RAR, or ask for a zip", files=listed(rars))
        return replace(choice, reason=rar)
    if not choice.work or choice.final or not closed:
        return choice
    reason = Message(
        "{name} is not the work, or not all of it, and {files} can't be read as it is",
        name=shown(choice.work.name),
        files=listed(closed),
    )
    return Choice(None, choice.notes, reason=reason)


def _is_text(items: Iterable[Item]) -> bool:
    """Whether something was handed in that is no file: a text typed in on the platform."""
    return any(item.kind != "folder" for item in items)


def _newest(student: Student, names: Names) -> tuple[list[Item], list[Item]]:
    """The items that count, and those that the student replaced by later ones on the platform.

    Canvas adds a number to the name of a later file. Only the exercise's own file is read this way:
    part-1 and part-2 are two parts.
    """
    last = max((item.claim.attempt for item in student.items), default="")
    newest: dict[object, Item] = {}
    for number, item in enumerate(student.items):
        file = item.claim.file
        replaces = item.claim.layout is Layout.CANVAS and names.exact(file)
        key = version(file)[0] if replaces else number
        before = newest.get(key)
        later = not before or version(before.claim.file)[1] < version(file)[1]
        if item.claim.attempt in ("", last) and later:
            newest[key] = item
    kept = list(newest.values())
    return kept, [item for item in student.items if item not in kept]


def _works(item: Item, student: Student, places: Places, names: Names) -> Iterable[Work]:
    """The files of one item."""
    claim, where = item.claim, places.shown(item.path)
    student.notes += [note for note in claim.notes if note not in student.notes]
    student.notes += [
        Message("{place}: {note}", place=name, note=why) for name, why in places.refused_in(where)
    ][:_MAX_NOTES]
    if item.kind == "folder":
        found = tree.walk(item.path)
        student.notes += [
            Message("{place}: {note}", place=where, note=note) for note in found.notes
        ]
        if claim.layout is Layout.SAKAI:
            claim = replace(claim, when=_sakais_time(item.path))
        # Of a folder inside of a platform's download nobody knows who has made the clone.
        is_clone = not claim.certain and os.path.lexists(item.path / ".git")
        files = [] if is_clone else [file.name for file in found.files]
        told = nbgrader.times(claim, item.path, files, names, student.notes)
        for file, name in _handed_in(claim, found.files):
            yield Work(
                file.path,
                name,
                f"{where}/{shown(file.name)}",
                own_folder=True,
                handed_in=told.get(name.partition("/")[0]) or _when(claim),
                clone=item.path if is_clone else None,
            )
    elif item.kind != "file":
        student.notes.append(Message("{place} is {kind}", place=where, kind=item.kind))
    elif claim.file:
        titled = claim.layout is Layout.FILE
        yield Work(item.path, claim.file, where, titled=titled, handed_in=_when(claim))


def _handed_in(claim: Claim, files: list[tree.Found]) -> Iterator[tuple[tree.Found, str]]:
    """The files in a student's folder that are the student's, with their names there.

    In Sakai's, feedback lies beside what was handed in, and may be the instructor's solution.
    """
    is_sakai, own = claim.layout is Layout.SAKAI, f"{ATTACHMENTS}/".lower()
    if is_sakai and any(file.name.lower().startswith(own) for file in files):
        for file in files:
            if file.name.lower().startswith(own):
                yield file, file.name[len(own) :]
            elif file.name.endswith(_SAKAIS_TEXT):
                yield file, file.name
        return
    for file in files:
        is_feedback = is_sakai and file.name.lower().startswith("feedback")
        if not is_feedback and file.name.rpartition("/")[2] not in _PLATFORMS_OWN:
            yield file, file.name


def _when(claim: Claim) -> HandedIn:
    """When a platform says that it was handed in."""
    is_late = any(note.template == LATE for note in claim.notes)
    return HandedIn(claim.when, Source.PLATFORM if claim.when else Source.UNKNOWN, is_late)


def _sakais_time(folder: Path) -> str:
    """When something was handed in there: Sakai writes it beside the student's files."""
    try:
        text = tree.read(folder / "timestamp.txt", 100).decode("ascii", "replace").strip()
    except SubmissionError:
        return ""
    if _MILLISECONDS.fullmatch(text):  # older versions, in UTC
        text = f"{text[:4]}-{text[4:6]}-{text[6:8]} {text[8:10]}:{text[10:12]}:{text[12:14]} Z"
    return time_of(text)


def unpacked(work: Work, notes: list[Message], places: Places) -> list[Work]:
    """The files in a student's archive. Raises SubmissionError where it can't be read."""
    folder = places.scratch / f"zip{places.count}"
    folder.mkdir()
    places.count += 1
    limits = replace(archives.STUDENT, total=min(archives.STUDENT.total, places.left))
    found = archives.unpack(work.path, folder, limits)
    places.left -= found.size
    inside = tree.walk(folder)
    refused = [Message("{place}: {note}", place=name, note=why) for name, why in found.refused]
    notes += [
        Message("{place}: {note}", place=shown(work.base), note=note)
        for note in [*inside.notes, *refused][:_MAX_NOTES]
    ]
    return [
        Work(
            file.path,
            file.name,
            f"{work.file}/{shown(file.name)}",
            own_folder=True,
            handed_in=work.handed_in,
        )
        for file in inside.files
    ]
