"""What is remembered in a student's folder: results, hints that were shown, files handed out.

It is one SQLite file, in which a change is written whole or not at all. Where it cannot be read, or
where a newer grader wrote it, it is put aside and a new one begun: nothing in it is a grade.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from grader.errors import RecordError
from grader.practice.home import Home
from grader.report import Report

NAME = "progress.db"

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
CREATE TABLE IF NOT EXISTS hint (
    exercise TEXT NOT NULL,
    check_name TEXT NOT NULL,
    levels INTEGER NOT NULL,  -- how many of them were shown
    PRIMARY KEY (exercise, check_name)
);
CREATE TABLE IF NOT EXISTS diagnosis (
    exercise TEXT NOT NULL,
    check_name TEXT NOT NULL,
    function TEXT NOT NULL,
    place INTEGER NOT NULL,   -- in the report
    hints TEXT NOT NULL,      -- the levels, as a list in JSON
    PRIMARY KEY (exercise, check_name)
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
    """A check that did not pass, and the levels of the hint that there is for it."""

    check: str
    function: str
    hints: tuple[str, ...]


class Memory:
    """What is remembered in a student's folder. A context manager.

    `put_aside` is where an earlier record lies that cannot be read; None where all is well. Raises
    RecordError where nothing can be written.
    """

    def __init__(self, home: Home):
        self._path = home.remembered / NAME
        self.put_aside: Path | None = None
        with self._told():
            home.remembered.mkdir(parents=True, exist_ok=True)
            try:
                self._db = self._opened()
            except sqlite3.OperationalError:  # locked, or no right to: it is not damaged
                raise
            except sqlite3.DatabaseError:
                stamp = datetime.now().strftime("%Y-%m-%d_%H%M%S")
                self.put_aside = self._path.rename(self._path.with_name(f"progress.{stamp}.db"))
                self._db = self._opened()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self._db.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise RecordError("{path}: {error}", path=self._path, error=error) from None

    def _opened(self) -> sqlite3.Connection:
        db = sqlite3.connect(self._path, isolation_level=None, timeout=_PATIENCE_S)
        try:
            (version,) = db.execute("PRAGMA user_version").fetchone()
            if version == 0:
                schema = f"{_SCHEMA} PRAGMA user_version = {_VERSION};"
                db.executescript(f"BEGIN IMMEDIATE; {schema} COMMIT;")
            elif version != _VERSION:
                raise sqlite3.DatabaseError("of a newer grader")
            damage = db.execute("PRAGMA quick_check").fetchone()
            if damage != ("ok",):
                raise sqlite3.DatabaseError(str(damage))
        except BaseException:
            db.close()
            raise
        return db

    # --- results -------------------------------------------------------------------------------

    def result(self, report: Report) -> None:
        """Write down how a whole exercise went."""
        made = datetime.now(UTC).isoformat()
        row = (report.exercise, made, report.score, report.max_score, report.submission)
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

    def diagnosed(self, exercise: str, passed: Iterable[str], failed: Iterable[Diagnosis]) -> None:
        """Write down what the newest report says. Another hint than before begins at its nudge."""
        before = {found.check: found.hints for found in self.diagnoses(exercise)}
        with self._told():
            self._db.execute("BEGIN IMMEDIATE")
            for check in passed:
                self._forget(exercise, check)
            for place, found in enumerate(failed):
                if before.get(found.check) != found.hints:
                    self._forget(exercise, found.check)
                hints = json.dumps(found.hints, ensure_ascii=False)
                row = (exercise, found.check, found.function, place, hints)
                self._db.execute("REPLACE INTO diagnosis VALUES (?, ?, ?, ?, ?)", row)
            self._db.execute("COMMIT")

    def _forget(self, exercise: str, check: str) -> None:
        for table in ("diagnosis", "hint"):
            where = f"DELETE FROM {table} WHERE exercise = ? AND check_name = ?"
            self._db.execute(where, (exercise, check))

    def diagnoses(self, exercise: str) -> list[Diagnosis]:
        """The checks that did not pass when they were asked last, in the report's order."""
        wanted = (
            "SELECT check_name, function, hints FROM diagnosis WHERE exercise = ? ORDER BY place"
        )
        with self._told():
            rows = self._db.execute(wanted, (exercise,)).fetchall()
        return [Diagnosis(check, function, tuple(json.loads(h))) for check, function, h in rows]

    def levels(self, exercise: str, check: str) -> int:
        """How many levels of a check's hint were shown."""
        wanted = "SELECT levels FROM hint WHERE exercise = ? AND check_name = ?"
        with self._told():
            row = self._db.execute(wanted, (exercise, check)).fetchone()
        return int(row[0]) if row else 0

    def shown(self, exercise: str, check: str, levels: int) -> None:
        """Write down how many levels of a check's hint were shown."""
        with self._told():
            self._db.execute("REPLACE INTO hint VALUES (?, ?, ?)", (exercise, check, levels))

    # --- files ---------------------------------------------------------------------------------

    def handed_out(self) -> dict[str, str]:
        """The digests of the files as they were handed out, by their paths from the folder."""
        with self._told():
            return dict(self._db.execute("SELECT path, digest FROM handed_out").fetchall())

    def hands_out(self, digests: Mapping[str, str]) -> None:
        """Write down which files were handed out."""
        with self._told():
            self._db.executemany("REPLACE INTO handed_out VALUES (?, ?)", digests.items())
