"""Pairs of files that are alike: a list for the terminal, a table, and two files side by side."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping

from rich.cells import chop_cells

from grader.classroom.copies import FEW, Comparison, Line, Mark, Pair, Row, beside
from grader.classroom.publish.grades import cell
from grader.classroom.record import ClassRecord
from grader.text import Message, Words, clean, columns, folded, label, line, padded, template

COPIES = "copies.csv"
"""Where the table stands in OUT."""

_MOST, _NAMED = 20, 5
"""How many pairs are listed, and how many students are named in one line."""

_NUMBER = 4
"""Columns of the number of a line."""

Names = Mapping[str, str]


def names_of(record: ClassRecord) -> dict[str, str]:
    """What each student is called, by id; empty where that is not known."""
    return {entry.student: entry.name for entry in record.entries}


# --- the list -----------------------------------------------------------------------------------


def render_pairs(
    comparison: Comparison, record: ClassRecord, table: str, words: Words, width: int = 80
) -> str:
    """What was compared and what is alike, the most alike first; `table` is where all of it is."""
    names = names_of(record)
    lines = [
        *_folded(_counts(comparison, record, words), width),
        *_remarks(comparison, words, width),
    ]
    for pair in comparison.pairs[:_MOST]:
        lines += ["", *_pair(comparison, pair, names, words, width)]
    if (more := len(comparison.pairs) - _MOST) > 0:
        lines += ["", words("… and {more} more, in the table", more=more)]
    lines += ["", *_folded(words(_NOBODY), width)] if comparison.pairs else []
    lines.append(words("{table}   every pair", table=table))
    return clean("\n".join(lines)) + "\n"


_NOBODY = template(
    "This accuses nobody: two may have worked together, or learnt from one page. Behind OUT, name "
    "two students to see their files side by side."
)


def _counts(comparison: Comparison, record: ClassRecord, words: Words) -> str:
    return words(
        "{exercise} {title}: files compared: {files}; pairs alike: {pairs}",
        exercise=record.exercise,
        title=record.title,
        files=comparison.compared,
        pairs=len(comparison.pairs),
    )


def _remarks(comparison: Comparison, words: Words, width: int) -> Iterator[str]:
    """What was not compared, and why."""
    if comparison.missing:
        said = Message(
            "not compared, because their source is not in OUT ({count}): {names}. The same `grader "
            "batch` once more puts it there, and grades nothing again",
            count=len(comparison.missing),
            names=_some(comparison.missing, words),
        )
        yield from _folded(words(said), width)
    for student, problems in comparison.problems.items():
        held = student in comparison.rarity.held
        kind = (
            template("{student}, of which the rest is compared: {problem}")
            if held
            else template("{student}, which is not compared: {problem}")
        )
        who = label(student)
        yield from _folded(words(kind, student=who, problem=words(problems[0])), width)
    if 0 < comparison.compared < FEW:
        yield from _folded(
            words(
                "In {files} files, what all would write can't be told from what only two would.",
                files=comparison.compared,
            ),
            width,
        )


def _pair(
    comparison: Comparison, pair: Pair, names: Names, words: Words, width: int
) -> Iterator[str]:
    head = f"{_percent(pair):>4} %  "
    one, other = (_who(comparison, student, names) for student in pair.students)
    yield from _folded(f"{one}  {other}", width, head)
    indent = " " * len(head)
    for said in _said(pair, words):
        yield from _folded(said, width, indent)


def _said(pair: Pair, words: Words) -> Iterator[str]:
    likeness = pair.likeness
    if pair.same_text:
        yield words("the same text, letter by letter")
    yield words(
        "{shared} fingerprints in common, {alone} of them in no third file",
        shared=likeness.shared,
        alone=likeness.alone,
    )
    for same in pair.mistakes:
        yield words(
            "{function}: the same wrong values, which no known mistake has ({students} students "
            "have them)",
            function=same.function,
            students=len(same.members),
        )


def _percent(pair: Pair) -> int:
    """Rounded down, so that 100 are all."""
    return int(pair.likeness.alike * 100 + 1e-6)


def _who(comparison: Comparison, student: str, names: Names) -> str:
    """A file's students, with their names."""
    return " + ".join(
        line(f"{label(each)} {names.get(each, '')}") for each in comparison.together[student]
    )


def _some(students: Iterable[str], words: Words) -> str:
    found = [label(each) for each in students]
    named = ", ".join(found[:_NAMED])
    if len(found) <= _NAMED:
        return named
    return words("{names} and {more} more", names=named, more=len(found) - _NAMED)


