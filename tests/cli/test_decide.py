"""`grader decide`: a line of overrides.csv, and every command that shows grades reads it."""

import csv
import re

import pytest
from support.exports import canvas, class_with, student, undecided

from grader.classroom.overrides import NAME
from grader.classroom.record import Provenance
from grader.classroom.store import Store
from grader.cli.program import main

NEW = "\ufeffstudent,what,value,comment,who,when\r\n"
GRADEBOOK = [["Lee, Ann", "101", "s1", "ann", "A", None, None, None]]


@pytest.fixture
def out(tmp_path, monkeypatch):
    """The OUT of a batch: Ann and Bob are graded, and Cid is undecided."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "out"
    folder.mkdir()
    record = class_with(student("ann", 8, "Ann Lee"), student("bob", 3), undecided("cid"))
    with Store(folder, new=True) as store:
        store.settle({"exercise": record.exercise, "title": record.title}, record.checks)
        run = store.begin("sealed")
        for entry in record.entries:
            store.write(entry, Provenance("", "", ""), run)
    return folder


@pytest.fixture
def run(capsys):
    """Run a command: exit code, standard output, standard error."""

    def call(*arguments):
        code = main([*map(str, arguments)])
        return code, *capsys.readouterr()

    return call


def written(out):
    return (out / NAME).read_bytes().decode()


def scores(out):
    with (out / "grades.csv").open(newline="", encoding="utf-8") as file:
        return {row["id"]: row["score"] for row in csv.DictReader(file)}


def test_a_decision_stands_everywhere_and_goes_back(out, run, tmp_path):
    """In the table, the letter, what Canvas gets and `show`; without its line, nowhere."""
    code, said, err = run(
        "decide", "out", "ANN", "--points", "f=9", "--comment", "it was, our typo", "--who", "Chen"
    )
    assert (code, err) == (0, "")
    assert "f: 9 of 10 points, decided by a person; the machine gave 8\n" in said
    assert re.fullmatch(
        re.escape(NEW + 'ann,f,9,"it was, our typo",Chen,') + r"\d{4}-[-\dT:+]+\r\n", written(out)
    )
    assert (out / NAME).stat().st_mode & 0o777 == 0o600
    canvas(tmp_path / "g.csv", GRADEBOOK)
    assert run("report", "out")[0] == 0
    assert scores(out) == {"ann": "9", "bob": "3", "cid": ""}
    assert "it was, our typo" in (out / "reports" / "ann.md").read_text()
    told = run("show", "out", "ann")[1]
    assert "9 of 10 points, decided by a person" in told
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", "40")
        above = run("show", "out", "ann")[1].partition("Logistic regression")[0]
    assert max(map(len, above.splitlines())) <= 40
    code, said, err = run("show", "out", "ann", "--format", "json")
    assert '"score": 8' in said and "9 of 10 points, decided by a person" in err
    run("publish", "out", "--canvas", "g.csv", "--column", "Exercise 1")
    assert b",9,81.30" in (out / "canvas.csv").read_bytes()
    code, said, err = run("decide", "out", "ann", "--undo")
    assert code == 0 and "taken back: ann,f,9" in said and "nothing is decided about ann" in said
    assert written(out) == NEW
    assert run("report", "out")[0] == 0 and scores(out)["ann"] == "8"


def test_the_kinds_of_decisions(out, run):
    """All of the score, several functions and checks, excused; each is a line."""
    assert run("decide", "out", "cid", "--score", "7.5")[0] == 0
    assert run("decide", "out", "ann", "--points", "check0=1", "--points", "check1=0.5")[0] == 0
    assert run("decide", "out", "bob", "--excused", "--who", "")[0] == 0
    rows = [row[:3] for row in csv.reader(written(out).splitlines())]
    assert rows[1:] == [
        ["cid", "score", "7.5"], ["ann", "check0", "1"], ["ann", "check1", "0.5"],
        ["bob", "excused", ""],
    ]  # fmt: skip
    assert run("report", "out")[0] == 0
    assert scores(out) == {"ann": "1.5", "bob": "", "cid": "7.5"}


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        (["an", "--score", "3"], "there is no student an; did you mean ann?"),
        (["ann", "--score", "11"], "11 points are more than score has"),
        (["ann", "--score", "nan"], "'nan' is no number of points"),
        (["ann", "--points", "g=1"], "'g' is no function and no check"),
        (["ann", "--points", "f"], "'f' is not NAME=POINTS"),
        (["ann"], "say what is decided"),
        (["ann", "--score", "3", "--excused"], "say what is decided"),
        (["ann", "--undo"], "nothing is decided about ann"),
        (["ann", "--undo", "--comment", "x"], "--undo takes a line out"),
        (["cid", "--points", "f=1"], "cid has no grade to which points could be added"),
        (["ann", "--points", "f=1", "--points", "f=2"], "f and f are decided at once"),
        (["ann", "--points", "f=1", "--points", "check0=2"], "f and check0 are decided at once"),
    ],
)
def test_what_can_not_be_meant_is_not_written(out, run, words, fault):
    """One line says why, and the exit code is 2."""
    code, said, err = run("decide", "out", *words)
    assert (code, said) == (2, "") and fault in err and err.count("\n") == 1
    assert not (out / NAME).exists()


@pytest.mark.parametrize("command", ["report", "show", "publish", "decide"])
def test_a_faulty_line_stops_whatever_shows_grades(out, run, tmp_path, command):
    """Nothing is written; the line says where it is and what to try."""
    canvas(tmp_path / "g.csv", GRADEBOOK)
    (out / NAME).write_text("student,what,value\nann,score,9\nbob,score,30\n")
    before = {path.name: path.read_bytes() for path in out.glob("*.csv")}
    words = {
        "report": [],
        "show": ["ann"],
        "publish": ["--canvas", "g.csv", "--column", "Exercise 1"],
        "decide": ["ann", "--score", "5"],
    }
    code, said, err = run(command, "out", *words[command])
    assert (code, said) == (2, "")
    assert f"{NAME}, line 3: 30 points are more than score has; write a number from 0 to 10" in err
    assert {path.name: path.read_bytes() for path in out.glob("*.csv")} == before
    assert not (out / "index.html").exists()


EXCEL = "\ufeffwho;value;student;what;;comment\r\nme;7,5;bob;score;;schön\r\n;;;;;"


def test_a_line_is_added_as_the_file_is_written(out, run):
    """In the order of its columns, with its separator and line ends; no other byte changes."""
    (out / NAME).write_bytes(EXCEL.encode())
    code, _, err = run("decide", "out", "ann", "--score", "9", "--comment", "a;b", "--who", "me")
    assert code == 2 and "has no column when; add it to its first line" in err
    head = EXCEL.replace(";;comment\r\n", ";when;comment\r\n")
    (out / NAME).write_bytes(head.encode())
    assert run("decide", "out", "ann", "--score", "9", "--comment", "a;b", "--who", "me")[0] == 0
    assert written(out).startswith(head + "\r\nme;9;ann;score;")
    assert written(out).endswith(';"a;b"\r\n')
    assert run("decide", "out", "ann", "--undo")[0] == 0
    assert written(out) == head + "\r\n"
    assert run("decide", "out", "bob", "--undo")[0] == 0
    assert written(out) == head.replace("me;7,5;bob;score;;schön\r\n", "") + "\r\n"


def test_undo_takes_the_last_line_back_and_the_one_before_counts(out, run):
    """One line for each time, and no other student's."""
    run("decide", "out", "ann", "--score", "9")
    run("decide", "out", "bob", "--score", "4")
    _, _, err = run("decide", "out", "ann", "--score", "10")
    assert "ann, score: this line counts, and line 2 not any more" in err
    assert "9 of 10 points in all" in run("decide", "out", "ann", "--undo")[1]
    assert [row[:3] for row in csv.reader(written(out).splitlines()[1:])] == [
        ["ann", "score", "9"], ["bob", "score", "4"],
    ]  # fmt: skip


