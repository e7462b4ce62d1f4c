"""What became of each grade on its way into a platform's table, for the instructor."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from grader.classroom.publish.filling import Filled, Grade, points_of
from grader.classroom.publish.matching import BY_NAME
from grader.classroom.publish.plan import wrapped
from grader.classroom.publish.sheet import Platform, Seat
from grader.classroom.record import Entry, State
from grader.text import Message, clean, label, line

_NEXT = {
    Platform.CANVAS: "in Canvas: Grades, Import, and look at the changes that it shows",
    Platform.MOODLE: "in Moodle: View all submissions, Upload grading worksheet",
}
_REASON, _WHO = 300, 60
"""Characters."""


def render(filled: Filled, output: Path, width: int = 80) -> str:
    """A summary: how many grades are in which column, and each student who is not among them."""
    lines: list[str] = []
    for text in _counts(filled):
        lines += wrapped("", clean(text), width)
    names = [one for one in filled.grades if one.match.by == BY_NAME]
    lines += _listed(
        "found by the name alone:",
        [(g.match.entry, f"line {g.match.seat.line}, {g.match.seat.name}") for g in names],
        width,
    )
    others = [grade for grade in filled.grades if grade.is_other]
    lines += _listed(
        "another grade stood there:",
        [(g.match.entry, f"{g.before} became {g.value or 'empty'}") for g in others],
        width,
    )
    lines += _listed("not filled in:", _with_points(filled.left), width)
    name = filled.sheet.table.path.name
    lines += _listed(f"not found in {name}:", _with_points(filled.matching.lost), width)
    lines += _free(filled.matching.free, width)
    lines += [f"{output}   {_NEXT[filled.sheet.platform]}"]
    return "\n".join(lines) + "\n"


def _counts(filled: Filled) -> Iterator[str]:
    grades, sheet = filled.grades, filled.sheet
    by = Counter(grade.match.by for grade in grades)
    how = ", ".join(f"{count} by {what}" for what, count in by.most_common())
    count = f"{len(grades)} grade{' is' if len(grades) == 1 else 's are'}"
    yield f"{count} in the column {sheet.title!r}" + (f" ({how})" if how else "")
    if sheet.most is None:
        yield "the table does not say how many points the column has; they are as in the exercise"
    if not sheet.tells_late:
        yield f"{sheet.table.path.name} does not say who has handed in late, in words known here"
    if excused := _named(grades, State.EXCUSED):
        if sheet.platform.excused:
            yield f"excused, so {sheet.platform.excused} stands in the place of a grade: {excused}"
        else:
            yield (
                "excused, so the cell is empty, which the import passes over; exclude their grade "
                f"in the grader report (Moodle's word for excused): {excused}"
            )
    if ruled := [g.match.entry for g in grades if g.match.entry.score is not None]:
        named = ", ".join(label(entry.student) for entry in ruled if entry.ruling)
        if named:
            yield f"decided by a person, so their grade is not the machine's: {named}"
    late = [label(g.match.entry.student) for g in grades if _has_penalty(g.match.entry)]
    if late:
        yield f"late, so points were taken off by the rule of the class: {', '.join(late)}"
    if nothing := _named(grades, State.NOTHING):
        yield f"handed in nothing, so their grade is 0: {nothing}"


def _has_penalty(entry: Entry) -> bool:
    late = entry.lateness
    return late is not None and late.penalty > 0 and not entry.is_settled


def _named(grades: Sequence[Grade], state: State) -> str:
    """The students of whom this became."""
    entries = [grade.match.entry for grade in grades]
    return ", ".join(label(entry.student) for entry in entries if entry.counts_as is state)


def _with_points(entries: Sequence[tuple[Entry, Message]]) -> list[tuple[Entry, str]]:
    """The reasons, with the points of those who were graded: they may be entered by hand."""
    return [
        (e, f"{points_of(e):g} points; {why}" if e.score is not None else _without(e, why))
        for e, why in entries
    ]


def _without(entry: Entry, why: Message) -> str:
    return f"excused; {why}" if entry.counts_as is State.EXCUSED else str(why)


def _listed(title: str, entries: Sequence[tuple[Entry, str]], width: int) -> Iterator[str]:
    if entries:
        yield from wrapped("", clean(title), width)
    for entry, why in entries:
        name = "" if entry.name in entry.student else entry.name
        who = line(f"{entry.student} {name}")[:_WHO]
        yield from wrapped(f"  {who}: ", clean(line(why)[:_REASON]), width)


def _free(seats: Iterable[Seat], width: int) -> Iterator[str]:
    """The rows of nobody in the class."""
    named = [f"{label(seat.name or seat.number)} (line {seat.line})" for seat in seats]
    if named:
        yield f"rows for which no student was found, left as they were: {len(named)}"
        yield from wrapped("  ", "; ".join(named), width)
