"""One submission for several students: a group on the roster, or a members.txt beside the file.

A folder that is named after a group, or after all of its members, is given to each of them where
files are assigned (see whose). Here is what only one of them has handed in:

- a roster's column `group`: what one member handed in counts for those who handed in nothing. Where
  two handed in different files, none counts for anybody until a person decides.
- a `members.txt`, with an id or a name in each line: the file counts for those whom it names and
  who handed in nothing. Students write it, so it takes nothing from anybody: whoever handed in work
  of his own keeps that. Where it names somebody who is not on the roster, nothing of it counts, and
  who is absent may be meant.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from grader.classroom.collect import tree
from grader.classroom.collect.candidates import Work
from grader.classroom.collect.earlier import NOTHING_BEFORE, Before
from grader.classroom.collect.handins import Handin, Plan
from grader.classroom.collect.naming import fit, folded, some
from grader.classroom.collect.roster import Roster
from grader.classroom.collect.whose import (
    HANDED_IN_BY,
    MAYBE_ABSENT,
    NAMED_TWICE,
    SEVERAL_OF_GROUP,
)
from grader.errors import SubmissionError, UsageError
from grader.text import Message, shown

MEMBERS = "members.txt"
_MAX_READ = 16 << 10
_MAX_MEMBERS = 20


def with_groups(plan: Plan, roster: Roster | None) -> Plan:
    """The plan in which a group's submission is that of each member."""
    made = _Class({folded(handin.student): handin for handin in plan.handins})
    if roster is None:
        made.say_that_a_roster_is_needed()
    else:
        names = _names(roster)
        called = {folded(person.group): person.group for person in roster.people}
        for name, ids in roster.teams.items():
            made.share_in_group(called[name], [names[folded(id)] for id in ids])
        made.share_by_members(roster, names)
    return replace(plan, handins=tuple(made.handins.values()))


@dataclass
class _Class:
    """The handins by folded id, while groups are found. `unclear` files name somebody unknown."""

    handins: dict[str, Handin]
    unclear: list[str] = field(default_factory=list)

    def _note(self, id: str, note: Message) -> None:
        handin = self.handins[id]
        self.handins[id] = replace(handin, notes=(*handin.notes, note))

    def _share(self, source: str, members: Sequence[str], *, earlier: bool) -> None:
        """Have what one handed in count for others, who handed in nothing.

        With `earlier`, what was handed in before counts for them as well.
        """
        given = self.handins[source]
        for id in members:
            note = Message(HANDED_IN_BY, file=given.file or MEMBERS, student=given.student)
            self.handins[id] = replace(
                self.handins[id],
                path=given.path,
                file=given.file,
                own_folder=given.own_folder,
                notes=(note, *given.notes),
                reason=given.reason,
                absent=False,
                undecided=given.undecided,
                works=given.works,
                handed_in=given.handed_in,
                clone=given.clone,
                before=given.before if earlier else _unsure(given.before),
            )
        if members:
            students = ", ".join(self.handins[id].student for id in members)
            self._note(source, Message("counts for {students}, too", students=shown(students)))

    def share_in_group(self, name: str, members: Sequence[str]) -> None:
        """One submission for a group on the roster."""
        there = [id for id in members if _is_there(self.handins[id])]
        absent = [id for id in members if id not in there]
        if len({_content(self.handins[id]) for id in there}) == 1:
            self._share(there[0], absent, earlier=True)
        elif there:
            files = [self.handins[id].file or self.handins[id].student for id in there]
            why = Message(SEVERAL_OF_GROUP, group=shown(name), files=some(files))
            works = tuple(work for id in there for work in self.handins[id].works)
            for id in members:
                self._doubt(id, why, works)

    def _doubt(self, id: str, why: Message, works: tuple[Work, ...]) -> None:
        handin = self.handins[id]
        self.handins[id] = replace(
            handin,
            path=None, file="", reason=why, absent=False, undecided=True,
            works=tuple(dict.fromkeys([*handin.works, *works])),
        )  # fmt: skip

    def share_by_members(self, roster: Roster, names: Mapping[str, str]) -> None:
        """What each members.txt says, after all of them were read."""
        sources: dict[str, list[tuple[str, Work]]] = defaultdict(list)
        refused: dict[str, list[Work]] = defaultdict(list)
        for source in [*self.handins]:
            for work in filter(_is_members, self.handins[source].works):
                named, fault = _named(work, roster)
                others = [names[id] for id in named if names[id] != source]
                if fault:
                    self._note(source, Message("{place}: {note}", place=work.file, note=fault))
                    self.unclear.append(work.file)
                for id in others:
                    if fault:
                        refused[id].append(work)
                    else:
                        sources[id].append((source, work))
        for id, found in sources.items():
            self._follow(id, found)
        for id, handin in self.handins.items():
            if handin.known and self.unclear and not _is_there(handin):
                files = some([work.file for work in refused[id]] or self.unclear)
                self._doubt(id, Message(MAYBE_ABSENT, files=files), ())

    def _follow(self, id: str, found: Sequence[tuple[str, Work]]) -> None:
        """Have those who name a student share with him, where that is one and he needs it."""
        handin = self.handins[id]
        if _is_there(handin):
            for source, work in found:
                if _content(handin) != _content(self.handins[source]):
                    own = Message(
                        "{place} names {student}, who handed in work of his own: that counts",
                        place=work.file,
                        student=handin.student,
                    )
                    self._note(id, own)
                    self._note(source, own)
        elif len({_content(self.handins[source]) for source, _ in found}) > 1:
            files = some([work.file for _, work in found])
            works = [work for source, _ in found for work in self.handins[source].works]
            self._doubt(id, Message(NAMED_TWICE, files=files), tuple(works))
        else:
            self._share(found[0][0], [id], earlier=False)

    def say_that_a_roster_is_needed(self) -> None:
        """Without one, nobody knows whether there is somebody of that name."""
        for id, handin in [*self.handins.items()]:
            for work in filter(_is_members, handin.works):
                note = Message("{place} counts only with a --roster", place=work.file)
                self._note(id, note)


