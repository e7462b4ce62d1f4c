"""overrides.csv: what a spreadsheet makes of it is read, and what can't be meant stops."""

from dataclasses import replace

import pytest
from support.exports import class_with, student, undecided

from grader.classroom.overrides import NAME, parsed, read_overrides
from grader.classroom.record import State
from grader.classroom.rulings import ruled
from grader.errors import UsageError

HEAD = "student,what,value,comment,who,when\n"
CLASS = class_with(
    student("ann", 8),
    student("bob", 3),
    undecided("cid"),
    undecided("dan", State.NOTHING),
    student("陳怡君", 5),
)


@pytest.fixture
def read(tmp_path):
    """The class as it counts with a file of these bytes."""

    def call(data, awaited=()):
        if isinstance(data, str):
            data = data.encode()
        (tmp_path / NAME).write_bytes(data)
        return ruled(CLASS, read_overrides(tmp_path), awaited)

    return call


def scores(found):
    return {entry.student: entry.score for entry in found.record.entries}


MACHINES = {"ann": 8, "bob": 3, "cid": None, "dan": None, "陳怡君": 5}


def test_without_a_file_the_machine_counts(tmp_path):
    """And nothing is made."""
    found = ruled(CLASS, read_overrides(tmp_path))
    assert found.record == CLASS and found.notes == ()
    assert scores(found) == MACHINES
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("row", "points"),
    [
        ("ann,score,9.5", 9.5),
        ("ann,score,0", 0),
        ("ann,score,10", 10),
        ("ann,f,2", 2),
        ("ann,check0,5", 5),
        ("ann,check1,1", 9),
        ("ann,excused,", None),
        ("ann,Excused,YES", None),
        ("ANN ,score, 9 ", 9),
        ('ann,score,"9,5"', 9.5),
        ("ann,score,.5", 0.5),
    ],
)
def test_a_decision_counts_for_its_student_alone(read, row, points):
    """All of the score, a function, a check: the rest of the points is the machine's."""
    assert scores(read(f"student,what,value\n{row}\n")) == MACHINES | {"ann": points}


ROW = "陳怡君,score,7.5,很好：軸的方向是我們寫錯了,王,2026-12-01"
SEMICOLONS = (HEAD + ROW).replace(",", ";").replace("7.5", "7,5")


@pytest.mark.parametrize(
    "data",
    [
        (HEAD + ROW + "\n").encode(),
        (HEAD + ROW).encode(),
        (HEAD + ROW + "\n").replace("\n", "\r\n").encode(),
        (HEAD + ROW + "\n").replace("\n", "\r").encode(),
        (HEAD + ROW + "\n").encode("utf-8-sig"),
        (HEAD + ROW + "\n").encode("utf-16"),
        (HEAD + ROW + "\n").encode("big5"),
        SEMICOLONS.encode("utf-8-sig"),
        f"sep=;\r\n{SEMICOLONS}".encode(),
        (HEAD + ROW).replace(",", "\t").encode("utf-16"),
        f"{HEAD},,,,,\n\n{ROW},,\n ,,\n".encode(),
        (HEAD.strip() + ",,\n" + ROW + ",,\n").encode(),
        b'"Student","WHAT","Value","Comment","who","when"\r\n' + ROW.encode(),
    ],
)
def test_what_spreadsheets_write_is_read(read, data):
    """Byte order marks, semicolons and tabs, decimal commas, encodings, line ends, empty cells."""
    found = read(data)
    assert scores(found) == MACHINES | {"陳怡君": 7.5}
    (each,) = next(e for e in found.record.entries if e.ruling).ruling.overrides
    assert (each.comment, each.who, each.when) == ("很好：軸的方向是我們寫錯了", "王", "2026-12-01")
    assert (each.points, each.machine, each.most) == (7.5, 5, 10)


FAULTS = {
    "zed,score,7": "there is no student zed; write the id, as in grades.csv",
    "annn,score,7": "there is no student annn; did you mean ann?",
    ",score,7": "no student is named",
    "1.1255E+17,score,7": "there is no student 1.1255E+17",
    "ann,g,7": "'g' is no function and no check of ex1; write one of score, excused, f",
    "ann,chekc0,7": "'chekc0' is no function and no check of ex1; did you mean check0?",
    "ann,,7": "'' is no function",
    "ann,score,": "'' is no number of points; write score as a number from 0 to 10",
    "ann,score,10.5": "10.5 points are more than score has; write a number from 0 to 10",
    "ann,check0,9.01": "9.01 points are more than check0 has",
    "ann,score,-1": "'-1' is no number of points",
    "ann,score,nan": "'nan' is no number",
    "ann,score,inf": "'inf' is no number",
    "ann,score,1e1": "'1e1' is no number",
    "ann,score,８": "'８' is no number",
    "ann,score,8/10": "'8/10' is no number",
    "ann,score,=4+4": "'=4+4' is no number",
    "ann,score,'=4+4": "'=4+4' is no number",
    "ann,score,07. Mai": "'07. Mai' is no number",
    'ann,score,"1,500"': "'1,500' is no number",
    "ann,score,ex": "'ex' is no number",
    "ann,excused,no": "'no' beside excused; leave that cell empty, or delete the line",
    "ann,excused,0": "'0' beside excused",
    "ann,score,7,good, really,me,now": "'now' stands in no column; put a comment with ',' in it",
    'ann,score,7,"good': "a quote that is not closed in its line",
    'ann,score,7,"good" or not': "a quote that is not closed in its line, or stands within a cell",
    "ann,score,7,\0": "",
}