def _folded(text: str, width: int, head: str = "") -> Iterator[str]:
    for part in folded(text, max(20, width - columns(head))):
        yield f"{head}{part}"
        head = " " * columns(head)


# --- the table ----------------------------------------------------------------------------------


def pairs_table(comparison: Comparison) -> str:
    """CSV by RFC 4180, in UTF-8: a row for each pair that is alike, the most alike first.

    Columns: one and other (ids; of a group all, with spaces between), alike (0 to 1), weight (of
    what both have, in bits), shared and alone (fingerprints of both, and those in no third file),
    same_text (yes, or empty), same_values (functions with the same unnamed wrong values, each with
    how many students have these).
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(
        ["one", "other", "alike", "weight", "shared", "alone", "same_text", "same_values"]
    )
    for pair in comparison.pairs:
        likeness = pair.likeness
        one, other = (" ".join(comparison.together[student]) for student in pair.students)
        values = " ".join(f"{same.function}:{len(same.members)}" for same in pair.mistakes)
        numbers = [f"{likeness.alike:.3f}", f"{likeness.weight:.0f}"]
        counts = [str(likeness.shared), str(likeness.alone)]
        text = "yes" if pair.same_text else ""
        writer.writerow([cell(one), cell(other), *numbers, *counts, text, cell(values)])
    return buffer.getvalue()


# --- side by side -------------------------------------------------------------------------------


def render_beside(
    comparison: Comparison, pair: Pair, record: ClassRecord, words: Words, width: int = 80
) -> str:
    """Two files side by side, each line with its number and what marks it."""
    names = names_of(record)
    half = (max(width, 40) - 3) // 2
    one, other = pair.students
    text = [*_pair(comparison, pair, names, words, width)]
    rows = beside(comparison, one, other)
    marked = any(row.left or row.right for row in rows)
    text += [*_folded(words(_LEGEND if marked else _NOTHING_RARE), width), ""]
    works = comparison.works
    heads = [(clean(label(each)), clean(label(works[each].name))) for each in pair.students]
    left, right = ([" ".join(head)] for head in heads)
    text += _beside(left, right, half)
    text.append("─" * half + "─┼─" + "─" * half)
    units: tuple[str, str] = ("", "")
    for row in rows:
        units, new = _entered(row, units, [works[each].name for each in pair.students])
        text += _beside(new[0], new[1], half) if any(new) else []
        text += _row(row, half)
    return "\n".join(text) + "\n"


_NOTHING_RARE = template(
    "What they share, many others of the class have, too: no line of it tells anything."
)
_LEGEND = template("= stands in these two files alone   - stands in few others   ⋮ lines left out")


def _entered(
    row: Row, before: tuple[str, str], files: list[str]
) -> tuple[tuple[str, str], list[list[str]]]:
    """In which cell or module each side is now, and its name where that is another one."""
    now, new = list(before), []
    for side, one in enumerate((row.left, row.right)):
        is_new = one is not None and one.unit != now[side]
        if one is not None:
            now[side] = one.unit
        new.append([f"[{clean(label(now[side]))}]"] if is_new and now[side] != files[side] else [])
    return (now[0], now[1]), new


def _row(row: Row, half: int) -> Iterator[str]:
    if row.left or row.right:
        yield from _beside(_shown(row.left, half), _shown(row.right, half), half)
        return
    said = [f"⋮ {count}" if count else "" for count in row.folded]
    indent = " " * (_NUMBER + 2)
    left, right = ([f"{indent}{each}" if each else ""] for each in said)
    yield from _beside(left, right, half)


def _beside(left: list[str], right: list[str], half: int) -> Iterator[str]:
    for place in range(max(len(left), len(right))):
        one = left[place] if place < len(left) else ""
        other = right[place] if place < len(right) else ""
        yield f"{padded(_cut(one, half), half)} │ {_cut(other, half)}".rstrip()


def _cut(text: str, width: int) -> str:
    return text if columns(text) <= width else chop_cells(text, width - 1)[0] + "…"


def _shown(line_: Line | None, half: int) -> list[str]:
    """A line of a file in as many rows as it needs."""
    if line_ is None:
        return []
    head = f"{line_.number:>{_NUMBER}}{line_.mark.value if line_.mark is not Mark.NONE else ' '} "
    parts = chop_cells(clean(line_.text), max(8, half - columns(head))) or [""]
    return [(head if not at else " " * columns(head)) + part for at, part in enumerate(parts)]
