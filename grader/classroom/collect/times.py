"""When each student of a plan handed in: a person's table, the platform, git, or the file itself.

A person's table counts before the platform's names, and these before a clone's commits. When a file
was written last (mtime) says little, for every copy of a folder changes it, so it counts only where
a person asks for it. Where nothing says it, it is not known, and nobody is late.
"""

import os
from collections import Counter
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from grader.classroom.collect.candidates import Work
from grader.classroom.collect.commits import committed
from grader.classroom.collect.dates import time_of
from grader.classroom.collect.handins import Handin, Plan
from grader.classroom.collect.headers import IDS, NAMES, key
from grader.classroom.collect.naming import fit, folded, some
from grader.classroom.collect.platforms import is_participant
from grader.classroom.collect.roster import read_text, rows_of
from grader.classroom.record import HandedIn, Source
from grader.errors import UsageError
from grader.text import Message, shown

_WHEN = (
    "time", "when", "handedin", "submitted", "submittedat", "submissiontime", "date", "timestamp",
    "lastmodifiedsubmission", "zuletztgeändertabgabe", "dernièremodificationtravailremis",
    "時間", "时间", "繳交時間", "提交時間", "提交时间", "最後修改繳交的作業", "最后修改提交",
)  # fmt: skip
"""Headers of the column that says when; those of Moodle's worksheet are among them."""
_DUE = ("due", "dueat", "duedate", "deadline", "extension", "期限", "截止", "延期")
_NOTHING = ("", "-")
_LANES = 4


@dataclass(frozen=True)
class Row:
    """What a table says of one student: when he handed in, and a time of his own at which it is
    due; as ISO 8601 writes them, and empty where it does not say.

    `ids` are the best first. A worksheet of Moodle's has more: `titled`, the titles of the columns
    of ids and what stands there, the full `name`, and Moodle's `number` of the participant.
    """

    ids: tuple[str, ...]
    when: str
    due: str
    line: int = 0
    titled: tuple[tuple[str, str], ...] = ()
    name: str = ""
    number: str = ""


@dataclass(frozen=True)
class Times:
    """A person's table. `has_due` tells whether it has a column of times at which it is due."""

    path: Path
    rows: tuple[Row, ...]
    has_due: bool

    @property
    def is_worksheet(self) -> bool:
        """Whether Moodle has written it: each row has the number of a participant."""
        return bool(self.rows) and all(row.number for row in self.rows)

    @cached_property
    def by_id(self) -> dict[str, Row]:
        """The rows by each of their ids; the first ones win, and one that two have is left out."""
        counts = Counter(folded(fit(id)) for row in self.rows for id in set(row.ids[1:]))
        others = {folded(fit(id)): row for row in self.rows for id in row.ids[1:]}
        single = {id: row for id, row in others.items() if counts[id] == 1}
        return single | {folded(fit(row.ids[0])): row for row in self.rows}


def read_times(path: Path) -> Times:
    """The table in a CSV file: a column of ids, one of times, and perhaps one with times of their
    own at which the work of some students is due.

    Raises UsageError where it can't be read, names a student twice, or has a time that is unsure.
    """
    (_, header), *lines = list(rows_of(read_text(path), path)) or [(0, [])]
    keys = [key(cell) for cell in header]
    ids = [c for _, c in sorted((IDS.index(each), c) for c, each in enumerate(keys) if each in IDS)]
    when = next((c for c, each in enumerate(keys) if each in _WHEN), None)
    due = next((c for c, each in enumerate(keys) if each in _DUE), None)
    name = next((c for c, each in enumerate(keys) if each in NAMES and c not in ids), None)
    if not ids or (when is None and due is None):
        raise UsageError(
            "{path} needs a column of student ids and one of times; its first line is student,time "
            "or student,time,due",
            path=path,
        )
    rows: dict[str, Row] = {}
    for number, line in lines:
        cells = dict(enumerate(cell.strip() for cell in line))
        own = tuple(cells[column] for column in ids if cells.get(column))
        if not own:
            continue
        if folded(own[0]) in rows:
            raise UsageError(
                "{path}, line {line}: {student} is there twice; delete one of the lines",
                path=path,
                line=number,
                student=shown(own[0]),
            )
        at, until, called = (cells.get(-1 if c is None else c, "") for c in (when, due, name))
        participants = [found for id in own if (found := is_participant(id))]
        rows[folded(own[0])] = Row(
            own,
            _time(at, path, number),
            _time(until, path, number),
            number,
            tuple((header[column].strip(), cells[column]) for column in ids if cells.get(column)),
            called,
            participants[0] if len(participants) == 1 else "",
        )
    return Times(path, tuple(rows.values()), due is not None)


