"""The record of a graded class: one SQLite file, written as each submission ends.

It is in WAL mode: it can be read while a batch runs, and a process that is killed loses at most
what it was about to write. The module schema describes its tables. An older record is brought up
to date when it is opened; one of a newer grader is refused.
"""

import sqlite3
import zlib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Self

import msgspec

from grader import __version__
from grader.classroom import rows, schema, versions
from grader.classroom.faults import Patience, Tell, fault_of, silence
from grader.classroom.fitting import fitted
from grader.classroom.record import (
    NOBODY_KNOWS,
    CheckSpec,
    ClassRecord,
    Decision,
    Due,
    Entry,
    HandedIn,
    Known,
    Provenance,
    State,
    Version,
)
from grader.classroom.versions import Seen
from grader.errors import RecordError
from grader.report import Report

NAME = "results.db"
REPORTS = "reports"


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
        except (sqlite3.Error, msgspec.MsgspecError, zlib.error, OSError) as error:
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
            asked = [(c.name, i, c.title, c.function, c.points) for i, c in enumerate(checks)]
            self._db.executemany("INSERT INTO checks VALUES (?, ?, ?, ?, ?)", asked)

    def begin(self, isolation: str) -> int:
        """Begin a new run; its number."""
        with self._transaction():
            row = (rows.now(), __version__, isolation)
            sql = "INSERT INTO runs (started, grader, isolation) VALUES (?, ?, ?)"
            return int(self._db.execute(sql, row).lastrowid or 0)

    def end(self, run: int) -> None:
        """Note that the run has ended."""
        with self._transaction():
            self._db.execute("UPDATE runs SET ended = ? WHERE id = ?", (rows.now(), run))

    # --- submissions -----------------------------------------------------------------------

    def known(self) -> dict[str, Known]:
        """What became of each student's work, and as what it was graded."""
        columns = "student, state, content, key, version, score, max_score, later, due, decided"
        with self._readable():
            found = self._rows(f"SELECT {columns} FROM submissions").fetchall()
            return {student: rows.known_of(*rest) for student, *rest in found}

    def write(
        self,
        entry: Entry,
        provenance: Provenance,
        run: int,
        due: Due = Due.NOT,
        handed_in: HandedIn = NOBODY_KNOWS,
        decided: bool = False,
    ) -> None:
        """Write a student's row in place of an earlier one. A grade is a new result of its version.

        `decided` tells whether a person has said that this file counts.
        """
        entry = fitted(entry)
        row = rows.row_of(entry, provenance, due) | {"run": run, "decided": decided}
        outcomes = rows.outcomes_of(entry)
        with self._transaction():
            self._db.execute("DELETE FROM submissions WHERE student = ?", (entry.student,))
            names = ", ".join(row)
            marks = ", ".join(f":{name}" for name in row)
            self._db.execute(f"INSERT INTO submissions ({names}) VALUES ({marks})", row)
            self._db.executemany(rows.INTO_OUTCOMES, outcomes)
            if entry.state is State.GRADED:
                seen = versions.Seen(entry.student, entry.file, provenance, handed_in)
                versions.add(self._db, seen, entry.report)

    def renew(self, change: Callable[[str, str, Report], Report], before: str, key: str) -> None:
        """Change each report that was graded with the key `before`, which is `key` from now on.

        `change` is given the student, the digest of the work and the report; no score is to be
        another one. All of it is written, or nothing.
        """
        known = "SELECT student, content, key FROM submissions"
        results = "SELECT id, student, content, report FROM results WHERE key = ?"
        with self._transaction():
            for student, content, graded in self._rows(known).fetchall():
                entry = self.entry(student)
                assert entry is not None
                if graded == before:
                    entry = replace(entry, report=change(student, content, entry.report))
                    graded = key
                entry = fitted(replace(entry, later=rows.graded_with(entry.later, before, key)))
                values = (rows.as_text(entry.report), rows.as_text(entry.later), graded, student)
                sql = "UPDATE submissions SET report = ?, later = ?, key = ? WHERE student = ?"
                self._db.execute(sql, values)
                self._db.execute("DELETE FROM outcomes WHERE student = ?", (student,))
                self._db.executemany(rows.INTO_OUTCOMES, rows.outcomes_of(entry))
            for number, student, content, data in self._rows(results, before).fetchall():
                report = fitted(change(student, content, versions.report_of(data)))
                told_now = (versions.as_data(report), key, number)
                self._db.execute("UPDATE results SET report = ?, key = ? WHERE id = ?", told_now)
            self._db.execute("REPLACE INTO settings VALUES ('key', ?)", (key,))

    def forget(self, students: Collection[str]) -> None:
        """Have these students' work graded again. Their grades stay until then."""
        with self._transaction():
            sql = "UPDATE submissions SET due = ? WHERE student = ?"
            self._db.executemany(sql, [(Due.AGAIN.value, student) for student in students])

    def keep(
        self,
        entry: Entry,
        due: Due = Due.NOT,
        seen: Seen | None = None,
        report: Report | None = None,
        decided: bool | None = None,
    ) -> None:
        """Write what is known of a student beside a grade that stays as it is.

        `seen` is a version that was found now, and `report` its new result, where it has one.
        `decided` is as in `write`; None leaves it as it was.
        """
        entry = fitted(entry)
        row: dict[str, object] = {
            "name": entry.name,
            "file": entry.file,
            "notes": rows.as_text(entry.notes),
            "later": rows.as_text(entry.later),
            "due": due.value,
        }
        if decided is not None:
            row["decided"] = decided
        with self._transaction():
            names = ", ".join(f"{name} = :{name}" for name in row)
            sql = f"UPDATE submissions SET {names} WHERE student = :student"
            self._db.execute(sql, row | {"student": entry.student})
            if seen is not None and report is not None:
                versions.add(self._db, seen, fitted(report))
            elif seen is not None:
                versions.see(self._db, seen)

    def waiting(self) -> int:
        """How many are still to be graded alone, before they count."""
        with self._readable():
            sql = "SELECT count(*) FROM submissions WHERE due = ?"
            return int(self._rows(sql, Due.ALONE.value).fetchone()[0])

    # --- decisions -------------------------------------------------------------------------

    def decide(self, decisions: Sequence[Decision]) -> None:
        """Keep what a person decided, in place of what was decided for the same students."""
        made = [(one.student, one.file, one.found, rows.now()) for one in decisions]
        with self._transaction():
            self._db.executemany("REPLACE INTO decisions VALUES (?, ?, ?, ?)", made)

    def decisions(self) -> list[Decision]:
        """All that was decided."""
        with self._readable():
            found = self._rows("SELECT student, file, found FROM decisions")
            return [Decision(*row) for row in found]

    # --- attempts --------------------------------------------------------------------------

    def versions(self) -> dict[str, list[Version]]:
        """The versions of each student's work that were graded, in the order they were found."""
        with self._readable():
            return versions.by_student(self._rows(versions.SELECT))

    def attempted(self, chain: Sequence[Seen], report: Report | None = None) -> None:
        """Write down attempts of one download; `report` is what the one that there is has got."""
        with self._transaction():
            versions.place(self._db, chain[0].student, chain)
            if report is not None:
                versions.add_result(self._db, chain[0], fitted(report))

    def ungraded(self) -> dict[str, str]:
        """A file of each student of whom an attempt is still to be graded."""
        with self._readable():
            return dict(self._rows(versions.UNGRADED))

    def result(self, version: Version) -> Report:
        """The report of a version."""
        with self._readable():
            data = self._rows("SELECT report FROM results WHERE id = ?", version.result).fetchone()
            return versions.report_of(data[0])

    def extend(self, dues: Mapping[str, str]) -> None:
        """Give students a time of their own at which their work is due; an empty one takes it."""
        with self._transaction():
            gone = [(student,) for student, due in dues.items() if not due]
            self._db.executemany("REPLACE INTO extensions VALUES (?, ?)", dues.items())
            self._db.executemany("DELETE FROM extensions WHERE student = ?", gone)

    def extensions(self) -> dict[str, str]:
        """These times, by student."""
        with self._readable():
            return dict(self._rows("SELECT student, due FROM extensions"))

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Within the block the record stands still, whatever a batch writes meanwhile."""
        with self._readable(), self._db:
            self._db.execute("BEGIN")
            yield

    # --- reading ---------------------------------------------------------------------------

    def students(self) -> list[str]:
        """All students, in order."""
        with self._readable():
            found = self._rows("SELECT student FROM submissions ORDER BY student")
            return [student for (student,) in found]

    def entries(self) -> Iterator[Entry]:
        """All rows, by student."""
        with self._readable():
            yield from map(rows.entry_of, self._rows(f"{rows.ENTRY} ORDER BY student"))

    def entry(self, student: str) -> Entry | None:
        """One student's row."""
        with self._readable():
            row = self._rows(f"{rows.ENTRY} WHERE student = ?", student).fetchone()
            return rows.entry_of(row) if row else None

    def provenances(self) -> dict[str, Provenance]:
        """As what each student's work was graded."""
        return {student: one.provenance for student, one in self.known().items()}

    def record(self) -> ClassRecord:
        """All of it, as it counts where nobody has said what should; see `counting`."""
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
