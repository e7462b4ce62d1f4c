"""The plan as text for an instructor: which file of each student will be graded."""

from collections.abc import Iterator

from rich.cells import cell_len, chop_cells, set_cell_size

from grader.classroom.collect import Handin, Plan
from grader.text import Message, clean

Row = tuple[str, str, str, list[str]]
"""A student's id, name, file (empty where there is nothing to grade) and notes."""

_MAX_ID, _MAX_NAME, _MIN_FILE = 28, 20, 20
"""In columns of a terminal; a Chinese character takes two."""


def render(plan: Plan, width: int = 80) -> str:
    """A line for each student with the notes below it; then the files of no student."""
    rows = [_row(handin) for handin in plan.handins]
    found = sum(1 for row in rows if row[2])
    undecided = sum(handin.undecided for handin in plan.handins)
    open_ = f", {undecided} undecided" if undecided else ""
    lines = [f"{_line(plan.layout)}: {len(rows)} students, {found} with a file to grade{open_}", ""]
    ids = min(_MAX_ID, max((cell_len(row[0]) for row in rows), default=0))
    names = min(_MAX_NAME, max((cell_len(row[1]) for row in rows), default=0))
    for row, handin in zip(rows, plan.handins, strict=True):
        lines += _student(row, ids, names, width, "?" if handin.undecided else "!")
    if undecided:
        advice = "? is undecided: name the file that counts with --use STUDENT=FILE"
        lines += ["", *wrapped("", advice, width)]
    if plan.ignored:
        lines += ["", f"could not be assigned to a student: {len(plan.ignored)}"]
        for path, why in plan.ignored:
            lines += wrapped("  ", f"{_line(path)}: {_line(why)}", width)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _row(handin: Handin) -> Row:
    notes = [handin.reason, *handin.notes] if handin.reason else handin.notes
    return (
        _line(handin.student),
        _line(handin.name),
        _line(handin.file),
        [_line(note) for note in notes],
    )


def _student(row: Row, ids: int, names: int, width: int, mark: str) -> Iterator[str]:
    student, name, file, notes = row
    head = f"  {_fitted(student, ids)}  " + (f"{_fitted(name, names)}  " if names else "")
    yield from wrapped(head, file or "-", max(width, cell_len(head) + _MIN_FILE))
    if cell_len(student) > ids:
        yield from wrapped("      id: ", student, width)
    for note in notes:
        yield from wrapped(f"      {mark} " if not file else "      - ", note, width)


def _line(text: str | Message) -> str:
    """The text in one line: a newline in a student's text must not begin a line of the plan."""
    return clean(" ".join(str(text).split()))


def _fitted(text: str, size: int) -> str:
    """The text in exactly that many columns, with a mark where it is cut."""
    return (
        set_cell_size(text, size) if cell_len(text) <= size else set_cell_size(text, size - 1) + "…"
    )


def wrapped(head: str, text: str, width: int) -> Iterator[str]:
    """The text beside its head, broken at spaces where there are any."""
    indent, room = " " * cell_len(head), max(1, width - cell_len(head))
    line = ""
    for word in text.split(" "):
        joined = f"{line} {word}" if line else word
        if cell_len(joined) <= room:
            line = joined
            continue
        if line:
            yield head + line
            head = indent
        *full, line = chop_cells(word, room) or [""]
        for part in full:
            yield head + part
            head = indent
    yield head + line
