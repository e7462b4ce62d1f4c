"""What a platform's table says: whose each row is, and which cell takes the grade. Frozen data."""

import re
from dataclasses import dataclass
from enum import Enum

from grader.classroom.collect import ROUNDED, Layout
from grader.classroom.publish.table import Cell, Row, Table
from grader.errors import UsageError
from grader.text import Message

_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")
_DIGITS = 5
"""After the point: a database of Moodle's keeps as many."""


EXCUSED = "EX"
"""Canvas's word for who is excused."""


class Platform(Enum):
    """Whose table it is, and how files are called that are downloaded there."""

    CANVAS = Layout.CANVAS
    MOODLE = Layout.MOODLE

    @property
    def excused(self) -> str:
        """What stands in the cell of who is excused: Moodle's worksheet has no word for that."""
        return EXCUSED if self is Platform.CANVAS else ""


@dataclass(frozen=True)
class Place:
    """Whose a row is.

    `ids` are (title of the column, id), the best first. `name` is as the platform writes it; it is
    empty where names are hidden. `number` is the platform's own number, which stands in the names
    of downloaded files.
    """

    line: int
    ids: tuple[tuple[str, str], ...]
    name: str
    number: str


@dataclass(frozen=True)
class Seat(Place):
    """A student's row, with the cell that takes the grade.

    `held` says why the grade in this row is not for us to change, `received` when something was
    handed in there; it is empty where the platform does not say.
    """

    cell: Cell
    held: Message | None = None
    is_late: bool = False
    received: str = ""

    @property
    def is_excused(self) -> bool:
        """Whether the platform has excused the student already."""
        return self.cell.value.strip().upper() == EXCUSED


@dataclass(frozen=True)
class Sheet:
    """A table, and its one column that takes grades.

    `most` is how many points it has, None where the table does not say. Where it is `bounded`, the
    platform takes no more than these. With `comma`, its numbers have a decimal comma. It
    `tells_late` where it says who has handed in late, in words that are known here.
    """

    platform: Platform
    table: Table
    title: str
    most: float | None
    bounded: bool
    comma: bool
    seats: tuple[Seat, ...]
    tells_late: bool = True

    def written(self, points: float) -> str:
        """Points as this table writes numbers."""
        text = f"{points:.{_DIGITS}f}".rstrip("0").rstrip(".")
        return text.replace(".", ",") if self.comma else text


def number(text: str) -> float | None:
    """A number with a decimal point or comma; None where it is something else."""
    return float(text.replace(",", ".")) if _NUMBER.fullmatch(text) else None


def has_comma(texts: list[str]) -> bool:
    """Whether numbers are written with a decimal comma."""
    return any("," in text and number(text) is not None for text in texts)


def ids_of(row: Row, columns: dict[str, int], table: Table) -> tuple[tuple[str, str], ...]:
    """The ids in these columns. Raises UsageError for one that a spreadsheet has rounded."""
    found = [(title, row.value(column)) for title, column in columns.items()]
    for title, id in found:
        if ROUNDED.fullmatch(id):
            raise UsageError(
                "{path}, line {line}: the {title} {id} was rounded by a spreadsheet; download the "
                "file from the platform again",
                path=table.path,
                line=row.line,
                title=title,
                id=id,
            )
    return tuple((title, id) for title, id in found if id)
