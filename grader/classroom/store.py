"""The record of a graded class: one SQLite file, written as each submission ends.

It is in WAL mode: it can be read while a batch runs, and a process that is killed loses at most
what it was about to write. Tables (version 2):

    settings      name, value: exercise, title, seed, key (fingerprint), version (of the exercise)
    runs          each start of `grader batch`: when, with which grader and isolation, when it ended
    checks        what is asked, in order: name, title, function, points
    submissions   each student: name, file, notes, state, what was graded (content, key and version,
                  each a digest), score, max_score, isolation, duration_s, the report as JSON
    outcomes      each check of a submission: verdict, points, message, the known mistake's name

`PRAGMA user_version` is the version. An older file is brought up to date when it is opened, step
by step (MIGRATIONS); one of a newer grader is refused.
"""

import json
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

import msgspec

from grader import __version__
from grader.classroom.record import CheckSpec, ClassRecord, Entry, State
from grader.errors import RecordError
from grader.report import Report
from grader.text import Message

NAME = "results.db"

MIGRATIONS = (
    """
    CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE runs (
        id INTEGER PRIMARY KEY, started TEXT NOT NULL, ended TEXT,
        grader TEXT NOT NULL, isolation TEXT NOT NULL
    );
    CREATE TABLE checks (
        name TEXT PRIMARY KEY, position INTEGER NOT NULL, title TEXT NOT NULL,
        function TEXT NOT NULL, points REAL NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE submissions (
        student TEXT PRIMARY KEY, name TEXT NOT NULL, file TEXT NOT NULL, notes TEXT NOT NULL,
        state TEXT NOT NULL, content TEXT NOT NULL, key TEXT NOT NULL, version TEXT NOT NULL,
        score REAL, max_score REAL NOT NULL, isolation TEXT NOT NULL, duration_s REAL NOT NULL,
        report TEXT NOT NULL, run INTEGER NOT NULL REFERENCES runs(id), graded TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE outcomes (
        student TEXT NOT NULL REFERENCES submissions(student) ON DELETE CASCADE,
        "check" TEXT NOT NULL, verdict TEXT NOT NULL, points REAL NOT NULL,
        message TEXT NOT NULL, mistake TEXT NOT NULL,
        PRIMARY KEY (student, "check")
    ) WITHOUT ROWID;
    """,
    # What is said became data, see _with_messages.
    "UPDATE submissions SET report = with_messages(report), notes = with_messages(notes)",
)
"""The step to each version from the one before it; the first makes version 1 of an empty file."""


def _with_messages(text: str) -> str:
    """A report or the notes of version 1, whose messages were sentences, with messages as data.

    Each old sentence becomes the one fact of its message.
    """
    value = json.loads(text)
    if isinstance(value, list):
        return json.dumps([_said(note) for note in value])
    for check in value["checks"]:
        first, *rest = check["message"].split("\n")
        check["message"], check["details"] = _said(first) if first else None, list(map(_said, rest))
        if check["mistake"]:
            check["mistake"]["hints"] = [check["mistake"].pop("hint")]
    for problem in value["problems"]:
        problem["message"] = _said(problem["message"])
    ungraded = [check for check in value["checks"] if check["verdict"] == "ungraded"]
    value["reason"] = ungraded[0]["message"] if ungraded else None
    return json.dumps(value)


def _said(sentence: str) -> dict[str, object]:
    # The sentence is a fact and not a template: braces in it are text.
    return {"template": "{text}", "facts": {"text": sentence}}


@dataclass(frozen=True)
class Provenance:
    """What was graded, and with what. Where nothing of it has changed, nothing is graded again."""

    content: str
    key: str
    version: str


