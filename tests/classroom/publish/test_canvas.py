"""A gradebook of Canvas's comes back with the grades in it, and no other byte has changed."""

import csv
import io
from dataclasses import replace
from typing import Any

import pytest
from support.exports import CANVAS, canvas, class_with, student, undecided

from grader.classroom.collect import LATE
from grader.classroom.publish import Scale, fill, read_canvas, render_filled
from grader.classroom.record import Later, State, Why
from grader.errors import UsageError
from grader.text import Message

NOTE = 'said "hi", left;\nthen came\tback'
GRADES = {"ann": 8, "bob": 9.5, "cid": 10}


def row(name, number, login, grade, section="CS 1; A", sis="", note=NOTE):
    return [name, str(number), sis or None, login, section, note, "4.00", grade]


def three(ann: str | None = None, bob: str | None = None, cid: str | None = None):
    return [
        row("Lee, Ann", 101, "ann", ann),
        row("Wu, Bob", 102, "bob", bob, "CS 1; B and Ünï 班"),
        row('="=Cole, Cid"', 103, "cid", cid, note=""),
    ]


def graded():
    return class_with(*(student(id, points) for id, points in GRADES.items()))


@pytest.fixture
def path(tmp_path):
    """Where the export lies."""
    return tmp_path / "export.csv"


def filled(path, record, column="71", scale=None, late=False):
    return fill(record, read_canvas(path, record, column), scale, late)


ODD: dict[str, dict[str, Any]] = {
    "plain": {},
    "byte order mark": {"bom": True},
    "semicolons": {"separator": ";"},
    "semicolons and a mark": {"separator": ";", "bom": True},
    "manual posting": {"posting": True},
    "a trust's columns": {"titles": [*CANVAS[:4], "Root Account", *CANVAS[4:5], *CANVAS[6:]]},
}


@pytest.mark.parametrize("odd", ODD)
def test_only_the_column_changes(path, odd):
    """Whatever the user's settings are: the file is what Canvas would write with these grades."""
    canvas(path, three(), **ODD[odd])
    text = filled(path, graded()).text
    expected = canvas(path.with_name("expected.csv"), three("8", "9.5", "10"), **ODD[odd])
    assert text.encode() == expected


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", ["", "end", "ends"])
def test_line_ends_stay(path, ends, last):
    """With the line ends of each system, and with or without one at the end of the file."""
    tail = {"": "", "end": ends, "ends": ends + ends}[last]
    wanted = []
    for grades in [(None, None, None), ("8", "9.5", "10")]:
        data = canvas(path, three(*grades)).decode().rstrip("\n").replace("\n", ends)
        wanted.append((data + tail).encode())
    path.write_bytes(wanted[0])
    assert filled(path, graded()).text.encode() == wanted[1]


def test_a_quoted_cell_stays_quoted(path):
    """Where the export quotes every cell, the new ones are quoted."""

    def quoted(*grades):
        rows = csv.reader(io.StringIO(canvas(path, three(*grades)).decode()))
        text = io.StringIO()
        csv.writer(text, quoting=csv.QUOTE_ALL).writerows(rows)
        return text.getvalue().encode()

    expected = quoted("8", "9.5", "10")
    path.write_bytes(quoted())
    assert filled(path, graded()).text.encode() == expected


def test_what_a_reader_reads_is_the_same(path):
    """Python's csv finds the grades in their rows, and everything else as it was."""
    canvas(path, three(bob="3.00"), posting=True)
    before = list(csv.reader(io.StringIO(path.read_text("utf-8"), newline="")))
    after = list(csv.reader(io.StringIO(filled(path, graded()).text, newline="")))
    column = before[0].index("Exercise 1 (71)")
    grades = {row[3]: row.pop(column) for row in after}
    for each in before:
        each.pop(column)
    assert after == before
    assert {id: grades[id] for id in GRADES} == {id: f"{got:g}" for id, got in GRADES.items()}


def test_a_decimal_comma_is_kept(path):
    """Where the gradebook has 10,00 a grade has a comma; among commas it is quoted for that."""
    points = [None] * 5 + ["5,00", "10,00"]
    for separator, cell in [(";", ";9,5;"), (",", ',"9,5",')]:
        canvas(path, three(), separator=separator, points=points)
        assert cell in filled(path, graded()).text


