"""What is remembered in a student's folder: results, hints that were shown, files handed out.

It is one SQLite file, in which a change is written whole or not at all. One that cannot be read is
put aside, and a new one begun: nothing in it is a grade. One of a newer grader is left alone.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from filelock import FileLock

from grader.errors import RecordError, RecordFault
from grader.practice.dated import beside
from grader.practice.home import Home
from grader.report import Report, Status

NAME = "progress.db"
LOCK = "lock"

_APPLICATION = 0x67726472
"""Tells such a file from other SQLite files, one of which a link could lead to."""
_VERSION = 1
_PATIENCE_S = 5.0
"""How long a program that writes is waited for: `grader watch` beside `grader check`."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS result (
    exercise TEXT NOT NULL,
    made TEXT NOT NULL,       -- when, in UTC
    score REAL NOT NULL,
    max_score REAL NOT NULL,
    file TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS result_of ON result (exercise, made);
CREATE TABLE IF NOT EXISTS asked (
    exercise TEXT PRIMARY KEY,
    made TEXT NOT NULL        -- when a check of it was asked last
);
CREATE TABLE IF NOT EXISTS diagnosis (
    exercise TEXT NOT NULL,
    check_name TEXT NOT NULL,
    function TEXT NOT NULL,
    made TEXT NOT NULL,
    place INTEGER NOT NULL,   -- in the report
    hints TEXT NOT NULL,      -- the levels, as a list in JSON
    nudged INTEGER NOT NULL,  -- whether the report shows the first of them
    PRIMARY KEY (exercise, check_name)
);
CREATE TABLE IF NOT EXISTS hint (
    exercise TEXT NOT NULL,
    check_name TEXT NOT NULL,
    hints TEXT NOT NULL,      -- as in the diagnosis: another one has levels of its own
    levels INTEGER NOT NULL,  -- how many of them were shown
    PRIMARY KEY (exercise, check_name, hints)
);
CREATE TABLE IF NOT EXISTS handed_out (
    path TEXT PRIMARY KEY,    -- from the student's folder
    digest TEXT NOT NULL
);
"""

_STANDINGS = """
SELECT exercise, best, score / max_score, max_score, made
FROM (SELECT *, max(score / max_score) OVER (PARTITION BY exercise) AS best,
             row_number() OVER (PARTITION BY exercise ORDER BY made DESC, rowid DESC) AS nth
      FROM result WHERE max_score > 0)
