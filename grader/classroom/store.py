"""The record of a graded class: one SQLite file, written as each submission ends.

It is in WAL mode: it can be read while a batch runs, and a process that is killed loses at most
what it was about to write. The module schema describes its tables. An older record is brought up
to date when it is opened; one of a newer grader is refused.
"""

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from typing import Any, Self

import msgspec

from grader import __version__
from grader.classroom import schema
from grader.classroom.faults import Patience, Tell, fault_of, silence
from grader.classroom.fitting import fitted
from grader.classroom.record import CheckSpec, ClassRecord, Entry, Later, Provenance, State
from grader.errors import RecordError
from grader.report import Report
from grader.text import Message

NAME = "results.db"
REPORTS = "reports"


class Due(Enum):
    """Whether a submission is to be graded once more."""

    NOT = ""
    AGAIN = "again"
    ALONE = "alone"
    """It was killed or timed out beside others, and counts when it was graded alone."""


@dataclass(frozen=True)
class Known:
    """What is known of a student before a run: the grade, and what it was given for."""

    state: State
    provenance: Provenance
    score: float
    max_score: float
    later: Later | None
    due: Due

    @property
    def is_graded(self) -> bool:
        """Whether there is a grade."""
        return self.state is State.GRADED


@dataclass(frozen=True)
class Decision:
    """A person's word: this file counts; without one, the earlier grade.

    `found` is a digest of what there was to choose from. Where that has changed, the word is void.
    """

    student: str
    file: str
    found: str


