"""A grading worksheet that Moodle has written for one assignment, in whatever language.

The rules are those of Moodle's own mod/assign/gradingtable.php, which writes the columns, and
mod/assign/feedback/offline/ (importgradeslib.php, locallib.php), which reads them
(https://github.com/moodle/moodle):

- the first column is the identifier: a word of the user's language and the participant's number,
  `Participant 123456`, `Teilnehmer/in123456`. The names of downloaded files have the same number
- then the full name and what identifies users at this site (id number, email, ...), both absent
  with blind marking; the status; a group and a marker, where there are; then the grade, and
  directly behind it the maximum grade, or the words of a scale. So the grade is found by where it
  stands, where its title is not known
- behind these: whether the grade can be changed, yes or no; when something was handed in, or `-`;
  later, when the grade was changed
- the importer takes no grade below 0 or above the maximum, none of a locked row, and no empty one.
  It reads numbers with the decimal sign of the user's language, and always with a point
- older versions write with PHP's fputcsv, which does not double a quote behind a backslash

The titles in other languages are those of Moodle's language packs (strings `grade`, `fullname`,
`status`, `submittedlateshort`, `lastmodifiedsubmission`, `yes`, `no`).
"""

import re
from pathlib import Path

from grader.classroom.collect import folded
from grader.classroom.publish.sheet import Platform, Seat, Sheet, has_comma, ids_of, number
from grader.classroom.publish.table import Quoting, Row, Table, read
from grader.errors import UsageError
from grader.text import Message, shown

_IDENTIFIER = re.compile(r"(?P<word>.*\D)(?P<number>\d+)", re.DOTALL)
# fmt: off
_GRADE = frozenset((
    "grade", "bewertung", "note", "calificación", "成績", "成绩", "分數", "分数", "nota",
    "valutazione", "評点", "評定",
))
_NAME = frozenset((
    "full name", "vollständiger name", "nom complet", "nombre completo", "全名", "姓名",
    "nome completo", "nome", "名前", "氏名", "フルネーム",
))
_STATUS = frozenset((
    "status", "statut", "estado", "estatus", "狀態", "状态", "stato", "ステータス", "状態",
))
_YES = frozenset(("yes", "ja", "oui", "sí", "si", "是", "sì", "sim", "はい"))
_NO = frozenset(("no", "nein", "non", "否", "não", "いいえ"))
# fmt: on
_LATE = re.compile(
    r"\blate\b|zu spät|später|verspätet|en retard|después|de retraso|過期|迟|in ritardo|atrasad",
    re.IGNORECASE,
)
_RECEIVED = re.compile(
    r"[(（].*(?:submission|abgabe|remis|entrega|繳交|提交|consegna|envio|提出)", re.IGNORECASE
)
_MOST_SHOWN = 30


def read_moodle(path: Path, named: str) -> Sheet:
    """The worksheet in a file; grades stand in the column that is `named`, or else where they do.

    Raises UsageError where it is no worksheet, or where grades are words of a scale.
    """
    table = read(path, [Quoting.RFC, Quoting.PHP], even=True)
    numbers = _numbers(table)
    grade = _grade(table, named)
    most = _most(table, grade)
    name = _name(table)
    status = next((c for c in range(1, grade) if folded(table.titles[c]) in _STATUS), None)
    ids = {
        table.titles[column]: column
        for column in range(1, status or grade)
        if column != name and _identifies(table.column(column))
    }
    received = _received(table, grade)
    locks = [c for c in range(grade + 1, len(table.titles)) if _is_a_lock(table.column(c))]
    seats = [
        Seat(
            row.line,
            ids_of(row, ids, table),
            "" if name is None else re.sub(r"<[^>]*>", "", row.value(name)).strip(),
            numbers[place],
            row.cells[grade],
            _held(row, grade, locks[:1]),
            is_late=status is not None and bool(_LATE.search(row.value(status))),
            received="" if received is None else row.value(received).strip("-"),
        )
        for place, row in enumerate(table.rows)
    ]
    return Sheet(
        Platform.MOODLE,
        table,
        table.titles[grade],
        most,
        bounded=True,
        comma=has_comma(table.column(grade) + table.column(grade + 1)[:1]),
        seats=tuple(seats),
        tells_late=status is not None,
    )


def _numbers(table: Table) -> list[str]:
    """Each participant's number."""
    found = [_IDENTIFIER.fullmatch(text) for text in table.column(0)]
    whole = [match for match in found if match]
    words, numbers = {match["word"] for match in whole}, [match["number"] for match in whole]
    if len(whole) < len(found) or len(words) > 1 or len(set(numbers)) < len(numbers):
        raise UsageError(
            "{path} is no grading worksheet of Moodle: its first column does not hold identifiers, "
            "as in Participant 123456; download one there, in the assignment's list of submissions",
            path=table.path,
        )
    return numbers


def _grade(table: Table, named: str) -> int:
    """Where grades stand: by the title, or else before a column with one number in all rows."""
    titles = [folded(title) for title in table.titles]
    columns = range(1, len(titles))
    if named:
        fitting = [column for column in columns if titles[column] == folded(named)]
    else:
        known = [column for column in columns if titles[column] in _GRADE]
        fitting = known or [c for c in columns if _is_before_maximum(table, c)]
    if len(fitting) == 1:
        return fitting[0]
    raise UsageError(
        "{path}: which column has the grades? name one with --column: {columns}",
        path=table.path,
        columns="; ".join(shown(table.titles[column]) for column in columns[:_MOST_SHOWN]),
    )


def _is_before_maximum(table: Table, column: int) -> bool:
    grades, next_ = table.column(column), set(table.column(column + 1))
    most = number(next_.pop()) if len(next_) == 1 else None
    return bool(most) and all(not text or number(text) is not None for text in grades)


def _most(table: Table, grade: int) -> float | None:
    """The maximum grade; None where that column was deleted."""
    beside = set(table.column(grade + 1))
    words = [text for text in table.column(grade) if text and number(text) is None]
    one = beside.pop() if len(beside) == 1 else ""
    if number(one) is None and (words or len(one.split()) > 1):
        raise UsageError(
            "{path}: the grades of this assignment are words of a scale ({words}), and no points",
            path=table.path,
            words=shown(words[0] if words else " ".join(one.split())),
        )
    return number(one)


def _name(table: Table) -> int | None:
    """Where the full name stands: second, but for blind marking, where the status does."""
    return None if folded(table.titles[1]) in _STATUS else 1


def _identifies(texts: list[str]) -> bool:
    """Whether a column can hold ids: no two are the same, and none has spaces."""
    found = [text for text in texts if text]
    return len(set(found)) == len(found) and not any(" " in text for text in found)


def _received(table: Table, grade: int) -> int | None:
    """Where it stands when something was handed in."""
    columns = range(grade + 1, len(table.titles))
    return next((c for c in columns if _RECEIVED.search(table.titles[c])), None)


def _is_a_lock(texts: list[str]) -> bool:
    return all(text.lower() in _YES | _NO for text in texts)


def _held(row: Row, grade: int, locks: list[int]) -> Message | None:
    if any(row.value(lock).lower() in _NO for lock in locks):
        return Message("the grade can't be changed there")
    value = row.value(grade)
    if value and number(value) is None:
        return Message(
            "{value} stands there, which is no number of points", value=repr(shown(value))
        )
    return None
