"""A platform's CSV file with the place of each cell, so that some change and no other byte does.

The file is decoded strictly and encoded again, so what is not a changed cell comes back as it was:
quotes, a byte order mark, line ends.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from grader.classroom.collect import read_table
from grader.errors import UsageError

_SEPARATORS = ",;\t"
_BOM = "\ufeff"


class Quoting(Enum):
    """How a quote within a quoted cell is written, as the pattern of such a cell."""

    RFC = r'"(?P<quoted>[^"]*+(?:""[^"]*+)*+)"'
    """Twice. RFC 4180, section 2: Ruby's CSV, and with it Canvas, and newer Moodles."""
    PHP = r'"(?P<quoted>(?:[^"\\]|\\"|\\(?!")|"")*+)"'
    """Twice, but once behind a backslash: PHP's fputcsv, and with it older Moodles."""


@dataclass(frozen=True)
class Cell:
    """What a cell holds, and where it stands in the text, with its quotes."""

    value: str
    start: int
    end: int
    is_quoted: bool


@dataclass(frozen=True)
class Row:
    """A row that is not empty. `line` is the number of its first line."""

    line: int
    cells: tuple[Cell, ...]

    def value(self, column: int) -> str:
        """What stands in a column, without spaces around it; empty where the row ends before."""
        return self.cells[column].value.strip() if column < len(self.cells) else ""


@dataclass(frozen=True)
class Table:
    """A file, and its rows below the line of titles."""

    path: Path
    text: str
    separator: str
    head: Row
    rows: tuple[Row, ...]

    @property
    def titles(self) -> list[str]:
        """The titles of the columns."""
        return [self.head.value(column) for column in range(len(self.head.cells))]

    def column(self, column: int) -> list[str]:
        """What stands in a column."""
        return [row.value(column) for row in self.rows]

    def with_cells(self, values: Mapping[Cell, str]) -> str:
        """The text with other values in these cells, quoted where they were, or have to be."""
        pieces, before = [], 0
        for cell in sorted(values, key=lambda cell: cell.start):
            value = values[cell]
            quote = '"' if cell.is_quoted or self.separator in value else ""
            pieces += [self.text[before : cell.start], quote, value, quote]
            before = cell.end
        return "".join([*pieces, self.text[before:]])


def read(path: Path, quotings: Sequence[Quoting], *, even: bool) -> Table:
    """The table in a CSV file that a platform has written.

    Of several ways of quoting, the one counts by which the file can be read. A quote must be where
    a cell begins or ends, so no text can be read in both, and a student's text can't be written so
    that its parts look like another student's row. `even` says that all rows have as many cells as
    the titles. Raises UsageError where the file can't be read.
    """
    text = _text(path)
    faults: list[UsageError] = []
    for quoting in quotings:
        try:
            table = _table(path, text, _separator(text), quoting)
            if even:
                _must_be_even(table)
        except UsageError as fault:
            faults.append(fault)
        else:
            return table
    raise faults[0]


def _text(path: Path) -> str:
    data = read_table(path)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        raise UsageError(
            "{path} is not in UTF-8, so another program has saved it, which may have changed ids "
            "too; download it from the platform again",
            path=path,
        )
    return text


def _separator(text: str) -> str:
    """What separates the titles; those with quotes have none of them inside."""
    first = re.sub(r'"[^"]*"', "", re.split(r"[\r\n]", text.lstrip(_BOM), maxsplit=1)[0])
    return max(_SEPARATORS, key=first.count)


def _table(path: Path, text: str, separator: str, quoting: Quoting) -> Table:
    cell = re.compile(rf'{quoting.value}|(?P<bare>[^"{separator}\r\n]*+)')
    end = re.compile(rf"{separator}|\r\n|\r|\n|\Z")
    rows: list[Row] = []
    cells: list[Cell] = []
    place, line, first = len(_BOM) if text.startswith(_BOM) else 0, 1, 1
    while True:
        found = cell.match(text, place)
        after = end.match(text, found.end()) if found else None
        if found is None or after is None:
            raise UsageError(
                "{path}, line {line}: a quote that is not closed, or stands within a cell; "
                "download the file from the platform again",
                path=path,
                line=line,
            )
        quoted = found["quoted"]
        value = found["bare"] if quoted is None else quoted.replace('""', '"')
        cells.append(Cell(value, place, found.end(), quoted is not None))
        line += len(re.findall(r"\r\n|\r|\n", found[0]))
        place = after.end()
        if after[0] == separator:
            continue
        if any(cell.value.strip() for cell in cells):
            rows.append(Row(first, tuple(cells)))
        cells, line, first = [], line + 1, line + 1
        if place == len(text):
            break
    if len(rows) < 2:
        raise UsageError("{path} has no student in it; is it the right file?", path=path)
    return Table(path, text, separator, rows[0], tuple(rows[1:]))


def _must_be_even(table: Table) -> None:
    for row in table.rows:
        if len(row.cells) != len(table.head.cells):
            raise UsageError(
                "{path}, line {line} has {count} cells, and the line of titles has {expected}; "
                "download the file from the platform again",
                path=table.path,
                line=row.line,
                count=len(row.cells),
                expected=len(table.head.cells),
            )