def test_an_equal_grade_stays_as_it_is_written(path):
    """10.00 is 10: the file of a second run is the one of the first, which Canvas has rounded."""
    canvas(path, three("8.00", "9.50", "10"))
    done = filled(path, graded())
    assert done.text.encode() == path.read_bytes()
    assert len(done.grades) == 3 and not any(grade.is_other for grade in done.grades)


@pytest.mark.parametrize("cell", ["EX", "ex", "N/A", "B+", "complete"])
def test_what_is_no_number_stays(path, cell):
    """Excused, not assigned, a letter: it is left, and its student is named."""
    canvas(path, three(ann=cell))
    done = filled(path, graded())
    assert [entry.student for entry, _ in done.left] == ["ann"]
    expected = canvas(path.with_name("expected.csv"), three(cell, "9.5", "10"))
    assert done.text.encode() == expected


def test_the_test_student_and_other_sections_stay(path):
    """Rows of nobody in the class are not changed; but for Canvas's test student, they are told."""
    rows = [
        row("Zoe, Zed", 104, "zed", "2.00"),
        row("Student, Test", 105, "3f2a9c", None),
    ]
    canvas(path, three() + rows)
    done = filled(path, graded())
    expected = canvas(path.with_name("expected.csv"), three("8", "9.5", "10") + rows)
    assert done.text.encode() == expected
    assert [seat.name for seat in done.matching.free] == ["Zoe, Zed"]


def test_first_and_last_names_may_have_columns(path):
    """The other form of an export: LastName, FirstName."""
    titles = ["LastName", "FirstName", *CANVAS[1:]]
    points = [None] * 6 + ["5.00", "10.00"]
    rows = [[*reversed(["Ann", "Lee"]), *row("", 101, "x1", None)[1:]]]
    canvas(path, rows, titles=titles, points=points)
    done = filled(path, class_with(student("s1", 8, "Ann Lee")))
    assert [grade.match.by for grade in done.grades] == ["the name alone"]


# --- which column -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("titles", "record_fits"),
    [
        (["Warm-up (70)", "ex1 (71)"], True),
        (["Homework: Logistic Regression (70)", "Exam (71)"], True),
        (["EX1 - logistic (70)", "ex2 (71)"], True),
        (["Exercise 1 (70)", "Exam 1 (71)"], False),
        (["ex1 (70)", "ex1 late (71)"], False),
        (["Warm-up (70)", "Exercise 1 (71)"], False),
    ],
)
def test_the_column_is_the_exercises_or_it_is_named(path, titles, record_fits):
    """It is found by the exercise's name or title; where none or several fit, all are listed."""
    canvas(path, three(), titles=[*CANVAS[:6], *titles])
    if record_fits:
        assert read_canvas(path, graded(), "").title in titles
        return
    with pytest.raises(UsageError, match="name one with --column") as caught:
        filled(path, graded(), "")
    assert all(title in str(caught.value) for title in titles)


@pytest.mark.parametrize("named", ["Exercise 1", "exercise 1", "Exercise 1 (71)", "71"])
def test_a_column_is_named_by_title_or_number(path, named):
    """As the teacher knows it, or by Canvas's number."""
    canvas(path, three())
    assert filled(path, graded(), named).sheet.title == "Exercise 1 (71)"


@pytest.mark.parametrize(
    ("named", "says"),
    [
        ("Exercise", "which column is 'Exercise'"),
        ("Notes", "which column"),
        ("Final Score", "which column"),
        ("Warm-up", "Canvas computes"),
    ],
)
def test_a_column_that_takes_no_grades_is_refused(path, named, says):
    """What Canvas computes, and what is no assignment."""
    points = [None] * 5 + ["(read only)", "10.00"]
    canvas(path, three(), points=points)
    with pytest.raises(UsageError, match=says):
        filled(path, graded(), named)


def test_a_total_is_no_assignment(path):
    """A grading period may be called by a number, as assignments are."""
    canvas(path, three(), titles=[*CANVAS[:6], "ex1 Final Score (2025)", "Exercise 1 (71)"])
    for named in ("", "2025"):
        with pytest.raises(UsageError, match="which column"):
            filled(path, graded(), named)


# --- points -----------------------------------------------------------------------------------


