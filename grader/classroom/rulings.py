"""From the machine's record and the decisions of people to the record that counts.

This is the one place where the two meet: whatever shows grades (the page, the table, letters, a
platform's file, `grader show`) takes the record from here, where the class's rules for attempts and
late work are applied already (see `counting`). The machine's own stays as it is, so a
decision goes back when its line is removed.

A later line for the same thing wins, and so does one for more than that: all of the score, for
points of a function; a function, for those of its checks. A later line for less would be lost in
the earlier one, so it is a fault, as is whatever else can't be meant.
"""

import difflib
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from grader.classroom.collect import folded
from grader.classroom.counting import by_rules
from grader.classroom.lateness import with_raw
from grader.classroom.overrides import NAME, Line, Overrides, must_have_none, read_overrides
from grader.classroom.policy import NO_POLICY, Policy
from grader.classroom.record import ClassRecord, Entry, Provenance
from grader.classroom.store import Store
from grader.report import Override, Ruling, sum_of_points
from grader.text import Message, line, shown

SCORE, EXCUSED = "score", "excused"
_YES = ("", "yes", "true")
_NUMBER = re.compile(r"[0-9]+([.,][0-9]+)?|[.,][0-9]+")
_THOUSANDS = re.compile(r"[0-9]+,[0-9]{3}")
"""1,500 is 1.5 in Berlin, and 1500 in Boston."""
_TOLERANCE = 1e-9


@dataclass(frozen=True)
class Counted:
    """The record that counts, and what has to be said of the decisions in it."""

    record: ClassRecord
    notes: tuple[Message, ...] = ()
    graded: Mapping[str, Provenance] = field(default_factory=dict)
    """As what the work that counts of each student was graded."""
    policy: Policy = NO_POLICY


def counted(store: Store, awaited: Collection[str] = ()) -> Counted:
    """The record of a class with the decisions of people in its folder.

    Students who are `awaited` may be decided about before they are in the record. Raises UsageError
    where a decision can't be read or meant: then nothing may be shown.
    """
    counting = by_rules(store)
    found = ruled(counting.record, read_overrides(store.path.parent), awaited)
    return replace(found, graded=counting.graded, policy=counting.policy)


def ruled(record: ClassRecord, decided: Overrides, awaited: Collection[str] = ()) -> Counted:
    """The record with these decisions; see `counted`."""
    reading = _Reading(record, decided, awaited)
    for each in decided.lines:
        reading.take(each)
    must_have_none(reading.faults)
    entries = tuple(
        _with_ruling(entry, _ruling(entry, reading.kept[entry.student], reading.most))
        if entry.student in reading.kept
        else entry
        for entry in record.entries
    )
    notes = [*reading.notes, *(note for entry in entries for note in _note(entry))]
    return Counted(replace(record, entries=entries), tuple(notes))


@dataclass(frozen=True)
class _Thing:
    """What can be decided about: all of the score, a function or a check, and its points."""

    what: str
    most: float
    function: str = ""
    check: str = ""

    def covers(self, other: "_Thing") -> bool:
        """Whether what is decided of this is decided of the other, too."""
        if not self.function:
            return True
        same = self.function == other.function
        return same and (not self.check or self.check == other.check)


class _Reading:
    """Reads the decisions of a file one by one. `kept` has those that count, by student."""

    def __init__(self, record: ClassRecord, decided: Overrides, awaited: Collection[str]):
        self.record, self.decided = record, decided
        self.kept: dict[str, list[tuple[Line, _Thing, float | None]]] = {}
        self.faults: list[Message] = []
        self.notes: list[Message] = []
        self.most = sum_of_points(spec.points for spec in record.checks)
        self._students = {folded(student): student for student in awaited}
        self._students |= {folded(entry.student): entry.student for entry in record.entries}

    @cached_property
    def things(self) -> dict[str, _Thing]:
        """What there is to decide about, by its name: the titles of grades.csv."""
        found: dict[str, _Thing] = {}
        for spec in self.record.checks:
            own = [each.points for each in self.record.checks if each.function == spec.function]
            found[spec.function] = _Thing(spec.function, sum_of_points(own), spec.function)
        for spec in self.record.checks:
            name = f"{spec.name} (check)" if spec.name in found else spec.name
            found[name] = _Thing(name, spec.points, spec.function, spec.name)
        return found | {name: _Thing(name, self.most) for name in (SCORE, EXCUSED)}

    def take(self, each: Line) -> None:
        """Read one decision: it counts from now on, or is a fault."""
        student = self._students.get(folded(each.student))
        thing = self.things.get(each.what) or self.things.get(each.what.lower())
        points: float | None = None
        fault: Message | None
        if student is None:
            fault = self._no_student(each)
        elif thing is None:
            fault = self._no_thing(each)
        elif thing.what == EXCUSED:
            fault = _no_excuse(each)
        else:
            points = _points(each.value)
            fault = _no_points(each, thing, points)
        if student and thing and fault is None:
            fault = self._count(student, each, thing, points)
        if fault is not None:
            self.faults.append(self.decided.at(each.number, fault))

    def _count(
        self, student: str, each: Line, thing: _Thing, points: float | None
    ) -> Message | None:
        """Have a decision count in place of those that it covers; why it can't."""
        before = self.kept.setdefault(student, [])
        for earlier, other, _ in before:
            # What is still to be written has no number, and is decided at once.
            if not earlier.number and (thing.covers(other) or other.covers(thing)):
                return Message(
                    "{one} and {what} are decided at once; decide one of them",
                    one=other.what,
                    what=thing.what,
                )
        for earlier, wider, _ in before:
            if wider.covers(thing) and not thing.covers(wider):
                return Message(
                    "{student}, {what}: line {earlier} decides that already ({wider}); delete one "
                    "of the two lines",
                    earlier=earlier.number,
                    wider=wider.what,
                    student=shown(student),
                    what=thing.what,
                )
        for earlier, other, _ in before:
            if thing.covers(other):
                again = Message(
                    "{student}, {what}: this line counts, and line {earlier} not any more",
                    what=thing.what,
                    student=shown(student),
                    earlier=earlier.number,
                )
                self.notes.append(self.decided.at(each.number, again))
        left = [one for one in before if not thing.covers(one[1])]
        self.kept[student] = [*left, (each, thing, points)]
        return None

    def _no_student(self, each: Line) -> Message:
        if not each.student:
            return Message("no student is named; write the id, as in grades.csv")
        close = difflib.get_close_matches(folded(each.student), self._students, 1, 0.6)
        if close:
            return Message(
                "there is no student {student}; did you mean {close}?",
                student=shown(each.student),
                close=shown(self._students[close[0]]),
            )
        return Message(
            "there is no student {student}; write the id, as in grades.csv",
            student=shown(each.student),
        )

    def _no_thing(self, each: Line) -> Message:
        close = difflib.get_close_matches(each.what, self.things, 1, 0.6)
        if close:
            return Message(
                "{what} is no function and no check of {exercise}; did you mean {close}?",
                what=repr(shown(each.what)),
                exercise=self.record.exercise,
                close=close[0],
            )
        functions = dict.fromkeys(spec.function for spec in self.record.checks)
        return Message(
            "{what} is no function and no check of {exercise}; write one of {known}",
            what=repr(shown(each.what)),
            exercise=self.record.exercise,
            known=", ".join([SCORE, EXCUSED, *functions]),
        )