def _time(text: str, path: Path, line: int) -> str:
    if text in _NOTHING:
        return ""
    found = time_of(text)
    if not found:
        raise UsageError(
            "{path}, line {line}: {text} is no time that can be read in one way only; write it as "
            "in 2026-12-01T23:59",
            path=path,
            line=line,
            text=repr(shown(text)),
        )
    return found


@dataclass(frozen=True)
class Timed:
    """The plan with when each student handed in; who has a time of their own at which it is due;
    and what has to be said of the table."""

    plan: Plan
    due: Mapping[str, str]
    notes: tuple[Message, ...]


def with_times(
    plan: Plan,
    times: Times | None = None,
    *,
    rows: Mapping[str, Row] | None = None,
    mtime: bool = False,
    say: bool = False,
) -> Timed:
    """Find out when each student handed in the file that is graded.

    `rows` are those of the table by student, where that is known; else they are found by id. With
    `say`, it is noted where git does not know. Raises UsageError for the table of another class.
    """
    found = dict(rows or {})
    if times is not None and rows is None:
        ids = {each.student: times.by_id.get(folded(each.student)) for each in plan.handins}
        found = {student: row for student, row in ids.items() if row is not None}
    with ThreadPoolExecutor(_LANES) as pool:
        handins = tuple(
            pool.map(
                lambda each: _timed(each, found.get(each.student), plan, mtime, say), plan.handins
            )
        )
    timed = replace(plan, handins=handins)
    if times is None:
        return Timed(timed, {}, ())
    strange = [row.ids[0] for row in times.rows if row not in found.values()]
    if strange and not found:
        raise UsageError(
            "{path} has none of the students of this class ({students}); write the ids as in "
            "grades.csv",
            path=times.path,
            students=some(strange),
        )
    notes = []
    if strange:
        passed = Message(
            "{path}: not in this class, so passed over: {students}",
            path=str(times.path),
            students=some(strange),
        )
        notes.append(passed)
    dues = {student: row.due for student, row in found.items()} if times.has_due else {}
    return Timed(timed, dues, tuple(notes))


def _timed(handin: Handin, row: Row | None, plan: Plan, mtime: bool, say: bool) -> Handin:
    """A handin with when it was handed in. A table's row says that of the last attempt alone."""
    if mtime:
        attempts = tuple(_written_then(work, plan) for work in handin.attempts)
        handin = replace(handin, attempts=attempts)
    path = handin.path
    if path is None:
        return handin
    late = handin.handed_in.is_late
    if row is not None and row.when:
        return replace(handin, handed_in=HandedIn(row.when, Source.CSV, late))
    if handin.handed_in.when:
        return handin
    if handin.clone is not None:
        found = committed(handin.clone, path)
        if found.when:
            return replace(handin, handed_in=HandedIn(found.when, Source.GIT, late))
        if say and found.why is not None:
            note = Message(
                "git does not say when {file} was committed: {why}", file=handin.file, why=found.why
            )
            handin = replace(handin, notes=(*handin.notes, note))
    if mtime and (when := _written(path, plan)):
        return replace(handin, handed_in=HandedIn(when, Source.MTIME, late))
    return handin


def _written_then(work: Work, plan: Plan) -> Work:
    """An earlier attempt; where nothing else says when it was handed in, when it was written."""
    when = "" if work.handed_in.when else _written(work.path, plan)
    if not when:
        return work
    return replace(work, handed_in=HandedIn(when, Source.MTIME, work.handed_in.is_late))


def _written(path: Path, plan: Plan) -> str:
    """When a file was written last; empty for one that was unpacked now."""
    scratch = plan.places.scratch if plan.places else None
    if scratch is not None and scratch in path.parents:
        return ""
    try:
        return datetime.fromtimestamp(os.stat(path).st_mtime, UTC).isoformat()
    except (OSError, ValueError, OverflowError):
        return ""
