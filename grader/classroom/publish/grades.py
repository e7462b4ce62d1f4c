"""The grades of a class as a table for a spreadsheet or a course platform."""

import csv
import io

from grader.classroom.analysis import functions, points, standing
from grader.classroom.record import ClassRecord, Entry, State
from grader.text import plain

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""Characters that a spreadsheet reads as the start of a formula, in half and full width."""


def render(record: ClassRecord) -> str:
    """CSV by RFC 4180, in UTF-8 without a BOM: a row for each student, in the record's order.

    Columns: id, name, file, score, max; the points of each function, then of each check, by name
    (where a check has the name of an earlier column, it is `NAME (check)`); verdict; duration, in
    seconds.

    The verdict is `passed` (every check), `partial` (some points), `failed` (none), `nothing`
    (nothing to grade was handed in: 0 points) or `ungraded` (the grader failed: empty points, never
    a 0). A text that a spreadsheet would read as a formula begins with an apostrophe.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(_text(name) for name in _head(record))
    for entry in record.entries:
        writer.writerow(_row(record, entry))
    return buffer.getvalue()


def _head(record: ClassRecord) -> list[str]:
    first, last = (
        ["id", "name", "file", "score", "max", *functions(record)],
        ["verdict", "duration"],
    )
    taken = {*first, *last}
    checks = [f"{c.name} (check)" if c.name in taken else c.name for c in record.checks]
    return [*first, *checks, *last]


def _row(record: ClassRecord, entry: Entry) -> list[str]:
    score: float | None = None if entry.state is State.UNGRADED else 0.0
    by_function = [score if each is None else each for each in points(record, entry)]
    by_check = {spec.name: score for spec in record.checks}
    if entry.state is State.GRADED:
        score = entry.report.score
        by_check |= {check.name: check.points for check in entry.report.checks}
    return [
        _text(entry.student),
        _text(entry.name),
        _text(entry.file),
        _number(score),
        _number(sum(spec.points for spec in record.checks)),
        *map(_number, by_function),
        *(_number(by_check[spec.name]) for spec in record.checks),
        standing(entry).value,
        _number(entry.report.duration_s) if entry.state is not State.NOTHING else "",
    ]


def _text(text: str) -> str:
    cell = plain(text)
    return f"'{cell}" if cell.lstrip().startswith(_FORMULA) else cell


def _number(value: float | None) -> str:
    """A number without the digits of rounding errors; empty for None."""
    if value is None:
        return ""
    return str(int(value)) if value == int(value) else str(round(value, 6))