class Store:
    """The record in a folder. Raises RecordError where there is none that can be used.

    `tell` is told once when another program has locked the record, before it is waited for. A
    record that is `rebuilt` may be empty beside reports.
    """

    def __init__(
        self, folder: Path, *, new: bool = False, tell: Tell = silence, rebuilt: bool = False
    ):
        self.path = folder / NAME
        if not new and not self.path.is_file():
            raise RecordError(
                "{folder} holds no {name}; is it the OUT of a `grader batch`?",
                folder=folder,
                name=NAME,
            )
        with self._readable():
            self._db = sqlite3.connect(self.path, isolation_level=None)
        try:
            with self._readable():
                self._patience = Patience(self._db, self.path, tell)
                self.path.chmod(0o600)  # the seed of the class's key is in it
                self._patience(lambda: self._db.execute("PRAGMA journal_mode = WAL"))
                self._db.execute("PRAGMA foreign_keys = ON")
                self._migrate(rebuilt)
        except BaseException:  # whatever it was, the file does not stay open
            self._db.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self._db.close()

    @contextmanager
    def _readable(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, msgspec.MsgspecError, OSError) as error:
            raise fault_of(error, self.path) from None

    def _migrate(self, rebuilt: bool) -> None:
        (version,) = self._patience(lambda: self._db.execute("PRAGMA user_version")).fetchone()
        newest = len(schema.MIGRATIONS)
        if version > newest:
            raise RecordError(
                "{path} has version {version}, this grader knows {migrations}; update grader",
                path=self.path,
                version=version,
                migrations=newest,
            )
        if version == 0 and not rebuilt and any((self.path.parent / REPORTS).glob("*.json")):
            # A file without a table in it, beside reports that were written from one.
            raise sqlite3.DatabaseError("it is empty")
        if version < newest:
            self._patience(lambda: schema.migrate(self._db, version))

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with self._readable(), self._db:  # it commits, or rolls back
            self._patience(lambda: self._db.execute("BEGIN IMMEDIATE"))
            yield

    def _rows(self, sql: str, *values: object) -> sqlite3.Cursor:
        return self._patience(lambda: self._db.execute(sql, values))

    def must_be_whole(self) -> None:
        """Raise RecordFault where a page of the file is damaged."""
        with self._readable():
            (found,) = self._rows("PRAGMA integrity_check(1)").fetchone()
            if found != "ok":
                raise sqlite3.DatabaseError(found)

    # --- settings and runs -----------------------------------------------------------------

    def settings(self) -> dict[str, str]:
        """The settings of the record, by name."""
        with self._readable():
            return dict(self._rows("SELECT name, value FROM settings"))

    def settle(self, settings: dict[str, str], checks: Sequence[CheckSpec] = ()) -> None:
        """Set what holds for all submissions from now on; `checks` replace earlier ones."""
        with self._transaction():
            self._db.executemany("REPLACE INTO settings VALUES (?, ?)", settings.items())
            if checks:
                self._db.execute("DELETE FROM checks")
            rows = [(c.name, i, c.title, c.function, c.points) for i, c in enumerate(checks)]
            self._db.executemany("INSERT INTO checks VALUES (?, ?, ?, ?, ?)", rows)

    def begin(self, isolation: str) -> int:
        """Begin a new run; its number."""
        with self._transaction():
            row = (_now(), __version__, isolation)
            sql = "INSERT INTO runs (started, grader, isolation) VALUES (?, ?, ?)"
            return int(self._db.execute(sql, row).lastrowid or 0)

    def end(self, run: int) -> None:
        """Note that the run has ended."""
        with self._transaction():
            self._db.execute("UPDATE runs SET ended = ? WHERE id = ?", (_now(), run))

    # --- submissions -----------------------------------------------------------------------

    def known(self) -> dict[str, Known]:
        """What became of each student's work, and as what it was graded."""
        columns = "student, state, content, key, version, score, max_score, later, due"
        with self._readable():
            rows = self._rows(f"SELECT {columns} FROM submissions").fetchall()
            return {student: _known(*rest) for student, *rest in rows}

    def write(self, entry: Entry, provenance: Provenance, run: int, due: Due = Due.NOT) -> None:
        """Write a student's row in place of an earlier one."""
        entry = fitted(entry)
        report = entry.report
        has_score = entry.state in (State.GRADED, State.NOTHING)
        row = {
            "student": entry.student,
            "name": entry.name,
            "file": entry.file,
            "notes": _text(entry.notes),
            "state": entry.state.value,
            "content": provenance.content,
            "key": provenance.key,
            "version": provenance.version,
            "score": report.score if has_score else None,
            "max_score": report.max_score,
            "isolation": report.isolation,
            "duration_s": report.duration_s,
            "report": _text(report),
            "run": run,
            "graded": _now(),
            "later": _text(entry.later),
            "due": due.value,
        }
        with self._transaction():
            self._db.execute("DELETE FROM submissions WHERE student = ?", (entry.student,))
            names = ", ".join(row)
            marks = ", ".join(f":{name}" for name in row)
            self._db.execute(f"INSERT INTO submissions ({names}) VALUES ({marks})", row)
            self._db.executemany(schema.INTO_OUTCOMES, schema.outcomes_of(entry))

    def renew(self, entries: Sequence[Entry], key: str) -> None:
        """Write these reports anew, and that the class has this key: all of it, or nothing.

        The key has the cases of the one before: no score is another one.
        """
        with self._transaction():
            for each in map(fitted, entries):
                values = (_text(each.report), _text(each.later), key, each.student)
                sql = "UPDATE submissions SET report = ?, later = ?, key = ? WHERE student = ?"
                self._db.execute(sql, values)
                self._db.execute("DELETE FROM outcomes WHERE student = ?", (each.student,))
                self._db.executemany(schema.INTO_OUTCOMES, schema.outcomes_of(each))
            self._db.execute("REPLACE INTO settings VALUES ('key', ?)", (key,))

    def forget(self, students: Collection[str]) -> None:
        """Have these students' work graded again. Their grades stay until then."""
        with self._transaction():
            sql = "UPDATE submissions SET due = ? WHERE student = ?"
            self._db.executemany(sql, [(Due.AGAIN.value, student) for student in students])

    def keep(self, entry: Entry, due: Due = Due.NOT) -> None:
        """Write what is known of a student beside a grade that stays as it is."""
        entry = fitted(entry)
        with self._transaction():
            sql = (
                "UPDATE submissions SET name = ?, file = ?, notes = ?, later = ?, due = ? "
                "WHERE student = ?"
            )
            later = _text(entry.later)
            values = (entry.name, entry.file, _text(entry.notes), later, due.value, entry.student)
            self._db.execute(sql, values)

    def waiting(self) -> int:
        """How many are still to be graded alone, before they count."""
        with self._readable():
            sql = "SELECT count(*) FROM submissions WHERE due = ?"
            return int(self._rows(sql, Due.ALONE.value).fetchone()[0])

    # --- decisions -------------------------------------------------------------------------

    def decide(self, decisions: Sequence[Decision]) -> None:
        """Keep what a person decided, in place of what was decided for the same students."""
        rows = [(one.student, one.file, one.found, _now()) for one in decisions]
        with self._transaction():
            self._db.executemany("REPLACE INTO decisions VALUES (?, ?, ?, ?)", rows)

    def decisions(self) -> list[Decision]:
        """All that was decided."""
        with self._readable():
            rows = self._rows("SELECT student, file, found FROM decisions")
            return [Decision(*row) for row in rows]

    # --- reading ---------------------------------------------------------------------------

    def students(self) -> list[str]:
        """All students, in order."""
        with self._readable():
            rows = self._rows("SELECT student FROM submissions ORDER BY student")
            return [student for (student,) in rows]

    def entries(self) -> Iterator[Entry]:
        """All rows, by student."""
        with self._readable():
            yield from map(_entry, self._rows(f"{_ENTRY} ORDER BY student"))

    def entry(self, student: str) -> Entry | None:
        """One student's row."""
        with self._readable():
            row = self._rows(f"{_ENTRY} WHERE student = ?", student).fetchone()
            return _entry(row) if row else None

    def provenances(self) -> dict[str, Provenance]:
        """As what each student's work was graded."""
        return {student: one.provenance for student, one in self.known().items()}

    def record(self) -> ClassRecord:
        """All of it."""
        settings = self.settings()
        with self._readable():
            specs = self._rows("SELECT name, title, function, points FROM checks ORDER BY position")
            tiers = self._rows("SELECT DISTINCT isolation FROM submissions ORDER BY 1")
            (last,) = self._rows("SELECT max(coalesce(ended, started)) FROM runs").fetchone()
            return ClassRecord(
                exercise=settings.get("exercise", ""),
                title=settings.get("title", ""),
                checks=tuple(CheckSpec(*row) for row in specs),
                key_fingerprint=settings.get("key", ""),
                isolation=", ".join(tier for (tier,) in tiers if tier),
                finished=last or "",
                entries=tuple(self.entries()),
            )


_ENTRY = "SELECT student, name, file, state, report, notes, later FROM submissions"


def _entry(row: tuple[str, str, str, str, str, str, str]) -> Entry:
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


def _known(
    state: str, content: str, key: str, version: str, score: float | None, most: float,
    later: str, due: str,
) -> Known:  # fmt: skip
    return Known(
        State(state),
        Provenance(content, key, version),
        score or 0.0,
        most,
        msgspec.json.decode(later, type=Later | None),
        Due(due),
    )


def _text(value: Any) -> str:
    return msgspec.json.encode(value).decode()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
