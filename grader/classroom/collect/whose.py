"""Whose each item of a class is: a student's, or nobody's as long as nobody says so.

An item goes to the one student whom the platform's rule and the roster name. Where they name
several (a group, two people of one name), it is shown to each of them, and given to none.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from grader.classroom.collect.entries import Item
from grader.classroom.collect.naming import folded, some
from grader.classroom.collect.platforms import Claim, Layout
from grader.classroom.collect.roster import Roster
from grader.text import Message, shown, template

MAYBE_ANOTHERS = template("{place} may be this student's, or that of another")
MAYBE_ONE_OF = template("{place} may be that of {students}")
SAME_NAME = template("{count} participants have this name: {places}")
MAYBE_ABSENT = template(
    "handed in nothing, or it is what could not be assigned to anybody on the roster: {files}"
)
OWN_AND_TEAMS = template("{own} is this student's alone, and {team} that of a group, too")
SEVERAL_OF_GROUP = template(
    "the group {group} has handed in several: {files}; decide with --use, or call that column of "
    "the roster otherwise, if it is no group that hands in together"
)
NAMED_TWICE = template("several name this student as a member: {files}")
HANDED_IN_BY = template("{file} was handed in by {student}, and counts for this student, too")
OF_TEAM = template("{place} is the work of {students} together")
NOT_ON_ROSTER = template("not on the roster")
TOGETHER = (HANDED_IN_BY, OF_TEAM)
"""What is noted where the name of a file is not that of the student whose row it is."""
BETWEEN_STUDENTS = (
    MAYBE_ANOTHERS,
    MAYBE_ONE_OF,
    SAME_NAME,
    MAYBE_ABSENT,
    OWN_AND_TEAMS,
    SEVERAL_OF_GROUP,
    NAMED_TWICE,
)
"""Reasons that name other students or their files: they are for the instructor alone."""


_JOINED = re.compile(r"[_+&,]| and ")
"""What stands between the ids of a group, in the name of its folder."""


@dataclass
class Student:
    """All that one student handed in, while it is found.

    `known` students are on the roster. `shared` items may be others' as well; those of `teams` are
    others' as well, and are among the `items`. `doubt` says why it is not clear what is this
    student's.
    """

    id: str
    name: str = ""
    known: bool = False
    items: list[Item] = field(default_factory=list)
    shared: list[Item] = field(default_factory=list)
    teams: list[Item] = field(default_factory=list)
    notes: list[Message] = field(default_factory=list)
    doubt: Message | None = None

    @property
    def absent(self) -> bool:
        """Whether nothing that was found has to do with this student."""
        return not (self.items or self.shared)


@dataclass(frozen=True)
class Reading:
    """The students, and the names that were read, each with whether the roster has it."""

    students: tuple[Student, ...]
    names: dict[str, bool]


def students(items: Sequence[Item], roster: Roster | None) -> Reading:
    """The items by student, and everyone else who is on the roster."""
    found: dict[tuple[bool, str], Student] = {}
    shared: list[tuple[Item, tuple[str, ...]]] = []
    names: dict[str, bool] = {}
    told = _told(items, roster)
    for item in items:
        claim = item.claim
        if roster and (team := _team(claim, roster)):
            names[claim.name or claim.student] = True
            for id in team:
                _give(found, id, item, team, roster)
            continue
        ids, is_certain = _fitting(claim, roster, told) if roster else ((), False)
        if roster:
            label = claim.name or claim.student
            names[label] = names.get(label, False) or bool(ids)
        if ids and not (is_certain and len(ids) == 1):
            shared.append((item, ids))
            continue
        owner = ids[0] if ids else ""
        # A student who is not on the roster may have the name that is another student's id.
        key = bool(owner), folded(owner or claim.student)
        student = found.setdefault(key, Student(owner or claim.student, claim.name, bool(owner)))
        if roster and owner:
            student.name = roster.name(owner)
        elif roster and not student.items:
            student.notes.append(Message(NOT_ON_ROSTER))
        student.items.append(item)
    for person in roster.people if roster else ():
        found.setdefault((True, folded(person.id)), Student(person.id, person.name, True))
    for item, ids in shared:
        for id in ids:
            found[True, folded(id)].shared.append(item)
    for student in found.values():
        student.doubt = _doubt(student, shared)
    return Reading(tuple(found.values()), names)


def _give(
    found: dict[tuple[bool, str], Student],
    id: str,
    item: Item,
    team: Sequence[str],
    roster: Roster,
) -> None:
    """Give a group's item to one of its members."""
    student = found.setdefault((True, folded(id)), Student(id, "", True))
    student.name = roster.name(id)
    student.items.append(item)
    student.teams.append(item)
    note = Message(OF_TEAM, place=shown(item.path.name), students=some(sorted(team)))
    student.notes.append(note)