@pytest.mark.parametrize(("row", "fault"), FAULTS.items())
def test_what_can_not_be_meant_stops(read, row, fault):
    """One line says in which line of the file it is, and what to try; nothing counts."""
    with pytest.raises(UsageError) as raised:
        read(f"{HEAD}bob,score,7\n{row}\n")
    (message,) = raised.value.messages
    assert fault in str(message)
    if fault:
        assert f"{NAME}, line 3: " in str(message)


def test_all_faults_are_told_with_their_lines(read):
    """A line each, ten of them, and how many more there are."""
    with pytest.raises(UsageError) as raised:
        read(HEAD + "zed,score,7\nann,score,7\n" + "ann,score,11\n" * 12)
    told = list(map(str, raised.value.messages))
    assert "line 2" in told[0] and "line 4" in told[1] and len(told) == 11
    assert told[-1] == "and 3 more faults"


@pytest.mark.parametrize(
    ("head", "fault"),
    [
        ("", "is empty; its first line is student,what,value,comment,who,when"),
        ("\n,,\n", "is empty"),
        ("ann,score,7\n", "line 1: 'ann' is no title of a column; this line is student,what"),
        ("student,what\nann,score\n", "line 1: the column value is missing"),
        ("student,what,value,note\n", "line 1: 'note' is no title of a column"),
        ("student,what,value,value\n", "line 1: the column value is there twice"),
        ('student,what,"value\n', "line 1: a quote that is not closed"),
    ],
)
def test_a_file_without_its_titles_stops(read, head, fault):
    """A column that nobody reads would be a comment that nobody sees."""
    with pytest.raises(UsageError) as raised:
        read(head)
    assert fault in str(raised.value)


def test_a_comment_of_two_lines_swallows_no_decision(read):
    """A quote that is closed in the next line has the next decision in it."""
    with pytest.raises(UsageError, match="line 2: a quote that is not closed"):
        read(HEAD + 'ann,score,7,"nice\nbob,score,0,"\n')


def test_the_later_of_two_lines_wins_and_that_is_said(read):
    """The same thing, or more than it."""
    found = read(
        HEAD + "ann,check0,1\nann,check1,1\nbob,score,9\nann,f,4\nbob,excused,\nbob,score,6\n"
    )
    assert scores(found) == MACHINES | {"ann": 4, "bob": 6}
    assert [str(note).partition(": ")[2] for note in found.notes[:4]] == [
        "ann, f: this line counts, and line 2 not any more",
        "ann, f: this line counts, and line 3 not any more",
        "bob, excused: this line counts, and line 4 not any more",
        "bob, score: this line counts, and line 6 not any more",
    ]
    assert "line 5: " in str(found.notes[0])


@pytest.mark.parametrize("first", ["ann,score,9", "ann,excused,", "ann,f,9"])
def test_a_later_line_for_less_is_not_lost(read, first):
    """Whoever wrote it meant something: it stops, and names both lines."""
    with pytest.raises(UsageError, match="line 3: ann, check0: line 2 decides that already"):
        read(f"{HEAD}{first}\nann,check0,1\n")


def test_points_of_work_without_a_grade_make_none(read):
    """They wait, which is said; all of the score can be decided, and one who is excused."""
    found = read(HEAD + "cid,f,3\ndan,f,2\n")
    assert scores(found) == MACHINES | {"dan": 2}
    (cid,) = (entry for entry in found.record.entries if entry.student == "cid")
    assert cid.counts_as is State.UNDECIDED and cid.waits
    assert "points of cid are decided, and there is no grade" in str(found.notes[-1])
    found = read(HEAD + "cid,score,3\ndan,excused,\n")
    assert scores(found) == MACHINES | {"cid": 3}
    assert [e.counts_as for e in found.record.entries[2:4]] == [State.GRADED, State.EXCUSED]
    assert not any(entry.waits for entry in found.record.entries)


def test_fewer_points_than_the_machine_s_are_said(read):
    """A decision of before a better file would take points away."""
    found = read(HEAD + "ann,f,2\n")
    (note,) = found.notes
    assert "the decision about ann gives fewer points than the machine" in str(note)
    assert read(HEAD + "ann,f,9\n").notes == ()


def test_who_is_still_to_be_graded_may_be_decided_about(read):
    """In the middle of a batch a student may not be in the record yet."""
    found = read(HEAD + "new,score,3\n", awaited={"new"})
    assert scores(found) == MACHINES
    with pytest.raises(UsageError, match="new"):
        read(HEAD + "new,score,3\n")


def test_a_check_that_is_called_as_its_function_has_another_name(tmp_path):
    """As in grades.csv: the function goes first."""
    specs = tuple(replace(spec, function="check0") for spec in CLASS.checks)
    record = replace(CLASS, checks=specs)
    whole = parsed(tmp_path, HEAD + "dan,check0,10\n")
    assert [e.score for e in ruled(record, whole).record.entries][3] == 10
    part = parsed(tmp_path, HEAD + "dan,check0 (check),10\n")
    with pytest.raises(UsageError, match=r"more than check0 \(check\) has"):
        ruled(record, part)


def test_odd_ids_are_shown_harmless(read):
    """What is in the file can't write on the terminal."""
    with pytest.raises(UsageError) as raised:
        read(HEAD + "\x1b[31mzed,score,7\n")
    assert "\x1b" not in str(raised.value)
