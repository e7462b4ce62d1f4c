"""Files as Canvas and Moodle write them, by the rules of their exporters; and classes that fit."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from grader.classroom.record import CheckSpec, ClassRecord, Entry, State
from grader.report import CheckResult, Report, Status, Verdict
from grader.text import Message

CANVAS = [
    "Student",
    "ID",
    "SIS User ID",
    "SIS Login ID",
    "Section",
    "Notes",
    "Warm-up (70)",
    "Exercise 1 (71)",
]
TOTALS = ["Final Score"]
MOODLE = [
    "Identifier", "Full name", "ID number", "Email address", "Status", "Grade", "Maximum Grade",
    "Grade can be changed", "Last modified (submission)", "Online text", "Last modified (grade)",
    "Feedback comments",
]  # fmt: skip


def ruby(cells: Iterable[str | None], separator: str = ",") -> str:
    """A row as Ruby's CSV writes it: nil is empty, an empty text is quoted, spaces stay."""
    needs = re.compile(rf'[\r\n{separator}"]')
    quoted = (
        "" if cell is None else '"' + cell.replace('"', '""') + '"'
        if needs.search(cell) or not cell else cell
        for cell in cells
    )  # fmt: skip
    return separator.join(quoted) + "\n"


def php(cells: Iterable[str], separator: str = ",", ends: str = "\n") -> str:
    """A row as PHP's fputcsv writes it: a quote behind a backslash is not doubled."""
    needs = re.compile(rf'[{separator}"\\\r\n\t ]')
    return separator.join(_php(c) if needs.search(c) else c for c in cells) + ends


def _php(cell: str) -> str:
    return '"' + re.sub(r'(?<!\\)"', '""', cell) + '"'


def canvas(
    path: Path,
    students: Sequence[Sequence[str | None]],
    *,
    titles: Sequence[str] = CANVAS,
    points: Sequence[str | None] = (None, None, None, None, None, "5.00", "10.00"),
    posting: bool = False,
    separator: str = ",",
    bom: bool = False,
) -> bytes:
    """Write a gradebook; its bytes. A total stands behind what is given."""
    rows: list[Sequence[str | None]] = [[*titles, *TOTALS]]
    if posting:
        rows.append([*[None] * (len(titles) - 1), "Manual Posting", None])
    rows.append(["    Points Possible", *points, "(read only)"])
    rows += [[*student, "81.30"] for student in students]
    data = (b"\xef\xbb\xbf" if bom else b"") + "".join(ruby(r, separator) for r in rows).encode()
    path.write_bytes(data)
    return data


def moodle(
    path: Path, students: Sequence[Sequence[str]], titles: Sequence[str] = MOODLE, ends: str = "\n"
) -> bytes:
    """Write a worksheet; its bytes."""
    data = "".join(php(row, ends=ends) for row in [titles, *students]).encode()
    path.write_bytes(data)
    return data


def participant(number: int, name: str, id: str, grade: str = "", **fields: str) -> list[str]:
    """A row of a worksheet in English. `fields` are columns by their titles, in small letters."""
    row = [
        f"Participant {number}", name, id, f"{id}@uni.example", "Submitted for grading", grade,
        "10.00", "Yes", "Tuesday, 2 December 2025, 10:37 AM", "", "-", "",
    ]  # fmt: skip
    short = [re.sub(r"\W+", "_", title.lower()).strip("_") for title in MOODLE]
    for field, value in fields.items():
        row[short.index(field)] = value
    return row


def student(id: str, points: float = 8, name: str = "", file: str = "logistic.py") -> Entry:
    """A student who was graded, with so many of 10 points."""
    results = [
        CheckResult(f"check{place}", "A check", "f", Verdict.PASSED, got, most)
        for place, (got, most) in enumerate([(min(points, 9), 9.0), (max(points - 9, 0), 1.0)])
    ]
    report = Report(
        "ex1", "Logistic regression", file, Status.GRADED, "sealed", 0.5, "", False, tuple(results)
    )
    return Entry(id, name, file, State.GRADED, report)


def undecided(id: str, state: State = State.UNDECIDED) -> Entry:
    """A student without a grade, for a reason."""
    reason = Message("two files fit: {files}", files="a.py, b.py")
    whole = student(id)
    return replace(whole, state=state, report=replace(whole.report, checks=(), reason=reason))


def class_with(*entries: Entry) -> ClassRecord:
    """The record of a class of ex1, which has 10 points."""
    specs = (CheckSpec("check0", "A check", "f", 9.0), CheckSpec("check1", "A check", "f", 1.0))
    return ClassRecord("ex1", "Logistic regression", specs, "", "sealed", "", entries)
