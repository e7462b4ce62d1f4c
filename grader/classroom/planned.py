"""What a plan says beside the rows of the record: files of nobody, groups, what may be chosen.

A batch writes it into the settings of the record when it begins, and the page shows it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from grader.classroom.collect import SOURCES, Handin, Plan, Roster, fit, folded
from grader.classroom.fitting import fitted
from grader.classroom.record import Entry, Provenance
from grader.classroom.store import Store
from grader.text import Message

_SETTING = "plan"
_MOST_FILES = 200
"""How many files of nobody are kept; plan.txt has all of them."""
_MOST_CHOICES = 6


@dataclass(frozen=True)
class Planned:
    """What was known when the batch began.

    `students` are the ids of all; `ignored` has files of nobody, each with why, and `groups` the
    name of each student's group on the roster. `choices` are the files from which a person can
    choose, of each student who is undecided.
    """

    students: tuple[str, ...] = ()
    ignored: tuple[tuple[str, Message], ...] = ()
    more_ignored: int = 0
    groups: dict[str, str] = field(default_factory=dict)
    choices: dict[str, tuple[str, ...]] = field(default_factory=dict)


def planned_of(plan: Plan, roster: Roster | None) -> Planned:
    """What is kept of a plan."""
    people = roster.people if roster else ()
    teams = {folded(fit(person.id)): person.group for person in people if person.group}
    groups = {one.student: teams.get(folded(one.student), "") for one in plan.handins if one.known}
    return Planned(
        students=tuple(handin.student for handin in plan.handins),
        ignored=plan.ignored[:_MOST_FILES],
        more_ignored=max(0, len(plan.ignored) - _MOST_FILES),
        groups={student: group for student, group in groups.items() if group},
        choices={h.student: tuple(_choices(h)) for h in plan.handins if h.undecided and h.works},
    )


def _choices(handin: Handin) -> Iterator[str]:
    """Files that can be named with --use, by where they were found."""
    files = [work.file for work in handin.works if work.base.lower().endswith(SOURCES)]
    yield from list(dict.fromkeys(files))[:_MOST_CHOICES]


def keep_planned(store: Store, kept: Planned) -> None:
    """Write it into the record, in the place of that of an earlier batch."""
    whole = Planned(
        students=tuple(fitted(each) for each in kept.students),  # all, however many there are
        ignored=fitted(kept.ignored),
        more_ignored=kept.more_ignored,
        groups={fitted(student): fitted(group) for student, group in kept.groups.items()},
        choices={fitted(student): fitted(files) for student, files in kept.choices.items()},
    )
    store.settle({_SETTING: msgspec.json.encode(whole).decode()})


def planned(settings: Mapping[str, str]) -> Planned:
    """What the settings of a record have of it; nothing where an earlier grader wrote them."""
    try:
        return msgspec.json.decode(settings.get(_SETTING, "{}"), type=Planned)
    except msgspec.MsgspecError:
        return Planned()


def groups_of(
    entries: Sequence[Entry], graded: Mapping[str, Provenance], known: Planned
) -> dict[str, str]:
    """The group of each student who is in one: of the roster, else those of one file."""
    found = {entry.student: known.groups[entry.student] for entry in entries
             if entry.student in known.groups}  # fmt: skip
    together: dict[tuple[str, str], list[str]] = {}
    for entry in entries:
        content = graded[entry.student].content if entry.student in graded else ""
        if content and entry.file:
            together.setdefault((content, entry.file), []).append(entry.student)
    for students in together.values():
        if len(students) > 1:
            name = next((found[each] for each in students if each in found), "")
            found |= {each: name or ", ".join(students) for each in students if each not in found}
    return found
