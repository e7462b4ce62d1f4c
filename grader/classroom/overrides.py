"""What people decided about a class, as it stands in OUT/overrides.csv: read, and never guessed.

The first line has the titles `student,what,value,comment,who,when`, in any order; the last three
may be left out. Each further line is one decision. `what` is `score`, `excused`, or the title of a
column of grades.csv that has the points of a function or of a check. `value` are points; beside
`excused` it is empty, or `yes`. A spreadsheet may have saved the file: with semicolons, a byte
order mark, decimal commas, an apostrophe before what is no formula.

A file that can't be read to its last cell decides nothing: it stops what would show grades.
"""

import csv
import re
from dataclasses import dataclass, field
from pathlib import Path

from grader.classroom.collect import read_text
from grader.errors import UsageError
from grader.text import Message, shown

NAME = "overrides.csv"
COLUMNS = ("student", "what", "value", "comment", "who", "when")
_NEEDED = COLUMNS[:3]
_MOST_SHOWN = 10
"""How many faults are told at once."""

FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""Before a comment that begins so stands an apostrophe, or a spreadsheet computes it."""


@dataclass(frozen=True)
class Line:
    """A decision as it is written. `number` is that of its line in the file."""

    number: int
    student: str
    what: str
    value: str
    comment: str = ""
    who: str = ""
    when: str = ""


@dataclass(frozen=True)
class Overrides:
    """The decisions in a file, in its order, and how it is written.

    `columns` are its titles, without one for a column that is empty. `head` is the number of the
    line of titles, 0 where there is no file.
    """

    path: Path
    lines: tuple[Line, ...] = ()
    separator: str = ","
    columns: tuple[str, ...] = COLUMNS
    head: int = 0
    text: str = field(default="", repr=False)

    def at(self, number: int, said: Message) -> Message:
        """What is said of a line of the file; number 0 is one that is still to be written."""
        if not number:
            return said
        return Message(
            "{path}, line {line}: {fault}", path=shown(str(self.path)), line=number, fault=said
        )


def read_overrides(folder: Path) -> Overrides:
    """The decisions in a folder's file; none where there is no file.

    Raises UsageError, with a line for each fault, where it can't be read.
    """
    path = folder / NAME
    if not path.exists() and not path.is_symlink():
        return Overrides(path)
    return parsed(path, read_text(path))


def parsed(path: Path, text: str) -> Overrides:
    """The decisions in the text of a file. Raises UsageError where it can't be read."""
    rows = [
        (number, row)
        for number, row in enumerate(re.split(r"\r\n|\r|\n", text), 1)
        if row.strip(" \t,;\u00a0")
    ]
    told = re.fullmatch(r"\s*sep=(.)\s*", rows[0][1], re.IGNORECASE) if rows else None
    if told:  # Excel's
        rows = rows[1:]
    if not rows:
        raise UsageError(
            "{path} is empty; its first line is {columns}; delete the file if nothing is decided",
            path=path,
            columns=",".join(COLUMNS),
        )
    head, titles = rows[0]
    separator = told[1] if told else max(",;\t", key=titles.count)
    made = Overrides(path, (), separator, (), head, text)
    faults: list[Message] = []
    columns = tuple(cell.strip().lower() for cell in _cells(made, head, titles, faults))
    lines = []
    if not faults and (fault := _fault_of_titles(columns)):
        faults.append(made.at(head, fault))
    for number, row in rows[1:] if not faults else ():
        if line := _line(made, number, _cells(made, number, row, faults), columns, faults):
            lines.append(line)
    must_have_none(faults)
    return Overrides(path, tuple(lines), separator, columns, head, text)


def must_have_none(faults: list[Message]) -> None:
    """Raise UsageError where there are faults, which says the first of them."""
    if faults:
        more = len(faults) - _MOST_SHOWN
        rest = [Message("and {count} more faults", count=more)] if more > 0 else []
        first, *others = faults[:_MOST_SHOWN]
        raise UsageError(first, *others, *rest)


def _cells(made: Overrides, number: int, row: str, faults: list[Message]) -> list[str]:
    """The cells of one line. A cell that goes on in the next line may have swallowed decisions."""
    try:
        (cells,) = csv.reader([row], delimiter=made.separator, strict=True)
    except (csv.Error, ValueError):
        why = Message(
            "a quote that is not closed in its line, or stands within a cell; each decision is one "
            "line, and so is its comment"
        )
        faults.append(made.at(number, why))
        return []
    return cells


def _fault_of_titles(columns: tuple[str, ...]) -> Message | None:
    named = [column for column in columns if column]
    missing = [column for column in _NEEDED if column not in named]
    strange = [column for column in named if column not in COLUMNS]
    twice = [column for column in COLUMNS if named.count(column) > 1]
    wanted = ",".join(COLUMNS)
    if strange:
        return Message(
            "{title} is no title of a column; this line is {columns}",
            title=repr(shown(strange[0])),
            columns=wanted,
        )
    if missing:
        return Message(
            "the column {title} is missing; this line is {columns}",
            title=missing[0],
            columns=wanted,
        )
    return Message("the column {title} is there twice", title=twice[0]) if twice else None


def _line(
    made: Overrides, number: int, cells: list[str], columns: tuple[str, ...], faults: list[Message]
) -> Line | None:
    if not cells:
        return None
    over = [cell for cell in cells[len(columns) :] if cell.strip()]
    over += [c for c, name in zip(cells, columns, strict=False) if c.strip() and not name]
    if over:
        why = Message(
            "{cell} stands in no column; put a comment with {separator} in it into quotes",
            cell=repr(shown(over[0].strip())),
            separator=repr(made.separator),
        )
        faults.append(made.at(number, why))
        return None
    found = {name: _told(cell) for name, cell in zip(columns, cells, strict=False) if name}
    return Line(number, **{"student": "", "what": "", "value": "", **found})


def _told(cell: str) -> str:
    """What a cell says: without the apostrophe before what is no formula."""
    text = cell.strip()
    return text[1:] if text.startswith(tuple(f"'{sign}" for sign in FORMULA)) else text
