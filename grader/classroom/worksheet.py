"""Whose each row of a worksheet of Moodle's is, where it says when students handed in.

Rows are found as those into which grades are filled in: by the participant's number in the name of
the file, by an id (ID number, email address), by a full name that only one has. A roster knows more
ids than the one by which a student is called here.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from grader.classroom.collect import Plan, Roster, Row, Times, fit
from grader.classroom.publish import NOT_THERE, Place, Platform, match_rows
from grader.errors import UsageError
from grader.text import Message, shown


@dataclass(frozen=True)
class _Place(Place):
    """A row of the worksheet, as what is matched."""

    row: Row


def rows_by_student(times: Times, plan: Plan, roster: Roster | None) -> Mapping[str, Row] | None:
    """The rows of a worksheet by student; None for a table that is none.

    Raises UsageError where it is not clear which row is that of a student whose work is graded.
    """
    if not times.is_worksheet:
        return None
    places = [_Place(row.line, _ids(row, roster), row.name, row.number, row) for row in times.rows]
    found = match_rows(Platform.MOODLE, places, plan.handins)
    unclear = [
        (handin, why)
        for handin, why in found.lost
        if handin.path is not None and why.template != NOT_THERE
    ]
    if unclear:
        handin, why = unclear[0]
        if more := len(unclear) - 1:
            why = Message("{reason} (and {count} more are unclear)", reason=why, count=more)
        raise UsageError(
            "{path}: which time is that of {student}? {reason}; name a table of your own "
            "instead, with student,time",
            path=times.path,
            student=shown(handin.student),
            reason=why,
        )
    return {one.entry.student: one.seat.row for one in found.found}


def _ids(row: Row, roster: Roster | None) -> tuple[tuple[str, str], ...]:
    """The ids in a row, and that by which the roster calls the student who has one of them."""
    known = [(title, roster.with_id(id)) for title, id in row.titled] if roster else []
    return (*row.titled, *((title, fit(id)) for title, id in known if id))