def test_other_points_have_to_be_explained(path):
    """A column of 100 points: the grades are scaled, or stay, as one says; else nothing is done."""
    canvas(path, three(), points=[None] * 5 + ["5.00", "100.00"])
    with pytest.raises(UsageError, match=r"10 points and the column 'Exercise 1 .71.' has 100"):
        filled(path, graded())
    scaled = filled(path, graded(), scale=Scale.SCALED)
    assert [grade.value for grade in scaled.grades] == ["80", "95", "100"]
    same = filled(path, graded(), scale=Scale.SAME)
    assert [grade.value for grade in same.grades] == ["8", "9.5", "10"]


def test_a_column_without_points_is_said(path):
    """Where the row of points is missing or empty, they stay as they are, and that is said."""
    canvas(path, three(), points=[None] * 7)
    done = filled(path, graded())
    assert done.sheet.most is None and "does not say how many points" in render_filled(done, path)


# --- who gets none ----------------------------------------------------------------------------


def test_who_has_no_grade_gets_none(path):
    """Undecided, ungraded, waiting for a decision, late: the cell stays, with the reason."""
    later = Later(Why.WORSE, Message("what was handed in later is worse"))
    ann = replace(student("ann"), later=later)
    bob = replace(student("bob"), notes=(Message(LATE),))
    record = class_with(ann, bob, undecided("cid", State.UNGRADED), student("dan"))
    canvas(path, [*three(), row("Day, Dan", 106, "dan", None)])
    done = filled(path, record)
    assert [grade.match.entry.student for grade in done.grades] == ["dan"]
    reasons = {entry.student: str(why) for entry, why in done.left}
    assert reasons["ann"] == "what was handed in later is worse"
    assert "--late" in reasons["bob"] and "two files fit" in reasons["cid"]
    late = filled(path, record, late=True)
    assert [grade.match.entry.student for grade in late.grades] == ["bob", "dan"]


def test_who_kept_a_grade_by_being_absent_has_it(path):
    """In a class that is graded in parts, that grade counts."""
    kept = replace(student("ann"), later=Later(Why.ABSENT, Message("kept")))
    canvas(path, three())
    assert [grade.value for grade in filled(path, class_with(kept)).grades] == ["8"]


def test_nothing_handed_in_is_said(path):
    """As in grades.csv it is 0 points, and each such student is named."""
    nothing = replace(undecided("ann", State.NOTHING))
    canvas(path, three())
    done = filled(path, class_with(nothing, student("bob")))
    assert [grade.value for grade in done.grades] == ["0", "8"]
    assert "their grade is 0: ann" in render_filled(done, path)


def test_a_grade_of_another_version_of_the_exercise_is_none(path):
    """Who was graded when the exercise had other points is graded again first."""
    whole = student("ann")
    old = replace(whole, report=replace(whole.report, checks=whole.report.checks[:1]))
    canvas(path, three())
    done = filled(path, class_with(old, student("bob")))
    assert [(entry.student, "of 9 points" in str(why)) for entry, why in done.left] == [
        ("ann", True)
    ]


# --- files that are none ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"id,name,score\r\nann,Ann,8\r\n", "no gradebook of Canvas"),
        (b"Student,ID,Section\n", "no student"),
        (b"", "no student"),
        (b'Student,ID,Section,E (7)\n"Lee,101,A,\n', "line 2: a quote"),
        (b'Student,ID,Section,E (7)\nLee "Ann",101,A,\n', "line 2: a quote"),
        ("Student,ID,Section,E (7)\nLée,101,A,\n".encode("cp1252"), "not in UTF-8"),
        ("Student,ID,Section,E (7)\nLee,101,A,\n".encode("utf-16"), "not in UTF-8"),
        (b"PK\x03\x04", "Excel workbook"),
        (b"Student,ID,Section,E (7)\nLee,101,A\n", "line 2 ends before"),
        (b"Student,ID,Section,E (7)\nLee,1.08E+07,A,\n", "rounded by a spreadsheet"),
    ],
)
def test_what_cannot_be_read_is_refused(path, data, says):
    """In one sentence, with the line."""
    path.write_bytes(data)
    with pytest.raises(UsageError, match=says):
        filled(path, graded(), "7")


def test_the_class_of_another_course_is_refused(path):
    """Where nobody is found, nothing is written, and both sides are shown."""
    canvas(path, three())
    with pytest.raises(UsageError, match=r"no student of the class is in .*zed"):
        filled(path, class_with(student("zed")))
