"""The grades of a class, put into the one column of a platform's table."""

from dataclasses import dataclass
from enum import Enum

from grader.classroom.collect import LATE, NOTHING_COUNTS
from grader.classroom.publish.matching import Match, Matching, match
from grader.classroom.publish.sheet import Seat, Sheet, number
from grader.classroom.record import ClassRecord, Entry, State
from grader.errors import UsageError
from grader.report import sum_of_points
from grader.text import Message, shown

_TOLERANCE = 1e-6
_SHOWN = 0.005
"""Both platforms export two digits after the point; what is closer than this may be the same."""


class Scale(Enum):
    """What becomes of points where the exercise and the column have not equally many."""

    SAME = "same"
    """8 of 10 are 8."""
    SCALED = "scaled"
    """8 of 10 are 80 of 100."""


@dataclass(frozen=True)
class Grade:
    """A grade that stands in the table now; `before` is what stood there, or is empty."""

    match: Match[Entry, Seat]
    value: str
    before: str

    @property
    def is_other(self) -> bool:
        """Whether it takes the place of another grade."""
        return self.before not in ("", "-") and not _equal(self.before, self.value)


@dataclass(frozen=True)
class Filled:
    """A table with the grades in it. `left` are those whose cell stays as it was, and why."""

    sheet: Sheet
    text: str
    grades: tuple[Grade, ...]
    left: tuple[tuple[Entry, Message], ...]
    matching: Matching[Entry, Seat]


def fill(record: ClassRecord, sheet: Sheet, scale: Scale | None, late: bool) -> Filled:
    """Fill in the column. With `late` those are filled in too who handed in late.

    Raises UsageError where `scale` has to be chosen, and where nobody of the class is in the table.
    """
    most = points_in_all(record)
    factor = _factor(most, sheet, scale)
    matching = match(sheet, record.entries)
    if not matching.found:
        raise _nobody(record, sheet, matching)
    grades, left = [], []
    for one in matching.found:
        points = points_of(one.entry) * factor
        is_excused = one.entry.counts_as is State.EXCUSED
        why = (
            (None if is_excused and one.seat.is_excused else one.seat.held)
            or _missed(one.entry, one.seat)
            or open_because(one.entry, most, late, one.seat.is_late)
        )
        if not why and sheet.bounded and points > (sheet.most or points) + _TOLERANCE:
            given = sheet.written(points)
            why = Message("{points} points are more than there can be", points=given)
        if why:
            left.append((one.entry, why))
        else:
            value = sheet.platform.excused if is_excused else sheet.written(points)
            grades.append(Grade(one, value, one.seat.cell.value.strip()))
    cells = {
        grade.match.seat.cell: grade.value
        for grade in grades
        if not _equal(grade.before, grade.value)
    }
    return Filled(sheet, sheet.table.with_cells(cells), tuple(grades), tuple(left), matching)


def points_of(entry: Entry) -> float:
    """A student's points. Who handed in nothing has none."""
    return entry.score or 0.0


def points_in_all(record: ClassRecord) -> float:
    """How many points the exercise has."""
    return sum_of_points(spec.points for spec in record.checks)


def open_because(entry: Entry, most: float, late: bool, is_late: bool = False) -> Message | None:
    """Why a student has no grade that could be given out; None for one who has.

    `most` is what the exercise has now. With `late`, it may be late: as the platform says, or as
    the record knows. Where the class has a rule for late work, that has been applied. Who is
    excused has none, and nothing is waited for.
    """
    if entry.counts_as is State.EXCUSED:
        return None
    if entry.counts_as in (State.UNDECIDED, State.UNGRADED):
        return entry.remark or Message("no reason was given")
    if entry.waits:
        return entry.remark
    is_other = abs(entry.report.max_score - most) > _TOLERANCE and not entry.is_settled
    if entry.counts_as is State.GRADED and is_other:
        return Message(
            "graded of {own} points, and the class of {most}; grade it again with --regrade",
            own=f"{entry.report.max_score:g}",
            most=f"{most:g}",
        )
    has_rule = entry.lateness is not None and entry.lateness.is_settled
    is_noted = is_late or any(note.template == LATE for note in entry.notes)
    if not late and not has_rule and (is_noted or _is_late(entry)):
        return Message("handed in late; with --late it is given out all the same")
    return None


def _is_late(entry: Entry) -> bool:
    return entry.lateness is not None and entry.lateness.late > 0


def _missed(entry: Entry, seat: Seat) -> Message | None:
    """Why it is no 0 where nothing was found: the platform says that something was handed in.

    It may be newer than what was downloaded there. A person may have said that it does not count.
    """
    reason = entry.report.reason
    is_decided = reason is not None and reason.template == NOTHING_COUNTS
    if entry.counts_as is not State.NOTHING or not seat.received or is_decided:
        return None
    return Message(
        "nothing of this student was in the class, and there something was handed in ({when}); "
        "download the class again, or decide with --use {student}=",
        when=shown(seat.received),
        student=shown(entry.student),
    )


def _factor(most: float, sheet: Sheet, scale: Scale | None) -> float:
    """By what points are multiplied."""
    if sheet.most is None or abs(sheet.most - most) <= _TOLERANCE or scale is Scale.SAME:
        return 1.0
    if scale is Scale.SCALED and most and sheet.most:
        return sheet.most / most
    raise UsageError(
        "the exercise has {own} points and the column {title} has {most}; say what is meant: "
        "--points scaled ({own} points become {most}) or --points same (they stay {own})",
        own=f"{most:g}",
        title=repr(sheet.title),
        most=f"{sheet.most:g}",
    )


def _nobody(record: ClassRecord, sheet: Sheet, matching: Matching[Entry, Seat]) -> UsageError:
    if not record.entries:
        return UsageError("the record has no student yet")
    first, why = matching.lost[0]
    return UsageError(
        "no student of the class is in {path}, so nothing was written ({student}: {reason}); is it "
        "of the same class?",
        path=sheet.table.path,
        student=f"{first.student} {first.name}".strip(),
        reason=why,
    )


def _equal(before: str, value: str) -> bool:
    """Whether both are the same number, or the same word: 10.00 is 10, and stays as it is."""
    one, other = number(before), number(value)
    if before.upper() == value.upper():
        return True
    return one is not None and other is not None and abs(one - other) <= _SHOWN