def _team(claim: Claim, roster: Roster) -> tuple[str, ...]:
    """The members of the group whose folder it is: one on the roster, or all named by their ids."""
    if claim.users or claim.others:
        return ()
    name = claim.name or claim.student
    if roster.with_id(name):
        return ()
    if members := roster.teams.get(folded(name), ()):
        return members
    parts = _JOINED.split(name)
    ids = tuple(dict.fromkeys(roster.with_id(part) for part in parts))
    if claim.certain or len(ids) < 2 or "" in ids or set(roster.fitting(name)) != set(ids):
        return ()
    return ids


_Told = frozenset[tuple[Layout, int]]


def _told(items: Iterable[Item], roster: Roster | None) -> _Told:
    """The platform's kinds of ids that are the roster's: of some student, one is on it."""
    claims = [each for item in items for each in (item.claim, *item.claim.others)]
    return frozenset(
        (claim.layout, kind)
        for claim in claims
        for kind, id in enumerate(claim.ids)
        if roster and id and roster.with_id(id)
    )


def _fitting(claim: Claim, roster: Roster, told: _Told) -> tuple[tuple[str, ...], bool]:
    """The ids on the roster that a claim may mean, and whether there is no other meaning.

    A platform has names, or its own users' names, and then nothing else counts. Where it tells ids
    of a kind that the roster has, names don't count either: two may have one name.
    """
    if claim.others:
        each = [
            _fitting(one, roster, told)[0] for one in (replace(claim, others=()), *claim.others)
        ]
        return tuple(dict.fromkeys(id for ids in each for id in ids)), False
    if claim.users:
        ids = tuple(dict.fromkeys(id for user in claim.users if (id := roster.with_id(user))))
        return ids, len(claim.users) == 1
    own = [id for kind, id in enumerate(claim.ids) if id and (claim.layout, kind) in told]
    if own:
        return tuple(dict.fromkeys(id for one in own if (id := roster.with_id(one)))), True
    if claim.names:
        ids = tuple(dict.fromkeys(id for name in claim.names for id in roster.called(name)))
        exact = roster.participant(claim.number)
        return ((exact,) if exact in ids else ids), len(claim.names) == 1
    if claim.name:
        # The number in Canvas's names is the ID in its gradebook. Others' are in no roster.
        number = claim.number if claim.layout is Layout.CANVAS else ""
        return roster.called(claim.name, number), True
    return roster.fitting(claim.student), True


def _doubt(student: Student, shared: Sequence[tuple[Item, tuple[str, ...]]]) -> Message | None:
    """Why it is not clear what is this student's; None where it is."""
    own = [item for item in student.items if item not in student.teams]
    if student.teams and (own or len(student.teams) > 1):
        first, *_ = own or student.teams[1:]
        return Message(OWN_AND_TEAMS, own=_named([first]), team=_named([student.teams[0]]))
    if student.shared:
        ids = {id for item, ids in shared if item in student.shared for id in ids}
        where = _named(student.shared)
        if len(ids) == 1:
            return Message(MAYBE_ANOTHERS, place=where)
        return Message(MAYBE_ONE_OF, place=where, students=some(sorted(ids)))
    numbers = {item.claim.number for item in student.items if item.claim.number}
    if student.known and len(numbers) > 1 and any(item.claim.certain for item in student.items):
        places = _named(student.items)
        return Message(SAME_NAME, count=len(numbers), places=places)
    return None


def _named(items: Iterable[Item]) -> str | Message:
    """The names of items; of an attempt in a student's folder, that folder's."""
    inner = {Layout.SCHOOLOGY, Layout.TEAMS}
    names = [each.claim.name if each.claim.layout in inner else each.path.name for each in items]
    return some(list(dict.fromkeys(names)))
