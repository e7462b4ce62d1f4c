"""Make the record of a class again from its reports, where the record is damaged or lost."""

from dataclasses import dataclass
from pathlib import Path

from grader.classroom.archive import from_json
from grader.classroom.collect import LATE
from grader.classroom.faults import Tell, silence
from grader.classroom.record import CheckSpec, Entry, HandedIn, Provenance
from grader.classroom.store import NAME, REPORTS, Store
from grader.errors import RecordError, RecordFault, UsageError
from grader.text import shown

_PARTS = ("", "-wal", "-shm")
"""The files of a SQLite database."""


@dataclass(frozen=True)
class Rebuilt:
    """How many students the new record has, where the old one lies now, and what was unreadable."""

    students: int
    old: Path | None
    unread: tuple[tuple[str, str], ...]


def rebuild(folder: Path, tell: Tell = silence) -> Rebuilt:
    """Make the record in `folder` from the reports, and keep the damaged one beside it.

    Raises UsageError where the record is whole, and RecordError where there are no reports.
    """
    if _is_whole(folder, tell):
        raise UsageError(
            "{path} is whole, so it is not made again; `grader report {folder}` writes the page "
            "from it",
            path=folder / NAME,
            folder=folder,
        )
    rows, unread = _read(folder)
    if not rows:
        raise RecordError(
            "{folder} holds no report from which the record could be made", folder=folder / REPORTS
        )
    old = _put_aside(folder)
    with Store(folder, new=True, tell=tell, rebuilt=True) as store:
        newest = max(rows, key=lambda row: len(row[0].report.checks))
        store.settle(_settings(newest), _asked(newest[0]))
        run = store.begin(newest[0].report.isolation)
        for entry, provenance in rows:
            store.write(entry, provenance, run, handed_in=_handed_in(entry))
        store.end(run)
    return Rebuilt(len(rows), old, tuple(unread))


def _is_whole(folder: Path, tell: Tell) -> bool:
    if not (folder / NAME).exists():
        return False
    try:
        with Store(folder, tell=tell) as store:
            store.record()
            store.must_be_whole()
    except RecordFault as error:
        if error.is_damage:
            return False
        raise
    return True


def _read(folder: Path) -> tuple[list[tuple[Entry, Provenance]], list[tuple[str, str]]]:
    rows, unread = [], []
    for path in sorted((folder / REPORTS).glob("*.json")):
        try:
            rows.append(from_json(path.read_text(encoding="utf-8"), path.stem))
        except (OSError, ValueError) as error:
            unread.append((shown(path.name), shown(str(error))[:200]))
    return rows, unread


def _handed_in(entry: Entry) -> HandedIn:
    """When the attempt that counted was handed in: of the others, the reports are lost."""
    is_late = any(note.template == LATE for note in entry.notes)
    whens = [(one.handed_in, one.source) for one in entry.attempts if one.counts]
    return HandedIn(*whens[0], is_late) if whens else HandedIn(is_late=is_late)


def _settings(row: tuple[Entry, Provenance]) -> dict[str, str]:
    report, graded = row[0].report, row[1]
    settings = {"exercise": report.exercise, "title": report.title}
    return settings | {"key": report.key_fingerprint, "version": graded.version}


def _asked(entry: Entry) -> list[CheckSpec]:
    checks = entry.report.checks
    return [CheckSpec(c.name, c.title, c.function, c.max_points) for c in checks]


def _put_aside(folder: Path) -> Path | None:
    """Rename the damaged record, with all that belongs to it; where it is now."""
    number = 1
    while (aside := folder / f"{NAME}.damaged-{number}").exists():
        number += 1
    for part in _PARTS:
        if (path := folder / f"{NAME}{part}").exists():
            path.rename(f"{aside}{part}")
    return aside if aside.exists() else None