def _no_excuse(each: Line) -> Message | None:
    if each.value.lower() in _YES:
        return None
    return Message(
        "{value} beside excused; leave that cell empty, or delete the line if the student is not "
        "excused",
        value=repr(shown(each.value)),
    )


def _points(text: str) -> float | None:
    """The points in a cell; None where it is no number, or may be another one."""
    if not _NUMBER.fullmatch(text) or _THOUSANDS.fullmatch(text):
        return None
    return float(text.replace(",", "."))


def _no_points(each: Line, thing: _Thing, points: float | None) -> Message | None:
    """Why a cell is no number of points that there can be."""
    most = f"{thing.most:g}"
    if points is None:
        return Message(
            "{value} is no number of points; write {what} as a number from 0 to {most}",
            value=repr(shown(each.value)),
            what=thing.what,
            most=most,
        )
    if points > thing.most + _TOLERANCE:
        return Message(
            "{value} points are more than {what} has; write a number from 0 to {most}",
            value=each.value,
            what=thing.what,
            most=most,
        )
    return None


def _ruling(entry: Entry, kept: Sequence[tuple[Line, _Thing, float | None]], most: float) -> Ruling:
    """What the decisions about one student make of the machine's points."""
    overrides = tuple(
        Override(
            what="" if thing.what in (SCORE, EXCUSED) else thing.what,
            points=points,
            most=thing.most,
            machine=_by_machine(entry, thing),
            function=thing.function,
            check=thing.check,
            comment=line(each.comment),
            who=line(each.who),
            when=line(each.when),
        )
        for each, thing, points in kept
    )
    machine = entry.by_machine
    if any(each.points is None for each in overrides):
        score = None
    elif any(each.is_whole for each in overrides):
        (score,) = (each.points for each in overrides)
    elif machine is None:
        score = None
    else:
        score = sum_of_points(
            [machine, *((each.points or 0.0) - (each.machine or 0.0) for each in overrides)]
        )
    return Ruling(overrides, score, most, machine)


def _with_ruling(entry: Entry, ruling: Ruling) -> Entry:
    """The row with what people decided: points of a part are as late as the rest."""
    late = entry.lateness
    if late is not None and ruling.is_excused:
        late = None
    elif late is not None and not ruling.is_whole and ruling.score is not None:
        late = with_raw(late, ruling.score)
    return replace(entry, ruling=ruling, lateness=late)


def _by_machine(entry: Entry, thing: _Thing) -> float | None:
    if entry.by_machine is None or not thing.function:
        return entry.by_machine
    return sum_of_points(
        check.points
        for check in entry.report.checks
        if check.function == thing.function and thing.check in ("", check.name)
    )


def _note(entry: Entry) -> Iterator[Message]:
    """What a person should know of the decisions about one student."""
    ruling = entry.ruling
    if ruling is None:
        return
    for each in ruling.overrides:
        before = each.machine or 0.0
        if each.is_whole and entry.lateness is not None:
            before = entry.lateness.final or 0.0  # a person may well be between the two
        if each.points is not None and each.points < before:
            yield Message(
                "{name}: the decision about {student} gives fewer points than the machine "
                "({said}); is it of before a later file?",
                name=NAME,
                student=shown(entry.student),
                said=each.said,
            )
    if ruling.score is None and not ruling.is_excused:
        yield Message(
            "{name}: points of {student} are decided, and there is no grade to which they could be "
            "added; decide the score",
            name=NAME,
            student=shown(entry.student),
        )