class Store:
    """The record in a folder. Raises RecordError where there is none that can be used."""

    def __init__(self, folder: Path, *, new: bool = False):
        self.path = folder / NAME
        if not new and not self.path.is_file():
            raise RecordError(
                "{folder} holds no {name}; is it the OUT of a `grader batch`?",
                folder=folder,
                name=NAME,
            )
        with self._readable():
            self._db = sqlite3.connect(self.path, isolation_level=None)
            self.path.chmod(0o600)  # the seed of the class's key is in it
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA foreign_keys = ON")
            self._db.create_function("with_messages", 1, _with_messages, deterministic=True)
            self._migrate()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self._db.close()

    @contextmanager
    def _readable(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.DatabaseError, msgspec.MsgspecError, OSError) as error:
            raise RecordError(
                "{path} can't be used: {error}", path=self.path, error=error
            ) from None

    def _migrate(self) -> None:
        (version,) = self._db.execute("PRAGMA user_version").fetchone()
        if version > len(MIGRATIONS):
            raise RecordError(
                "{path} has version {version}, this grader knows {migrations}; update grader",
                path=self.path,
                version=version,
                migrations=len(MIGRATIONS),
            )
        for number, script in enumerate(MIGRATIONS[version:], version + 1):
            # One transaction a step: killed in the middle of it, the step was not taken.
            self._db.executescript(f"BEGIN; {script}; PRAGMA user_version = {number}; COMMIT")

    # --- settings and runs -----------------------------------------------------------------

    def settings(self) -> dict[str, str]:
        """The settings of the record, by name."""
        with self._readable():
            return dict(self._db.execute("SELECT name, value FROM settings"))

    def settle(self, settings: dict[str, str], checks: Sequence[CheckSpec] = ()) -> None:
        """Set what holds for all submissions from now on; `checks` replace earlier ones."""
        with self._readable(), self._transaction():
            self._db.executemany("REPLACE INTO settings VALUES (?, ?)", settings.items())
            if checks:
                self._db.execute("DELETE FROM checks")
            rows = [(c.name, i, c.title, c.function, c.points) for i, c in enumerate(checks)]
            self._db.executemany("INSERT INTO checks VALUES (?, ?, ?, ?, ?)", rows)

    def begin(self, isolation: str) -> int:
        """Begin a new run; its number."""
        with self._readable():
            row = (_now(), __version__, isolation)
            sql = "INSERT INTO runs (started, grader, isolation) VALUES (?, ?, ?)"
            return int(self._db.execute(sql, row).lastrowid or 0)

    def end(self, run: int) -> None:
        """Note that the run has ended."""
        with self._readable():
            self._db.execute("UPDATE runs SET ended = ? WHERE id = ?", (_now(), run))

    # --- submissions -----------------------------------------------------------------------

    def known(self) -> dict[str, tuple[State, Provenance]]:
        """What became of each student's work, and as what it was graded."""
        with self._readable():
            rows = self._db.execute("SELECT student, state, content, key, version FROM submissions")
            return {student: (State(state), Provenance(*rest)) for student, state, *rest in rows}

    def write(self, entry: Entry, provenance: Provenance, run: int) -> None:
        """Write a student's row in place of an earlier one."""
        report = entry.report
        score = None if entry.state is State.UNGRADED else report.score
        row = {
            "student": entry.student,
            "name": entry.name,
            "file": entry.file,
            "notes": _text(entry.notes),
            "state": entry.state.value,
            "content": provenance.content,
            "key": provenance.key,
            "version": provenance.version,
            "score": score,
            "max_score": report.max_score,
            "isolation": report.isolation,
            "duration_s": report.duration_s,
            "report": _text(report),
            "run": run,
            "graded": _now(),
        }
        outcomes = [
            (entry.student, check.name, check.verdict.value, check.points, str(check.message or ""),
             check.mistake.name if check.mistake else "")
            for check in report.checks
        ]  # fmt: skip
        with self._readable(), self._transaction():
            self._db.execute("DELETE FROM submissions WHERE student = ?", (entry.student,))
            names = ", ".join(row)
            marks = ", ".join(f":{name}" for name in row)
            self._db.execute(f"INSERT INTO submissions ({names}) VALUES ({marks})", row)
            self._db.executemany("INSERT INTO outcomes VALUES (?, ?, ?, ?, ?, ?)", outcomes)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with self._db:  # it commits, or rolls back
            self._db.execute("BEGIN IMMEDIATE")
            yield

    def forget(self, students: Collection[str]) -> None:
        """Count these students' work as not graded. Their grades stay until it is graded again."""
        with self._readable(), self._transaction():
            sql = "UPDATE submissions SET content = '' WHERE student = ?"
            self._db.executemany(sql, [(student,) for student in students])

    def rename(self, student: str, name: str, file: str, notes: Sequence[Message]) -> None:
        """Write what is known of a student, where the grade stays as it is."""
        with self._readable():
            sql = "UPDATE submissions SET name = ?, file = ?, notes = ? WHERE student = ?"
            self._db.execute(sql, (name, file, _text(tuple(notes)), student))

    # --- reading ---------------------------------------------------------------------------

    def students(self) -> list[str]:
        """All students, in order."""
        with self._readable():
            rows = self._db.execute("SELECT student FROM submissions ORDER BY student")
            return [student for (student,) in rows]

    def entries(self) -> Iterator[Entry]:
        """All rows, by student."""
        with self._readable():
            yield from map(_entry, self._db.execute(f"{_ENTRY} ORDER BY student"))

    def entry(self, student: str) -> Entry | None:
        """One student's row."""
        with self._readable():
            row = self._db.execute(f"{_ENTRY} WHERE student = ?", (student,)).fetchone()
            return _entry(row) if row else None

    def record(self) -> ClassRecord:
        """All of it."""
        settings = self.settings()
        with self._readable():
            specs = self._db.execute(
                "SELECT name, title, function, points FROM checks ORDER BY position"
            )
            tiers = self._db.execute("SELECT DISTINCT isolation FROM submissions ORDER BY 1")
            (last,) = self._db.execute("SELECT max(coalesce(ended, started)) FROM runs").fetchone()
            return ClassRecord(
                exercise=settings.get("exercise", ""),
                title=settings.get("title", ""),
                checks=tuple(CheckSpec(*row) for row in specs),
                key_fingerprint=settings.get("key", ""),
                isolation=", ".join(tier for (tier,) in tiers if tier),
                finished=last or "",
                entries=tuple(self.entries()),
            )


_ENTRY = "SELECT student, name, file, state, report, notes FROM submissions"


def _entry(row: tuple[str, str, str, str, str, str]) -> Entry:
    student, name, file, state, report, notes = row
    return Entry(
        student,
        name,
        file,
        State(state),
        msgspec.json.decode(report, type=Report),
        msgspec.json.decode(notes, type=tuple[Message, ...]),
    )


def _text(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
