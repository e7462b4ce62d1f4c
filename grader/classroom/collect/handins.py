"""Find out which student of a class handed in which file.

Each file or folder at the top belongs to a student, by its name (see layouts); among all that is
a student's, one file is graded (see candidates). What is uncertain is reported, and never guessed.
A link, a pipe or a zip bomb affects the student who handed it in, and no other.
"""

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from grader.classroom.collect import archives, top, tree
from grader.classroom.collect.candidates import Chooser, Work
from grader.classroom.collect.earlier import NOTHING_BEFORE, Before
from grader.classroom.collect.entries import Item
from grader.classroom.collect.layouts import Names, undisguised
from grader.classroom.collect.naming import fit, folded
from grader.classroom.collect.platforms import Layout
from grader.classroom.collect.roster import Roster
from grader.classroom.collect.whose import Student, students
from grader.classroom.collect.works import Found, Places, find_work
from grader.classroom.record import NOBODY_KNOWS, HandedIn
from grader.course import Lesson
from grader.errors import SubmissionError
from grader.judge import Submission, limit_of, parse_submission
from grader.text import Message, shown


@dataclass(frozen=True)
class Handin:
    """What one student handed in, or why there is nothing to grade.

    `student` is an id: unique in the plan, and fit to be a file's name on any system. `name` is
    as the roster or the platform spells it, or empty. `path` is the file to be graded; `file` is
    where it was found, relative to the submissions or inside of the zip. With `own_folder`
    modules beside it are the student's too. `notes` are for the instructor; `reason` says why
    there is nothing to grade when `path` is None. `handed_in` says when it was handed in, and
    `clone` is the clone of a repository in which the file lies. `before` is what was handed in
    earlier; `attempts` are the files of it that are graded, too, the oldest first, see `attempts`.

    A student without a `path` is `undecided` when something was handed in: a person says which
    file counts. Of an `absent` student nothing was found. `works` are all files that were found,
    `known` tells whether the roster has the student, and `decided` whether a person has decided.
    """

    student: str
    name: str
    path: Path | None
    file: str
    own_folder: bool
    notes: tuple[Message, ...] = ()
    reason: Message | None = None
    absent: bool = False
    undecided: bool = False
    works: tuple[Work, ...] = ()
    known: bool = False
    decided: bool = False
    handed_in: HandedIn = NOBODY_KNOWS
    clone: Path | None = None
    before: Before = NOTHING_BEFORE
    attempts: tuple[Work, ...] = ()


@dataclass(frozen=True)
class Plan:
    """A handin for each student, by id. `ignored` are files of no student: (path, why).

    `names` are the names that were read, each with whether the roster has it; without a roster
    there are none. `places` is where the class lies.
    """

    handins: tuple[Handin, ...]
    ignored: tuple[tuple[str, Message], ...]
    layout: Message
    names: dict[str, bool] = field(default_factory=dict)
    places: Places | None = field(default=None, repr=False, compare=False)


def collect_handins(
    source: Path, lesson: Lesson, scratch: Path, roster: Roster | None = None
) -> Plan:
    """The plan for a class whose submissions are in `source`, a folder or an archive of one.

    Archives are unpacked into `scratch`, an empty folder that the caller removes. Raises
    SubmissionError when there is no such folder, or no student's work in it.
    """
    chooser = Chooser(lesson)
    ignored: list[tuple[str, Message]] = []
    root = _root(source, scratch, ignored)
    places = Places(root, scratch.absolute(), tuple(ignored))
    folder = top.find(root, chooser.names, roster)
    items, others = top.items(folder, chooser.names, roster)
    items += _refused(places, folder, items, chooser.names)
    ignored += [(places.shown(path), why) for path, why in others]
    reading = students(items, roster)
    if not items:
        raise _no_work(source, ignored)
    found = [(student, find_work(student, chooser, places)) for student in reading.students]
    ids = _ids(reading.students)
    handins = sorted(
        (_handin(*each, id) for each, id in zip(found, ids, strict=True)),
        key=lambda handin: handin.student,
    )
    layout = _layout(found, chooser.names)
    if folder != root:
        layout = Message("{layout}, inside {folder}/", layout=layout, folder=places.shown(folder))
    return Plan(tuple(handins), tuple(sorted(ignored)), layout, reading.names, places)


def _refused(places: Places, folder: Path, items: list[Item], names: Names) -> list[Item]:
    """What was refused of the class's zip and lies at the top, so that its student is known."""
    inside = "" if folder == places.top else f"{places.shown(folder)}/"
    seen = {item.path.name for item in items}
    found = []
    for name, why in places.refused:
        own = name.removeprefix(inside)
        is_top = name.startswith(inside) and "/" not in own and own not in seen
        if is_top and (claim := names.claim(own, folder=False)):
            kind = Message("not unpacked: {reason}", reason=why)
            found.append(Item(claim, folder / own, kind))
    return found


def _no_work(source: Path, ignored: Sequence[tuple[str, Message]]) -> SubmissionError:
    if not ignored:
        return SubmissionError(
            "{source} has no student's work in it; it should hold a file or a folder "
            "for each student",
            source=shown(str(source)),
        )
    return SubmissionError(
        "{source} has no student's work in it ({path}: {reason}); it should hold a file or a "
        "folder for each student",
        source=shown(str(source)),
        path=ignored[0][0],
        reason=ignored[0][1],
    )


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
    as_source = path.with_name(undisguised(path.name) or path.name)
    data = tree.read(path, limit_of(as_source) + 1)
    given, name = lesson.exercise.given, shown(path.name)
    return parse_submission(as_source, data, given, siblings=handin.own_folder, name=name)


def _root(source: Path, scratch: Path, ignored: list[tuple[str, Message]]) -> Path:
    """The folder of the submissions, unpacked if need be."""
    if source.is_dir():
        return source.absolute()
    if not source.exists():
        raise SubmissionError(
            "{source} does not exist; name the folder with the submissions, or a zip of it",
            source=shown(str(source)),
        )
    if not archives.is_readable(source.name):
        raise SubmissionError(
            "{source} is neither a folder nor a .zip, .tar.gz or .7z; name the folder with the "
            "submissions",
            source=shown(str(source)),
        )
    root = scratch.absolute() / "class"
    root.mkdir()
    ignored += archives.unpack(source, root).refused
    return root


def _handin(student: Student, found: Found, id: str) -> Handin:
    choice = found.choice
    notes = [*choice.notes, *student.notes]
    if len(spelled := sorted({shown(item.claim.student) for item in student.items})) > 1:
        notes.append(Message("counted as one student: {spelled}", spelled=", ".join(spelled)))
    if id != _plain(student.id):
        notes.append(
            Message("the id {given} is written {id}", given=repr(shown(student.id)), id=id)
        )
    work = choice.work
    return Handin(
        student=id,
        name=shown(student.name),
        path=work.path if work else None,
        file=work.file if work else "",
        own_folder=bool(work and work.own_folder),
        notes=tuple(notes),
        reason=None if work else choice.reason,
        absent=student.absent,
        undecided=not (work or found.is_empty),
        works=found.works,
        known=student.known,
        handed_in=work.handed_in if work else NOBODY_KNOWS,
        clone=work.clone if work else None,
        before=found.before if work else NOTHING_BEFORE,
    )


def _ids(students: Sequence[Student]) -> list[str]:
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


def _layout(choices: Sequence[tuple[Student, Found]], names: Names) -> Message:
    """How the class's submissions lie, the most common way first."""
    counts: Counter[Layout] = Counter()
    for student, found_work in choices:
        choice = found_work.choice
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
