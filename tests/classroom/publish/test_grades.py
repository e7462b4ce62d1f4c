"""grades.csv, as a spreadsheet reads it back."""

import csv
import io
from dataclasses import replace

import pytest
from support.fabricated import asked, class_of, entry

from grader.classroom.publish.grades import render
from grader.classroom.record import CheckSpec, Later, State, Why
from grader.report import Status
from grader.text import Message


def table(record):
    return list(csv.DictReader(io.StringIO(render(record), newline="")))


def class_with(*entries):
    return replace(class_of(0), entries=entries)


def test_a_row_has_the_points_of_its_student():
    """Score, points by function and by check add up, for every student who was graded."""
    record = class_of(200)
    for row, student in zip(table(record), record.entries, strict=True):
        assert (row["id"], row["name"], row["max"]) == (student.student, student.name, "10")
        if student.state is State.GRADED:
            assert float(row["score"]) == student.report.score
            functions = {check.function for check in asked()}
            assert sum(float(row[name]) for name in functions) == student.report.score
            assert sum(float(row[check.name]) for check in asked()) == student.report.score
            assert float(row["duration"]) == student.report.duration_s


@pytest.mark.parametrize(
    ("state", "points"),
    [(State.UNGRADED, ""), (State.UNDECIDED, ""), (State.NOTHING, "0")],
)
def test_what_was_not_graded_is_no_zero_and_nothing_is_one(state, points):
    """Our failure, or a doubt, takes no points and gives none; who handed in nothing has 0."""
    (row,) = table(class_with(entry(state=state)))
    assert row["verdict"] == state.value
    assert row["score"] == row["softmax"] == row["softmax_values"] == points


def test_a_passed_student_is_passed():
    """The verdict of all checks is passed, and whole numbers have no decimals."""
    (row,) = table(class_with(entry()))
    assert (row["verdict"], row["score"], row["softmax"]) == ("passed", "10", "3.5")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", " =", "＝", "\n@"])
def test_a_formula_is_text(start):
    """What a spreadsheet would compute has an apostrophe before it, in every column of text."""
    evil = f'{start}HYPERLINK("http://evil","x")'
    (row,) = table(class_with(entry(evil, evil, file=evil)))
    for column in ("id", "name", "file"):
        assert row[column].startswith("'"), row[column]


EVIL = [
    "x;=1+1;.py", "x\t=1+1", 'x;"=1+1"', "x; =1+1", "x\n=1+1", "x\r@SUM(1)", ";;-1", "x;\u3000＝1",
]  # fmt: skip


@pytest.mark.parametrize("evil", EVIL)
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_no_reader_computes_anything(evil, separator):
    """Excel takes the semicolon in half of the world: a file's name may not become its formula."""
    late = Later(Why.WORSE, Message("{file} is worse", file=evil))
    text = render(class_with(entry("ann", evil, file=evil, later=late)))
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
        for cell in row:
            start = cell.strip(' \t\r\n"\u3000')[:1]
            assert start not in ("=", "+", "-", "@", "＝"), row


def test_the_note_says_why(tmp_path):
    """Why there is no grade, or what was found beside one."""
    reason = Message("two files fit: {files}", files="a.py, b.py")
    undecided = replace(entry().report, status=Status.UNDECIDED, reason=reason)
    late = Later(Why.WORSE, Message("x.py is worse"))
    ann = entry("ann", state=State.UNDECIDED, report=undecided)
    record = class_with(ann, entry("bob", later=late), entry("cid"))
    rows = table(record)
    assert [row["note"] for row in rows] == ["two files fit: a.py, b.py", "x.py is worse", ""]
    assert [row["verdict"] for row in rows] == ["undecided", "passed", "passed"]
    assert [row["score"] for row in rows] == ["", "10", "10"]


def test_hostile_text_stays_in_its_cell():
    """Quotes, commas, newlines, NULs and surrogates break no row, and the text is UTF-8."""
    evil = 'a","b\r\nc\x00\ud800;\u202e'
    text = render(class_with(entry(evil, "陳怡君"), entry("bob", "Bob")))
    text.encode("utf-8")
    rows = table(class_with(entry(evil, "陳怡君"), entry("bob", "Bob")))
    assert [row["name"] for row in rows] == ["陳怡君", "Bob"]
    assert rows[0]["id"] == 'a","b\nc\\x00\\ud800;\\u202e'
    assert "\x00" not in text


def test_rows_end_as_the_standard_says():
    """RFC 4180: CR LF after every row, and no byte order mark before the first."""
    text = render(class_of(3))
    assert text.count("\r\n") == 4 and text.startswith("id,name,file,score,max,")


def test_columns_have_names_of_their_own():
    """A check that is called like a function does not shadow the function's points."""
    named = CheckSpec("softmax", "title", "softmax", 1.0)
    record = replace(class_of(0), checks=(named, *asked()))
    head = next(csv.reader(io.StringIO(render(record))))
    assert "softmax (check)" in head and len(set(head)) == len(head)
