"""The top of a class's folder: where it is, and which of its items belong to students."""

import os
from pathlib import Path

from grader.classroom.collect import entries, tree
from grader.classroom.collect.entries import SUBMITTED, Item
from grader.classroom.collect.gradescope import EXPORT, METADATA
from grader.classroom.collect.layouts import Names, is_work, junk, wraps
from grader.classroom.collect.naming import folded
from grader.classroom.collect.platforms import Claim
from grader.classroom.collect.roster import Roster
from grader.errors import SubmissionError
from grader.text import Message, shown

_MAX_ENTRIES = 50_000
_MAX_WRAPPERS = 3

_NBGRADERS = {
    "source", "release", "autograded", "feedback", "nbgrader_config.py", "gradebook.db",
}  # fmt: skip
"""What lies beside `submitted/` in the root of a course of nbgrader's (its CourseDirectory)."""
_TEAMS_WORK = "working files"
"""Beside what was handed in, Teams keeps what students are still working on."""


def _listing(folder: Path) -> list[os.DirEntry[str]]:
    """What is at the top of a folder and may be a student's, by name."""
    try:
        with os.scandir(folder) as found:
            visible = [entry for entry in found if not junk(entry.name)]
    except OSError as error:
        reason = error.strerror or str(error)
        raise SubmissionError(
            "{folder} can't be read: {reason}", folder=shown(str(folder)), reason=reason
        ) from None
    if len(visible) > _MAX_ENTRIES:
        raise SubmissionError(
            "{folder} holds {count} files and folders; is it the right folder?",
            folder=shown(str(folder)),
            count=len(visible),
        )
    return sorted(visible, key=lambda entry: entry.name)


def find(root: Path, names: Names, roster: Roster | None) -> Path:
    """`root`, or the one folder in it when that holds the class and is not a student's."""
    folder = root
    for _ in range(_MAX_WRAPPERS):
        listed = _listing(folder)
        if inner := _submitted(listed):
            folder = inner
            continue
        own = [e for e in listed if not (tree.kind(e) == "folder" and names.foreign(e.name))]
        if len(own) != 1 or tree.kind(own[0]) != "folder":
            break
        if not _wraps(Path(own[0].path), names, roster):
            break
        folder = Path(own[0].path)
    return folder


def _submitted(listed: list[os.DirEntry[str]]) -> Path | None:
    """The one folder with what was handed in, where a platform has others beside it."""
    there = {folded(entry.name): Path(entry.path) for entry in listed}
    folders = {folded(entry.name) for entry in listed if tree.kind(entry) == "folder"}
    if "submitted" in folders and there.keys() & _NBGRADERS:
        return there["submitted"]
    if SUBMITTED in folders and there.keys() <= {SUBMITTED, _TEAMS_WORK}:
        return there[SUBMITTED]
    return None


def _wraps(folder: Path, names: Names, roster: Roster | None) -> bool:
    """Whether a folder that is alone holds a class. It may also be the work of one student."""
    try:
        inside = _listing(folder)
    except SubmissionError:
        return False
    if EXPORT.fullmatch(folder.name) and any(entry.name == METADATA for entry in inside):
        return True
    claim = entries.of_what_lies_in(folder) or names.claim(folder.name, folder=True)
    if any(names.exact(entry.name) for entry in inside) or (claim and claim.certain):
        return False
    if roster and roster.fitting(folder.name):
        return False
    if wraps(folder.name) or names.fits(folder.name):
        return True
    kinds = [(entry.name, tree.kind(entry)) for entry in inside]
    if (folder / ".git").exists() or any(kind == "folder" and names.fits(n) for n, kind in kinds):
        return False
    students = [n for n, kind in kinds if kind == "folder" or is_work(n)]
    return len(students) > 1


def items(
    folder: Path, names: Names, roster: Roster | None
) -> tuple[list[Item], list[tuple[Path, Message]]]:
    """What in `folder` belongs to a student, and what does not, with the reason."""
    kinds = {entry.name: tree.kind(entry) for entry in _listing(folder)}
    found: list[Item] = []
    others: list[tuple[Path, Message]] = []
    for name, own in entries.of_class(folder, kinds, names, roster).items():
        claim = own[0].claim if own else None
        why = _not_a_students(name, kinds.get(name, ""), claim, names, roster)
        if why is not None:
            others.append((folder / name, why))
        else:
            found += own
    return found, others


def _not_a_students(
    name: str, kind: str | Message, claim: Claim | None, names: Names, roster: Roster | None
) -> Message | None:
    """Why something at the top can't be assigned to a student; None if it belongs to one."""
    if claim and (claim.certain or (roster and roster.fitting(claim.student))):
        return None
    if name.startswith("."):
        return Message("it is hidden")
    if kind == "folder":
        return None
    if folded(name) in names.handed_out:
        return Message("it is the course's own file")
    if not claim:
        return Message("its name is the exercise's, and it names no student")
    if is_work(name):
        return None
    if kind != "file":
        return Message("it is {kind}", kind=kind)
    return Message("it is not a .py or .ipynb file, and no archive")