@pytest.mark.parametrize("comment", ["=1+1", "+1 for the idea", "@x", "two\nlines", "a \"b\" 'c'"])
def test_a_comment_is_read_as_it_was_said(out, run, comment):
    """A spreadsheet computes none of it, and it is one line."""
    assert run("decide", "out", "ann", "--score", "9", "--comment", comment)[0] == 0
    cell = next(csv.reader(written(out).splitlines()[1:]))[3]
    assert cell[:1] not in ("=", "+", "-", "@")
    assert f"\n    {comment.replace(chr(10), ' ')}\n" in run(
        "decide", "out", "ann", "--points", "f=9"
    )[1] or run("show", "out", "ann")[1].count(comment.replace("\n", " "))


def test_a_file_in_another_encoding_is_read_and_not_added_to(out, run):
    """Two encodings in one file would be none."""
    (out / NAME).write_bytes("student,what,value,comment\nann,score,9,很好\n".encode("big5"))
    assert "很好" in run("show", "out", "ann")[1]
    code, _, err = run("decide", "out", "bob", "--score", "9")
    assert code == 2 and "is not in UTF-8, so nothing can be added to it" in err


def test_a_link_to_a_file_elsewhere_stays_one(out, run, tmp_path):
    """A teacher may keep it in a repository."""
    elsewhere = tmp_path / "course.csv"
    elsewhere.write_text("student,what,value,comment,who,when\n")
    (out / NAME).symlink_to(elsewhere)
    assert run("decide", "out", "ann", "--score", "9")[0] == 0
    assert (out / NAME).is_symlink() and "ann,score,9" in elsewhere.read_text()
