"""What stands in a row of the record for each student, and what is read of it again."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import msgspec

from grader.classroom.record import Due, Entry, Known, Later, Provenance, State
from grader.report import Report
from grader.text import Message

ENTRY = "SELECT student, name, file, state, report, notes, later FROM submissions"
INTO_OUTCOMES = "INSERT INTO outcomes VALUES (?, ?, ?, ?, ?, ?)"
_MAX_MESSAGE = 2000
"""Characters of a message in the table of outcomes; the report has all of it."""


def row_of(entry: Entry, provenance: Provenance, due: Due) -> dict[str, Any]:
    """A student's row, but for the run."""
    report = entry.report
    has_score = entry.state in (State.GRADED, State.NOTHING)
    return {
        "student": entry.student,
        "name": entry.name,
        "file": entry.file,
        "notes": as_text(entry.notes),
        "state": entry.state.value,
        "content": provenance.content,
        "key": provenance.key,
        "version": provenance.version,
        "score": report.score if has_score else None,
        "max_score": report.max_score,
        "isolation": report.isolation,
        "duration_s": report.duration_s,
        "report": as_text(report),
        "graded": now(),
        "later": as_text(entry.later),
        "due": due.value,
    }


def outcomes_of(entry: Entry) -> list[tuple[str, str, str, float, str, str]]:
    """The rows of a student's checks."""
    return [
        (entry.student, check.name, check.verdict.value, check.points,
         str(check.message or "")[:_MAX_MESSAGE],
         check.mistake.name if check.mistake else "")
        for check in entry.report.checks
    ]  # fmt: skip


def graded_with(later: Later | None, before: str, key: str) -> Later | None:
    """What was found later, with `key` where it was graded with the one `before`."""
    if later is None or later.graded is None or later.graded.key != before:
        return later
    return replace(later, graded=replace(later.graded, key=key))


def entry_of(row: tuple[str, str, str, str, str, str, str]) -> Entry:
    """What ENTRY has found."""
    student, name, file, state, report, notes, later = row
    return Entry(
        student,
        name,
        file,
        State(state),
        msgspec.json.decode(report, type=Report),
        msgspec.json.decode(notes, type=tuple[Message, ...]),
        msgspec.json.decode(later, type=Later | None),
    )


def known_of(
    state: str, content: str, key: str, version: str, score: float | None, most: float,
    later: str, due: str, decided: int,
) -> Known:  # fmt: skip
    """What is known of a student before a run."""
    return Known(
        State(state),
        Provenance(content, key, version),
        score or 0.0,
        most,
        msgspec.json.decode(later, type=Later | None),
        Due(due),
        bool(decided),
    )


def as_text(value: Any) -> str:
    """A value as JSON."""
    return msgspec.json.encode(value).decode()


def now() -> str:
    """The time, to a second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
