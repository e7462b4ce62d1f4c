"""A decision is written into OUT/overrides.csv, and the last one about a student is taken back.

Nothing is written that could not be read: the whole file is read as if the line were in it, and
replaced at once. What a person has written there stays as it is, byte by byte, in whatever order
of columns, with whatever separator.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from filelock import FileLock

from grader.classroom.collect import folded
from grader.classroom.counting import by_rules
from grader.classroom.faults import not_written
from grader.classroom.overrides import COLUMNS, FORMULA, NAME, Line, Overrides, read_overrides
from grader.classroom.record import ClassRecord, Entry
from grader.classroom.rulings import ruled
from grader.classroom.store import Store
from grader.course import write_whole
from grader.errors import UsageError
from grader.text import Message, line, shown

_BOM = "\ufeff"
"""A spreadsheet takes a new file for UTF-8 by it."""
_END = re.compile(r"(\r\n|\r|\n)")


@dataclass(frozen=True)
class Written:
    """The student as decided now, what has to be said, and the line that was taken back."""

    entry: Entry
    notes: tuple[Message, ...]
    undone: str = ""


def write_decisions(store: Store, student: str, wanted: Sequence[Line]) -> Written:
    """Add lines about a student.

    Raises UsageError where one can't be meant, or where the file can't be read.
    """
    record = by_rules(store).record
    with _alone(store.path.parent) as path:
        text, decided = _read(path)
        before = ruled(record, decided)
        new = tuple(replace(each, number=0, student=student) for each in wanted)
        after = ruled(record, replace(decided, lines=(*decided.lines, *new)))
        entry = _entry(after.record, student)
        if entry.ruling and entry.ruling.score is None and not entry.ruling.is_excused:
            raise UsageError(
                "{student} has no grade to which points could be added; decide all of the score: "
                "--score",
                student=shown(entry.student),
            )
        lines = [_row(decided, replace(each, student=entry.student)) for each in new]
        _write(path, _added(text, lines))
        return Written(entry, tuple(note for note in after.notes if note not in before.notes))


def undo_decision(store: Store, student: str) -> Written:
    """Take back the last line about a student. Raises UsageError where there is none."""
    record = by_rules(store).record
    with _alone(store.path.parent) as path:
        text, decided = _read(path)
        ruled(record, decided)  # raises where the file can't be read
        own = [each for each in decided.lines if folded(each.student) == folded(student)]
        if not own:
            raise UsageError(
                "nothing is decided about {student} in {path}", student=shown(student), path=path
            )
        last = own[-1]
        pieces = _END.split(text)
        place = 2 * (last.number - 1)
        gone = pieces[place]
        del pieces[place : place + 2]
        left = tuple(each for each in decided.lines if each is not last)
        after = ruled(record, replace(decided, lines=left))
        _write(path, "".join(pieces))
        return Written(_entry(after.record, student), (), gone)


@contextmanager
def _alone(folder: Path) -> Iterator[Path]:
    """The file of a folder, which no other command writes at the same time."""
    path = folder / NAME
    try:
        with FileLock(folder / f".{NAME}.lock"):
            yield path
    except OSError as error:
        raise not_written(error, "{path} can't be written: {strerror}", path=path) from None


def _read(path: Path) -> tuple[str, Overrides]:
    """The text of the file with all that is in it, and its decisions."""
    decided = read_overrides(path.parent)
    if not decided.head:
        return "", decided
    try:
        return path.read_bytes().decode("utf-8"), decided
    except UnicodeDecodeError:
        raise UsageError(
            "{path} is not in UTF-8, so nothing can be added to it; save it as CSV UTF-8, or write "
            "the line yourself",
            path=path,
        ) from None


def _entry(record: ClassRecord, student: str) -> Entry:
    return next(each for each in record.entries if folded(each.student) == folded(student))


def _row(decided: Overrides, each: Line) -> str:
    """A decision as a line of the file."""
    cells = {name: _cell(getattr(each, name)) for name in COLUMNS}
    for name, cell in cells.items():
        if cell and name not in decided.columns:
            raise UsageError(
                "{path} has no column {title}; add it to its first line",
                path=decided.path,
                title=name,
            )
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=decided.separator, lineterminator="")
    writer.writerow([cells.get(name, "") for name in decided.columns])
    return buffer.getvalue()


def _cell(text: str) -> str:
    """The text in one line, which a spreadsheet shows and does not compute."""
    cell = line(text)
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def _added(text: str, lines: Sequence[str]) -> str:
    """The text of the file with these lines at its end; a new one has the titles above them."""
    ends = _END.findall(text)
    end = ends[0] if ends else "\r\n"
    if not text.strip(_BOM):
        text = _BOM + ",".join(COLUMNS) + end
    elif not text.endswith(("\n", "\r")):
        text += end
    return text + "".join(each + end for each in lines)


def _write(path: Path, text: str) -> None:
    own = path.resolve()  # where it is a link, it stays one
    mode = own.stat().st_mode & 0o777 if own.exists() else 0o600
    write_whole(own, text.encode("utf-8"))
    own.chmod(mode)