WHERE nth = 1
"""


@dataclass(frozen=True)
class Standing:
    """How far somebody is with an exercise: parts of its points, from 0 to 1."""

    best: float
    last: float
    max_score: float
    when: datetime

    @property
    def is_done(self) -> bool:
        """Whether every point was reached once."""
        return self.best >= 1


@dataclass(frozen=True)
class Diagnosis:
    """A check that did not pass, and the levels of the hint that there is for it.

    `nudged` tells whether a report shows the first of them.
    """

    check: str
    function: str
    hints: tuple[str, ...]
    nudged: bool = True

    @property
    def as_kept(self) -> str:
        """The levels in JSON."""
        return json.dumps(self.hints, ensure_ascii=False)


class Memory:
    """What is remembered in a student's folder. A context manager.

    `put_aside` is where an earlier record lies that cannot be read; None where all is well.
    `is_lost` tells that the folder has a place for it, and none was there. Raises RecordError where
    a newer grader wrote it, and RecordFault where it can't be read or written now.
    """

    def __init__(self, home: Home):
        self._path = home.remembered / NAME
        self.put_aside: Path | None = None
        with self._told():
            self.is_lost = home.remembered.is_dir() and not _has_content(self._path)
            if not home.remembered.is_dir():
                home.remembered.mkdir()
                (home.remembered / ".gitignore").write_text("*\n")  # it is for no repository
            try:
                self._db = self._opened()
            except sqlite3.OperationalError:  # locked, or no right to: it is not damaged
                raise
            except sqlite3.DatabaseError:
                self._db = self._begun_anew()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self._db.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            said = getattr(error, "strerror", None) or error
            raise RecordFault("{path}: {error}", path=self._path, error=said) from None

    def _begun_anew(self) -> sqlite3.Connection:
        """A new record. Another program may have begun one since the damage was seen."""
        with FileLock(self._path.with_name(LOCK), timeout=_PATIENCE_S):
            try:
                return self._opened()
            except sqlite3.OperationalError:
                raise
            except sqlite3.DatabaseError:
                self.put_aside = self._path.rename(beside(self._path))
                return self._opened()

    def _opened(self) -> sqlite3.Connection:
        db = sqlite3.connect(self._path, isolation_level=None, timeout=_PATIENCE_S)
        try:
            if not _form(db):
                _begin(db)
            self._must_be_ours(db)
        except BaseException:
            db.close()
            raise
        return db

    def _must_be_ours(self, db: sqlite3.Connection) -> None:
        (application,) = db.execute("PRAGMA application_id").fetchone()
        (version,) = db.execute("PRAGMA user_version").fetchone()
        if application == _APPLICATION and version > _VERSION:
            raise RecordError(
                "{path} is of a newer grader, and this one leaves it alone; bring the grader up to "
                "date with pip",
                path=self._path,
            )
        with closing(sqlite3.connect(":memory:")) as new:
            new.executescript(_SCHEMA)
            is_ours = application == _APPLICATION and _form(db) == _form(new)
        if not is_ours or db.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("damaged, or no record of a grader's")

    @contextmanager
    def at_once(self) -> Iterator[sqlite3.Connection]:
        """All that is written within comes in, or nothing; the disk is waited for once."""
        if self._db.in_transaction:
            yield self._db
            return
        with self._told(), self._db:
            self._db.execute("BEGIN IMMEDIATE")
            yield self._db

    # --- results -------------------------------------------------------------------------------

    def result(self, report: Report) -> None:
        """Write down how a whole exercise went; what was not graded is no result."""
        if report.status is not Status.GRADED:
            return
        row = (report.exercise, _now(), report.score, report.max_score, report.submission)
        with self._told():
            self._db.execute("INSERT INTO result VALUES (?, ?, ?, ?, ?)", row)

    def standings(self) -> Mapping[str, Standing]:
        """How far one is with each exercise that was checked, by its name."""
        with self._told():
            rows = self._db.execute(_STANDINGS).fetchall()
        return {
            exercise: Standing(best, last, max_score, datetime.fromisoformat(made))
            for exercise, best, last, max_score, made in rows
        }

    # --- hints ---------------------------------------------------------------------------------

    def diagnosed(self, exercise: str, asked: Iterable[str], failed: Iterable[Diagnosis]) -> None:
        """Write down what the newest report says of the checks that were asked, by name."""
        made = _now()
        with self.at_once() as db:
            db.execute("REPLACE INTO asked VALUES (?, ?)", (exercise, made))
            for check in asked:
                where = "DELETE FROM diagnosis WHERE exercise = ? AND check_name = ?"
                db.execute(where, (exercise, check))
            for place, found in enumerate(failed):
                kept = (found.function, made, place, found.as_kept, found.nudged)
                row = (exercise, found.check, *kept)
                db.execute("INSERT INTO diagnosis VALUES (?, ?, ?, ?, ?, ?, ?)", row)

    def last_asked(self) -> str | None:
        """The exercise that was graded last, also where only a part of it was."""
        with self._told():
            row = self._db.execute("SELECT exercise FROM asked ORDER BY made DESC").fetchone()
        return str(row[0]) if row else None

    def diagnoses(self, exercise: str) -> list[Diagnosis]:
        """The checks that did not pass when they were asked last: the newest report's first."""
        wanted = (
            "SELECT check_name, function, hints, nudged FROM diagnosis WHERE exercise = ? "
            "ORDER BY made DESC, place"
        )
        with self._told():
            rows = self._db.execute(wanted, (exercise,)).fetchall()
        return [Diagnosis(name, of, tuple(json.loads(x)), bool(n)) for name, of, x, n in rows]

    def levels(self, exercise: str, found: Diagnosis) -> int:
        """How many levels of a hint were shown, in a report or when they were asked for."""
        wanted = "SELECT levels FROM hint WHERE exercise = ? AND check_name = ? AND hints = ?"
        with self._told():
            row = self._db.execute(wanted, (exercise, found.check, found.as_kept)).fetchone()
        return max(int(row[0]) if row else 0, int(found.nudged))

    def shown(self, exercise: str, found: Diagnosis, levels: int) -> None:
        """Write down how many levels of a hint were shown."""
        row = (exercise, found.check, found.as_kept, levels)
        with self._told():
            self._db.execute("REPLACE INTO hint VALUES (?, ?, ?, ?)", row)

    # --- files ---------------------------------------------------------------------------------

    def handed_out(self) -> dict[str, str]:
        """The digests of the files as they were handed out, by their paths from the folder."""
        with self._told():
            return dict(self._db.execute("SELECT path, digest FROM handed_out").fetchall())

    def hands_out(self, digests: Mapping[str, str]) -> None:
        """Write down which files were handed out."""
        with self.at_once() as db:
            db.executemany("REPLACE INTO handed_out VALUES (?, ?)", digests.items())


def _begin(db: sqlite3.Connection) -> None:
    """Make the tables, unless another program has just made them."""
    marks = f"PRAGMA application_id = {_APPLICATION}; PRAGMA user_version = {_VERSION};"
    db.executescript(f"BEGIN IMMEDIATE; {_SCHEMA} {marks} COMMIT;")


def _has_content(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0


def _form(db: sqlite3.Connection) -> list[tuple[str, str]]:
    """What there is in a file, but for the rows."""
    return db.execute(
        "SELECT name, sql FROM sqlite_master WHERE sql <> '' ORDER BY name"
    ).fetchall()


def _now() -> str:
    return datetime.now(UTC).isoformat()
