"""Whose each file and folder at the top of a class is: by a file of the platform's, by its name,
and by what lies in it. A folder of attempts is several items, one for each of them."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from grader.classroom.collect import blackboard, gradescope, prefixes, tree
from grader.classroom.collect.layouts import Names, common, of_machine
from grader.classroom.collect.naming import folded
from grader.classroom.collect.platforms import (
    Claim,
    Layout,
    has_versions,
    head_of,
    of_folder,
    revision,
    version_of_teams,
)
from grader.classroom.collect.roster import Roster
from grader.text import Message

SUBMITTED = "submitted files"
"""Teams's folder for what was handed in. What students work on lies beside it."""

_MAX_ASSIGNMENTS = 200
_LEAST = 2
"""Students whose folders have versions, before a class is taken for one of Teams's."""


@dataclass(frozen=True)
class Item:
    """A file or folder that belongs to a student. `kind` is what tree.kind returns, or why it can't
    be read."""

    claim: Claim
    path: Path
    kind: str | Message


Kinds = Mapping[str, str | Message]
"""The names at the top of a class's folder, and what each is."""


def of_class(
    folder: Path, kinds: Kinds, names: Names, roster: Roster | None
) -> dict[str, list[Item]]:
    """The items of each name in `folder`; none where it names no student.

    Raises SubmissionError where it is Gradescope's export, and its list of students can't be read.
    """
    told = _of_gradescope(folder, kinds)
    if told:
        return told
    folders = [name for name, kind in kinds.items() if kind == "folder"]
    clones = [name for name in folders if os.path.lexists(folder / name / ".git")]
    prefix = common(clones) if len(clones) == len(folders) else ""
    claims = {
        name: (of_what_lies_in(folder / name) if kind == "folder" else None)
        or names.claim(name, folder=kind == "folder", prefix=prefix)
        for name, kind in kinds.items()
    }
    _settle_users(claims, folders, names, roster)
    _settle_names(claims, roster)
    teams = _of_teams(folder, folders)
    return {
        name: list(_attempts(claim, folder / name, kinds[name], names, name in teams))
        if claim
        else []
        for name, claim in claims.items()
    }


def _of_gradescope(folder: Path, kinds: Kinds) -> dict[str, list[Item]]:
    """The items of an export of Gradescope's; none where it is no such export."""
    if kinds.get(gradescope.METADATA) != "file":
        return {}
    claims = gradescope.claims(folder)
    if not any(gradescope.is_submission(name) or name in claims for name in kinds):
        return {}
    found: dict[str, list[Item]] = {}
    for name, claim in claims.items():
        gone = Message("named in {metadata}, and not there", metadata=gradescope.METADATA)
        found[name] = [Item(claim, folder / Path(name).name, kinds.get(name, gone))]
    for name, kind in kinds.items():
        if name != gradescope.METADATA and name not in found:
            is_one = gradescope.is_submission(name)
            found[name] = [Item(gradescope.of_nobody(name), folder / name, kind)] if is_one else []
    return found


def _settle_users(
    claims: dict[str, Claim | None], folders: list[str], names: Names, roster: Roster | None
) -> None:
    """The users of Blackboard that each file may be of, which all names together tell."""
    heads = {name: head for name in claims if name not in folders and (head := head_of(name))}
    is_user = (lambda user: bool(roster.with_id(user))) if roster else None
    users = blackboard.users(sorted(set(heads.values())), names.is_assignment, is_user)
    for name, head in heads.items():
        if (claim := claims[name]) and (named := users.get(head, ())):
            claims[name] = replace(claim, student=named[-1], users=named)


def _settle_names(claims: dict[str, Claim | None], roster: Roster | None) -> None:
    """The names of Moodle that each item may be of: before them may stand a group's."""
    own = {
        name: claim.name
        for name, claim in claims.items()
        if claim and claim.layout is Layout.MOODLE and claim.name
    }
    if roster is None or not own:
        return
    meanings = prefixes.meanings(own.values(), roster.has_name)
    for name, written in own.items():
        if claim := claims[name]:
            claims[name] = replace(claim, names=meanings[written])


def of_what_lies_in(folder: Path) -> Claim | None:
    """The claim of a folder of Sakai's or Schoology's."""
    if not ("(" in folder.name or " - " in folder.name):
        return None
    return of_folder(folder.name, _inside(folder))


def _of_teams(folder: Path, folders: list[str]) -> set[str]:
    """The folders of students in Teams: in each lie those of assignments, and in them versions.

    A student may call folders so as well. So where the class's folder is not called as Teams calls
    it, all folders have to be of this kind.
    """
    found = {name for name in folders if _holds_versions(folder / name)}
    if folded(folder.name) == SUBMITTED or (len(found) >= _LEAST and len(found) == len(folders)):
        return found
    return set()


def _holds_versions(student: Path) -> bool:
    inside = _inside(student)
    if len(inside) > _MAX_ASSIGNMENTS:
        return False
    return all(inside.values()) and any(has_versions(_inside(student / name)) for name in inside)


def _attempts(
    claim: Claim, path: Path, kind: str | Message, names: Names, is_teams: bool
) -> Iterator[Item]:
    """The items of one file or folder: each attempt of a platform that has a folder for each."""
    if kind == "folder" and is_teams and (assignment := _assignment(path, names)):
        for name in _inside(assignment):
            attempt = version_of_teams(name)
            teams = Claim(Layout.TEAMS, claim.student, path.name, attempt=attempt)
            yield Item(teams, assignment / name, "folder")
    elif claim.layout is Layout.SCHOOLOGY:
        for name in _inside(path):
            if found := revision(name):
                attempt, notes = found
                yield Item(replace(claim, attempt=attempt, notes=notes), path / name, "folder")
    else:
        yield Item(claim, path, kind)


def _assignment(student: Path, names: Names) -> Path | None:
    """The folder of this exercise in a student's of Teams's, if it has versions; None if unsure."""
    inside = list(_inside(student))
    fitting = [name for name in inside if names.fits(name)] or inside
    if len(fitting) != 1 or not has_versions(_inside(student / fitting[0])):
        return None
    return student / fitting[0]


def _inside(folder: Path) -> dict[str, bool]:
    """What lies in a folder, and whether each is a folder; nothing where that can't be read."""
    try:
        with os.scandir(folder) as entries:
            found = {e.name: tree.kind(e) == "folder" for e in entries if not of_machine(e.name)}
    except OSError:
        return {}
    return dict(sorted(found.items()))
