"""The versions of students' work in the record, and what each of them got: nothing of it is lost.

A version is found when a run grades it. What is found again is the same version, where it is the
student's last one, or was handed in at the same time; else it was handed in once more. Where a
download has several attempts, their order is that of the download. Such a version may have no
result yet: then it is still to be graded.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec

from grader.classroom.record import HandedIn, Provenance, Source, Version
from grader.classroom.rows import as_text, now
from grader.classroom.schema import packed, unpacked
from grader.report import Report

SELECT = """
    SELECT a.student, a.number, a.file, a.handed_in, a.source, a.late, a.content, r.key, r.version,
    r.score, r.max_score, r.graded, r.id FROM attempts AS a JOIN results AS r ON r.id = (
        SELECT max(id) FROM results WHERE student = a.student AND content = a.content
    ) ORDER BY a.student, a.number
"""
"""Each version with its newest result."""

UNGRADED = """
    SELECT student, file FROM attempts AS a WHERE NOT EXISTS (
        SELECT 1 FROM results WHERE student = a.student AND content = a.content
    ) ORDER BY student, number
"""
"""Each version that has no result."""

_BY_TRUST = (Source.UNKNOWN, Source.MTIME, Source.GIT, Source.PLATFORM, Source.CSV)


@dataclass(frozen=True)
class Seen:
    """A version of a student's work, as a run has found it."""

    student: str
    file: str
    provenance: Provenance
    handed_in: HandedIn


def by_student(rows: Iterable[tuple[Any, ...]]) -> dict[str, list[Version]]:
    """What SELECT has found."""
    found: dict[str, list[Version]] = defaultdict(list)
    for student, number, file, when, source, late, content, key, version, *result in rows:
        handed_in = HandedIn(when, Source(source), bool(late))
        graded = Provenance(content, key, version)
        found[student].append(Version(number, file, handed_in, graded, *result))
    return found


def add(db: sqlite3.Connection, seen: Seen, report: Report) -> None:
    """Add a result of a version, whose report is fitted; its earlier ones stay."""
    see(db, seen)
    add_result(db, seen, report)


def add_result(db: sqlite3.Connection, seen: Seen, report: Report) -> None:
    """Add a result of a version that is there."""
    graded = seen.provenance
    row = (seen.student, graded.content, graded.key, graded.version, report.score)
    db.execute(
        "INSERT INTO results (student, content, key, version, score, max_score, graded, report) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (*row, report.max_score, now(), as_data(report)),
    )


def as_data(report: Report) -> bytes:
    """A report as the table of results has it."""
    return packed(as_text(report))


def report_of(data: bytes) -> Report:
    """The report that was made into this; raises zlib.error or MsgspecError where it is damaged."""
    return msgspec.json.decode(unpacked(data), type=Report)


@dataclass(frozen=True)
class _Row:
    """A version, as the table of attempts has it."""

    content: str
    file: str
    handed_in: HandedIn

    def is_of(self, content: str, now: HandedIn) -> bool:
        """Whether it may be what was found now: a platform's two times are two attempts."""
        sources = {self.handed_in.source, now.source}
        is_told = sources == {Source.PLATFORM}
        return self.content == content and not (is_told and self.handed_in.when != now.when)


def _rows(db: sqlite3.Connection, student: str) -> list[tuple[int, _Row]]:
    """A student's versions with their numbers, the oldest first."""
    sql = (
        "SELECT number, content, file, handed_in, source, late FROM attempts WHERE student = ? "
        "ORDER BY number"
    )
    return [
        (number, _Row(content, file, HandedIn(when, Source(source), bool(late))))
        for number, content, file, when, source, late in db.execute(sql, (student,))
    ]


def _put(db: sqlite3.Connection, student: str, number: int, row: _Row) -> None:
    """Write a version, in the place of the one that has its number."""
    told = row.handed_in
    db.execute(
        "REPLACE INTO attempts (student, number, content, file, handed_in, source, late) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (student, number, row.content, row.file, told.when, told.source.value, told.is_late),
    )


def see(db: sqlite3.Connection, seen: Seen) -> None:
    """Write down that a version was found, as a new one or with what is known of it now."""
    content, found = seen.provenance.content, seen.handed_in
    rows = _rows(db, seen.student)
    same = [
        (number, row.handed_in)
        for number, row in rows
        if row.content == content
        and (number == rows[-1][0] or (row.handed_in.when and row.handed_in.when == found.when))
    ]
    number, handed_in = same[-1] if same else (rows[-1][0] + 1 if rows else 1, HandedIn())
    _put(db, seen.student, number, _Row(content, seen.file, _better(handed_in, found)))


def place(db: sqlite3.Connection, student: str, chain: Sequence[Seen]) -> None:
    """Write down a student's attempts of one download, the oldest first, in their order.

    From the last one on, each is the nearest version with its content before the next one, or a
    new version directly before that.
    """
    known = [row for _, row in _rows(db, student)]
    rows, behind = list(known), len(known)
    for seen in reversed(chain):
        content, found = seen.provenance.content, seen.handed_in
        same = [at for at in range(behind) if rows[at].is_of(content, found)]
        if same:
            behind = same[-1]
            rows[behind] = _Row(content, seen.file, _better(rows[behind].handed_in, found))
        else:
            rows.insert(behind, _Row(content, seen.file, found))
    if rows == known:
        return
    db.execute("DELETE FROM attempts WHERE student = ?", (student,))
    for number, row in enumerate(rows, 1):
        _put(db, student, number, row)


def _better(known: HandedIn, now: HandedIn) -> HandedIn:
    """What is known of one version: the better source, or the earlier time of the same source.

    A person's table always says what it says now.
    """
    trust, before = _BY_TRUST.index(now.source), _BY_TRUST.index(known.source)
    if not now.when or (known.when and trust < before):
        return HandedIn(known.when, known.source, now.is_late)
    if trust > before or now.source is Source.CSV or _is_before(now.when, known.when):
        return now
    return HandedIn(known.when, known.source, now.is_late)


def _is_before(one: str, other: str) -> bool:
    """Whether a time is before another; not where only one of them has an offset."""
    first, second = datetime.fromisoformat(one), datetime.fromisoformat(other)
    is_comparable = (first.tzinfo is None) == (second.tzinfo is None)
    return is_comparable and first < second
