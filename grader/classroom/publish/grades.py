"""The grades of a class as a table for a spreadsheet or a course platform."""

import csv
import io
import re
import string

from grader.classroom.analysis import functions, points, standing
from grader.classroom.record import ClassRecord, Entry, State
from grader.report import Override, sum_of_points
from grader.text import Words, line, plain

ENGLISH = Words()

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""Characters that a spreadsheet reads as the start of a formula, in half and full width."""
_PASSED_OVER = string.whitespace + '"\u3000\u00a0'
"""What may stand before them."""
_INNER = re.compile(rf"([;\t\n])(?=[{_PASSED_OVER}]*[{''.join(map(re.escape, _FORMULA))}])")
"""Where a reader with another separator would begin a cell with a formula."""
_LATE = ("handed_in", "late_hours", "raw", "penalty", "final")
_TIMED = (State.GRADED, State.UNGRADED)


def render(record: ClassRecord) -> str:
    """CSV by RFC 4180, in UTF-8 without a BOM: a row for each student, in the record's order.

    Columns: id, name, file, score, max; the points of each function, then of each check, by name
    (where a check has the name of an earlier column, it is `NAME (check)`); verdict; duration, in
    seconds; note; machine; decision; handed_in; late_hours; raw; penalty; final; attempt; attempts.

    The verdict is `passed` (every check), `partial` (some points), `failed` (none), `nothing`
    (nothing was handed in: 0 points), `undecided` (a person has to say which file counts),
    `ungraded` (the grader failed) or `excused` (a person said so). Undecided, ungraded and excused
    students have empty points, never a 0. The note says why there is no grade, or what was found
    later beside a grade that was kept.

    Points are those that count. Where a person decided about them, `machine` is the score that the
    machine gave, and `decision` says what was decided, by whom; else both are empty.

    Where the class has a time at which the work is due, `handed_in` is when the attempt that counts
    was, `raw` are its points, and `final` those that are left of them after the penalty for being
    late. It is the attempt of this number among as many as were graded.

    An apostrophe stands before what a spreadsheet would read as a formula, also behind a semicolon,
    a tab or a line end, at which some of them begin a new cell.
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
        [*("verdict", "duration", "note", "machine", "decision"), *_LATE, "attempt", "attempts"],
    )
    taken = {*first, *last}
    checks = [f"{c.name} (check)" if c.name in taken else c.name for c in record.checks]
    return [*first, *checks, *last]


def _row(record: ClassRecord, entry: Entry) -> list[str]:
    score: float | None = 0.0 if entry.counts_as is State.NOTHING else None
    by_function = [score if each is None else each for each in points(record, entry)]
    by_check = {spec.name: score for spec in record.checks}
    if entry.score is not None:
        score = entry.score
        by_check |= _by_check(entry)
    return [
        _text(entry.student),
        _text(entry.name),
        _text(entry.file),
        _number(score),
        _number(sum_of_points(spec.points for spec in record.checks)),
        *map(_number, by_function),
        *(_number(by_check[spec.name]) for spec in record.checks),
        standing(entry).value,
        _number(entry.report.duration_s) if entry.state in _TIMED else "",
        _text("" if entry.remark is None else line(str(entry.remark))),
        _number(entry.ruling.machine if entry.ruling else None),
        _text(decision(entry)),
        *_late(entry),
        *_attempts(entry),
    ]


def _late(entry: Entry) -> list[str]:
    """How late the work is, and what becomes of its points."""
    late = entry.lateness
    if late is None:
        return [""] * len(_LATE)
    hours = round(late.late / 3600, 2) if late.handed_in else None
    numbers = (hours, late.raw, late.penalty, late.final)
    return [_text(late.handed_in), *map(_number, numbers)]


def _attempts(entry: Entry) -> list[str]:
    """Which attempt counts, and how many there are."""
    counting = [number for number, one in enumerate(entry.attempts, 1) if one.counts]
    return [str(counting[0]) if counting else "", str(len(entry.attempts) or "")]


def _by_check(entry: Entry) -> dict[str, float]:
    if entry.by_machine is None:  # a person gave points to work that was not graded
        return {}
    ruling = entry.ruling
    return {
        check.name: check.points if ruling is None else ruling.points_of(check)
        for check in entry.report.checks
    }


def decision(entry: Entry, words: Words = ENGLISH) -> str:
    """What people decided about a student, in one line; empty where nothing was."""
    decided = entry.ruling.overrides if entry.ruling else ()
    return "; ".join(_decided(each, words) for each in decided)


def _decided(each: Override, words: Words) -> str:
    by = line(f"{each.who} {each.when}")
    comment = f": {each.comment}" if each.comment else ""
    return f"{words(each.said)}{comment}" + (f" ({by})" if by else "")


def _text(text: str) -> str:
    cell = plain(text)
    if cell.lstrip(_PASSED_OVER).startswith(_FORMULA):
        cell = f"'{cell}"
    return _INNER.sub(r"\1'", cell)


def _number(value: float | None) -> str:
    """A number without the digits of rounding errors; empty for None."""
    if value is None:
        return ""
    return str(int(value)) if value == int(value) else str(round(value, 6))


def cell(text: str) -> str:
    """A text of a student's as a cell of a table, which no spreadsheet takes for a formula."""
    return _text(text)