def _names(roster: Roster) -> dict[str, str]:
    """From each id on the roster, folded, to what it is called in the plan.

    Raises UsageError where two ids in groups differ only by what no file's name can have.
    """
    found = {folded(person.id): folded(fit(person.id)) for person in roster.people}
    if len(set(found.values())) < len(found) and roster.teams:
        one, other = next(
            (one, other) for one in found for other in found
            if one != other and found[one] == found[other]
        )  # fmt: skip
        raise UsageError(
            "the ids {one} and {other} on the roster can't be told apart in the name of a file, so "
            "nobody can be in a group",
            one=shown(one),
            other=shown(other),
        )
    return found


def _unsure(given: Before) -> Before:
    """What a members.txt says of earlier attempts: it lies in the last one."""
    if given == NOTHING_BEFORE:
        return given
    return Before(doubt=Message("{file} says who handed in the last one", file=MEMBERS))


def _is_there(handin: Handin) -> bool:
    """Whether something was handed in, graded or not; an empty folder is nothing."""
    return handin.path is not None or handin.undecided


def _is_members(work: Work) -> bool:
    return folded(work.base) == MEMBERS


def _content(handin: Handin) -> object:
    """What is equal for two who handed in the same."""
    if handin.path is None:
        return handin.student
    try:
        return tree.read(handin.path, 34 << 20)
    except SubmissionError:
        return handin.path


def _named(work: Work, roster: Roster) -> tuple[list[str], Message | None]:
    """The folded ids of the students whom a members.txt names, and what is wrong with it."""
    try:
        data = tree.read(work.path, _MAX_READ + 1)
    except SubmissionError as error:
        return [], error.messages[0]
    text = data.decode("utf-8-sig", "replace")
    names = [line.strip() for line in text.splitlines() if line.strip()]
    if len(data) > _MAX_READ or len(names) > _MAX_MEMBERS:
        return [], Message("it names more than {count}, so none counts", count=_MAX_MEMBERS)
    found = [(name, roster.owner(name)) for name in names]
    ids = list(dict.fromkeys(folded(id) for _, id in found if id))
    unknown = [name for name, id in found if not id]
    if unknown:
        return ids, Message(
            "{name} is nobody on the roster, so nothing of it counts; decide with --use",
            name=repr(shown(unknown[0][:80])),
        )
    return ids, None
