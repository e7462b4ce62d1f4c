"""The mistakes that several students made and nobody has named, as text: the largest first."""

from collections.abc import Iterator

from rich.cells import cell_len, set_cell_size

from grader.classroom.clusters import Cluster, Unnamed
from grader.classroom.publish.plan import wrapped
from grader.report import Counterexample
from grader.text import clean, label, line, plain

FILE = "unnamed.txt"
"""The file in OUT that has all of them."""

_SHOWN = 3
"""How many groups a summary shows."""

_NAMES = 3
_ROWS, _CODE = 6, 10
"""Lines of an input, and of code, that a summary shows."""

_WHOLE = 1000
_WORDS = 400


def section(found: Unnamed, width: int) -> list[str]:
    """The largest groups, for the summary of a batch; nothing where there is no group."""
    groups = found.groups
    if not groups:
        return []
    lines = ["", *wrapped("", _title(len(groups)), width)]
    for group in groups[:_SHOWN]:
        lines += _group(group, width, _NAMES, _ROWS, _CODE)
    if len(groups) > _SHOWN:
        others = ", ".join(group.name for group in groups[_SHOWN:])
        lines += ["", *wrapped("  and ", others, width)]
    return [*lines, ""]


def render(found: Unnamed, width: int = 80) -> str:
    """All groups, with all students of each."""
    lines = list(wrapped("", _title(len(found.groups)), width))
    for group in found.groups:
        lines += _group(group, width, _WHOLE, _WHOLE, _WHOLE)
    if found.alone:
        each = [f"{label(m.student)} ({m.trace.function})" for m in found.alone]
        text = f"wrong in a way that nobody else is: {', '.join(each)}"
        lines += ["", *wrapped("", clean(text), width)]
    if found.groups:
        text = "to make a group a known mistake: grader adopt OUT GROUP --name NAME --hint TEXT"
        lines += ["", *wrapped("", text, width)]
    return "\n".join(lines) + "\n"


def _title(count: int) -> str:
    mistakes = "a mistake" if count == 1 else f"{count} mistakes"
    return (
        f"{mistakes} that no known one explains, made by several students: their wrong values are "
        "the same"
    )


def _group(group: Cluster, width: int, names: int, rows: int, code: int) -> Iterator[str]:
    yield ""
    students = [label(student) for student in group.students]
    more = f" and {len(students) - names} more" if len(students) > names else ""
    worded = f", in {group.wordings} wordings" if group.wordings > 1 else ", in one wording"
    head = f"  {group.name}  "
    told = f"{len(students)} students{worded}: {', '.join(students[:names])}{more}"
    yield from wrapped(head, clean(told), width)
    failed = group.shown.failed
    said = line(str(failed.message))[:_WORDS]
    yield from wrapped(f"    {failed.name}  ", clean(said), width)
    for detail in failed.details[:1]:  # what the values show, or where an exception was raised
        yield from wrapped("      ", clean(line(str(detail)))[:_WORDS], width)
    if failed.counterexample is not None:
        yield from _example(failed.counterexample, width, rows)
    yield from wrapped("    ", f"as {label(group.shown.student)} has written it:", width)
    yield from _cut(group.shown.trace.code, "      ", width, code)


def _example(shown: Counterexample, width: int, most: int) -> Iterator[str]:
    rows = [(name, text) for name, text in (*shown.inputs.items(), *shown.outcomes) if text]
    room = max((cell_len(line(name)) for name, _ in rows), default=0)
    for name, text in rows:
        head = "      " + set_cell_size(line(name), room) + "  "
        yield from _cut(text, head, width, most)


def _cut(text: str, head: str, width: int, most: int) -> Iterator[str]:
    """The lines of a text behind a head that stands once, no wider than the screen."""
    rows = plain(text).strip("\n").split("\n")
    room = max(width - cell_len(head), 10)
    for row in rows[:most]:
        fits = cell_len(row) <= room
        yield (head + (row if fits else set_cell_size(row, room - 1) + "…")).rstrip()
        head = " " * cell_len(head)
    if len(rows) > most:
        yield f"{head}… and {len(rows) - most} more lines"
