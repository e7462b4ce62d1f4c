"""An example as text: its inputs and both outcomes, side by side where there is room."""

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len, chop_cells, set_cell_size
from rich.text import Text

from grader.formats._words import outcomes
from grader.report import Counterexample
from grader.text import Words, clean, source_lines

_GAP = 4
_MAX_PIECES = 5
"""In how many lines a long value is folded."""

Block = tuple[str, list[str]]
"""A name, and the lines of its value."""


def example(shown: Counterexample, width: int, words: Words) -> list[Text]:
    """The inputs, and below them what was expected and what was returned."""
    told = dict(outcomes(shown, words))
    names = [*shown.inputs, *(name for name, value in told.items() if value)]
    room = max(map(cell_len, names), default=0)
    return [
        line
        for values in (shown.inputs, told)
        for line in _flow(list(_blocks(values, width - room - 2)), room, width)
    ]


def _blocks(values: dict[str, str], width: int) -> Iterator[Block]:
    for name, value in values.items():
        if value:
            yield clean(name), list(_fitted(clean_lines(value), max(width, 8)))


def clean_lines(text: str) -> list[str]:
    """The text's lines, each cleaned."""
    return [clean(line) for line in source_lines(text)]


def _fitted(lines: Sequence[str], width: int) -> Iterable[str]:
    """Lines of at most so many columns. A single one is folded, those of an array are cut."""
    if len(lines) == 1 and cell_len(lines[0]) > width:
        pieces = chop_cells(lines[0], width)
        return pieces if len(pieces) <= _MAX_PIECES else [*pieces[:_MAX_PIECES], "..."]
    return [
        line if cell_len(line) <= width else set_cell_size(line, width - 3) + "..."
        for line in lines
    ]


def _flow(blocks: Sequence[Block], room: int, width: int) -> list[Text]:
    """The blocks beside each other as long as they fit; the first of each line is aligned."""
    lines: list[Text] = []
    beside: list[Block] = []
    for block in blocks:
        taken = max(room - cell_len(beside[0][0]), 0) if beside else 0
        if beside and taken + sum(_wide(b) + _GAP for b in [*beside, block]) - _GAP > width:
            lines += _side_by_side(beside, room)
            beside = []
        beside.append(block)
    return lines + _side_by_side(beside, room)


def _wide(block: Block) -> int:
    name, value = block
    return cell_len(name) + 2 + max(map(cell_len, value), default=0)


def _side_by_side(blocks: Sequence[Block], room: int) -> list[Text]:
    height = max((len(value) for _, value in blocks), default=0)
    lines = [Text() for _ in range(height)]
    for place, (name, value) in enumerate(blocks):
        left = cell_len(name) if place else room
        wide = max(map(cell_len, value), default=0)
        for number, text in enumerate(lines):
            text.append(" " * _GAP if place else "")
            text.append(set_cell_size(name if number == 0 else "", left), "dim")
            text.append("  ")
            text.append(set_cell_size(value[number] if number < len(value) else "", wide))
    for text in lines:
        text.rstrip()
    return lines
