"""A gradebook that Canvas has exported: which rows are students, which column is the exercise.

The rules are those of Canvas's own lib/gradebook_exporter.rb and lib/gradebook_importer.rb
(https://github.com/instructure/canvas-lms):

- titles `Student,ID[,SIS User ID],SIS Login ID[,Integration ID][,Root Account],Section`, or
  `LastName,FirstName` in the place of `Student`; then columns of the teacher's, then assignments as
  `TITLE (NUMBER)`, then totals. The titles are never translated
- a row `    Points Possible`: a number for an assignment; a column with words there, `(read only)`
  in the user's language, is computed. Before it, a row with `Manual Posting`, or `Muted`, may stand
- `EX` is excused, `N/A` is not assigned to this student, or of an anonymous assignment that is not
  posted yet. The importer takes no grade for `N/A`
- separators are `,` or `;`, by the user's settings, and so is a byte order mark; numbers are
  written as in the user's language, and read with a point or a comma
- the last row is the test student's, if there is one
"""

import re
from pathlib import Path

from grader.classroom.collect import folded, squeezed
from grader.classroom.publish.sheet import EXCUSED, Platform, Seat, Sheet, has_comma, ids_of, number
from grader.classroom.publish.table import Quoting, Row, Table, read
from grader.classroom.record import ClassRecord
from grader.errors import UsageError
from grader.text import Message, shown

_IDS = ("ID", "SIS User ID", "SIS Login ID", "Integration ID")
_ASSIGNMENT = re.compile(r"(?P<title>.*) \((?P<number>\d+)\)", re.DOTALL)
_TOTAL = re.compile(r"(Current|Final|Override) (Score|Points|Grade|Status)")
_POSTING = re.compile(r"(Muted|Manual Posting.*)?", re.IGNORECASE)
_TEST_STUDENT = "student, test"
_MOST_SHOWN = 30


def read_canvas(path: Path, record: ClassRecord, named: str) -> Sheet:
    """The gradebook in a file; the column is the one that is `named`, or else the exercise's.

    Raises UsageError where it is no gradebook, or where no column or several may be meant.
    """
    table = read(path, [Quoting.RFC], even=False)
    titles = table.titles
    if titles[:2] not in (["Student", "ID"], ["LastName", "FirstName"]) or "Section" not in titles:
        raise UsageError(
            "{path} is no gradebook of Canvas: its titles do not begin with Student and ID; export "
            "one there, in Grades, Export",
            path=path,
        )
    points = next((row for row in table.rows if "Points Possible" in row.value(0)), None)
    column = _column(table, points, record, named)
    most = number(points.value(column)) if points else None
    names = [titles.index(title) for title in ("FirstName", "LastName") if title in titles]
    ids = {title: titles.index(title) for title in _IDS if title in titles}
    students = [row for row in table.rows if not _is_of_canvas(row, names)]
    return Sheet(
        Platform.CANVAS,
        table,
        titles[column],
        most,
        bounded=False,
        comma=has_comma([row.value(column) for row in table.rows]),
        seats=tuple(_seat(table, row, column, names or [0], ids) for row in students),
    )


def _is_of_canvas(row: Row, names: list[int]) -> bool:
    """Whether a row is none of a student's."""
    if all(_POSTING.fullmatch(cell.value.strip()) for cell in row.cells):
        return True
    name = f"{row.value(0)}, {row.value(1)}" if names else row.value(0)
    return "Points Possible" in row.value(0) or folded(name) == _TEST_STUDENT


def _seat(table: Table, row: Row, column: int, names: list[int], ids: dict[str, int]) -> Seat:
    if column >= len(row.cells):
        raise UsageError(
            "{path}, line {line} ends before the column {title}; download the file from the "
            "platform again",
            path=table.path,
            line=row.line,
            title=repr(shown(table.titles[column])),
        )
    name = " ".join(row.value(each) for each in names)
    return Seat(
        row.line,
        ids_of(row, ids, table),
        name.removeprefix('="').removesuffix('"') if name.startswith("=") else name,
        row.value(ids["ID"]),
        row.cells[column],
        _held(row.value(column)),
    )


def _held(value: str) -> Message | None:
    if value.upper() == EXCUSED:
        return Message("excused there (EX)")
    if value.upper() == "N/A":
        return Message(
            "N/A stands there: the assignment is not this student's, or its scores are hidden"
        )
    if value in ("", "-") or number(value) is not None:
        return None
    return Message("{value} stands there, which is no number of points", value=repr(shown(value)))


def _column(table: Table, points: Row | None, record: ClassRecord, named: str) -> int:
    """Where the assignment stands that is meant."""
    own = {
        column: found
        for column, title in enumerate(table.titles)
        if (found := _ASSIGNMENT.fullmatch(title)) and not _TOTAL.search(title)
    }
    open_ = {column: found for column, found in own.items() if not _is_computed(points, column)}
    if named:
        fitting = [column for column, found in own.items() if _is_named(found, named)]
    else:
        fitting = [column for column, found in open_.items() if _fits(found["title"], record)]
    if len(fitting) == 1 and fitting[0] in open_:
        return fitting[0]
    if len(fitting) == 1:
        raise UsageError(
            "{path}: Canvas computes the column {title} itself, and takes no grades for it",
            path=table.path,
            title=repr(named),
        )
    listed = [shown(open_[column][0]) for column in [c for c in fitting if c in open_] or open_]
    raise UsageError(
        "{path}: which column is {exercise}? name one with --column: {columns}",
        path=table.path,
        exercise=repr(named) if named else f"{record.exercise} {record.title}",
        columns="; ".join(listed[:_MOST_SHOWN]) or Message("it has no assignment"),
    )


def _is_computed(points: Row | None, column: int) -> bool:
    said = points.value(column) if points else ""
    return bool(said) and number(said) is None


def _is_named(found: re.Match[str], named: str) -> bool:
    return folded(named) in (folded(found[0]), folded(found["title"]), found["number"])


def _fits(title: str, record: ClassRecord) -> bool:
    """Whether an assignment is called as the exercise: `ex1`, its title, or both with more words.

    Exercise 1 does not do: so may another one be called, of another kind.
    """
    words = re.split(r"[\W_]+", folded(title))
    own = squeezed(record.title)
    return folded(record.exercise) in words or (bool(own) and own in squeezed(title))
