"""The top of a class's folder: where it is, and which of its items belong to students."""

import os
from dataclasses import dataclass, replace
from pathlib import Path

from grader.classroom.collect import blackboard, tree
from grader.classroom.collect.layouts import Claim, Names, common, head_of, is_work, junk, wraps
from grader.classroom.collect.naming import folded
from grader.classroom.collect.roster import Roster
from grader.errors import SubmissionError
from grader.text import Message, shown

_MAX_ENTRIES = 50_000
_MAX_WRAPPERS = 3


@dataclass(frozen=True)
class Item:
    """A file or folder at the top that belongs to a student. `kind` is what tree.kind returns."""

    claim: Claim
    path: Path
    kind: str | Message


def _listing(folder: Path) -> list[os.DirEntry[str]]:
    """What is at the top of a folder and may be a student's, by name."""
    try:
        with os.scandir(folder) as found:
            entries = [entry for entry in found if not junk(entry.name)]
    except OSError as error:
        reason = error.strerror or str(error)
        raise SubmissionError(
            "{folder} can't be read: {reason}", folder=shown(str(folder)), reason=reason
        ) from None
    if len(entries) > _MAX_ENTRIES:
        raise SubmissionError(
            "{folder} holds {count} files and folders; is it the right folder?",
            folder=shown(str(folder)),
            count=len(entries),
        )
    return sorted(entries, key=lambda entry: entry.name)


def find(root: Path, names: Names, roster: Roster | None) -> Path:
    """`root`, or the one folder in it when that holds the class and is not a student's."""
    folder = root
    for _ in range(_MAX_WRAPPERS):
        own = [
            e for e in _listing(folder) if not (tree.kind(e) == "folder" and names.foreign(e.name))
        ]
        if len(own) != 1 or tree.kind(own[0]) != "folder":
            break
        if not _wraps(Path(own[0].path), names, roster):
            break
        folder = Path(own[0].path)
    return folder


def _wraps(folder: Path, names: Names, roster: Roster | None) -> bool:
    """Whether a folder that is alone holds a class. It may also be the work of one student."""
    try:
        inside = _listing(folder)
    except SubmissionError:
        return False
    claim = names.claim(folder.name, folder=True)
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
    folders = [name for name, kind in kinds.items() if kind == "folder"]
    clones = [name for name in folders if os.path.lexists(folder / name / ".git")]
    prefix = common(clones) if len(clones) == len(folders) else ""
    heads = {head for name in kinds if name not in folders and (head := head_of(name))}
    is_user = (lambda user: bool(roster.with_id(user))) if roster else None
    users = blackboard.users(sorted(heads), names.is_assignment, is_user)
    found: list[Item] = []
    others: list[tuple[Path, Message]] = []
    for name, kind in kinds.items():
        claim = names.claim(name, folder=kind == "folder", prefix=prefix)
        if claim and (named := users.get(head_of(name), ()) if name not in folders else ()):
            claim = replace(claim, student=named[-1], users=named)
        why = _not_a_students(name, kind, claim, names, roster)
        if why is not None:
            others.append((folder / name, why))
        elif claim is not None:
            found.append(Item(claim, folder / name, kind))
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
    return Message("it is not a .py, .ipynb or .zip file")
