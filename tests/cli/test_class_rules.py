"""`grader batch` with a rule for attempts and late work: what is kept, told and refused."""

import csv
from contextlib import contextmanager

import pytest
from conftest import ROOT
from support.exports import moodle, participant
from support.pools import Pretended

from grader import classroom
from grader.cli import whole_class
from grader.cli.program import main
from grader.course import write_key

DUE = "2026-12-01T23:59+08:00"


@pytest.fixture
def batch(tmp_path, monkeypatch, toy_key):
    """Grade a class of these files, with these words; the exit code."""

    @contextmanager
    def pool(*_):
        yield Pretended()

    def obtain(lesson, folder, *_, **__):
        write_key(folder / classroom.KEY, toy_key)
        return toy_key

    monkeypatch.setattr(whole_class, "_pool", pool)
    monkeypatch.setattr(classroom, "obtain_key", obtain)
    (tmp_path / "class").mkdir()

    def run(files, *words):
        for name, points in files.items():
            path = tmp_path / "class" / name / "mean.py"
            path.parent.mkdir(exist_ok=True)
            path.write_text(f"def mean(x): pass\n# {name}\n# {points}\n")
        out = ["-o", str(tmp_path / "out"), "--course", str(ROOT / "tests" / "toy")]
        return main(["batch", "ex1", str(tmp_path / "class"), *out, *words])

    return run


@pytest.fixture
def table(tmp_path):
    """grades.csv, by student."""

    def read():
        with (tmp_path / "out" / "grades.csv").open(newline="") as file:
            return {row["id"]: row for row in csv.DictReader(file)}

    return read


def times(tmp_path, text):
    (tmp_path / "times.csv").write_text(text)
    return ["--times", str(tmp_path / "times.csv")]


def test_a_table_says_when_and_who_has_longer(batch, table, tmp_path, capsys):
    """Times without a zone are in that of --due; an extension is kept until it is taken back."""
    rows = "student,time,due\nann,2026-12-01 23:59,\nbob,2026-12-02 00:59,\n"
    rows += "cid,2026-12-05 10:00,2026-12-05 10:00\n"
    told = times(tmp_path, rows)
    assert batch({"ann": 8, "bob": 8, "cid": 8}, *told, "--due", DUE, "--late", "10%/day") == 0
    assert {id: row["score"] for id, row in table().items()} == {"ann": "8", "bob": "7", "cid": "8"}
    assert "bob: handed in 2026-12-02 00:59+08:00, 1 h late" in capsys.readouterr().out
    assert batch({}) == 0, "times, rule and extension are kept"
    assert {id: row["score"] for id, row in table().items()} == {"ann": "8", "bob": "7", "cid": "8"}
    told = times(tmp_path, rows.replace("10:00,2026-12-05 10:00", "10:00,"))
    assert batch({}, *told) == 0
    assert table()["cid"]["score"] == "4"


def test_nobody_is_late_whose_time_is_not_known(batch, table, capsys):
    """It is said whose that is, and what to do."""
    assert batch({"ann": 8}, "--due", DUE, "--late", "10%/day") == 0
    assert table()["ann"]["score"] == "8" and table()["ann"]["handed_in"] == ""
    said = " ".join(capsys.readouterr().out.split())
    assert "is not known, so it counts as on time: ann; --times CSV says when" in said


def test_a_worse_file_waits_or_counts(batch, table):
    """Exit code 3 without a rule, and 0 with one."""
    assert batch({"ann": 8}) == 0
    assert batch({"ann": 5}) == 3
    assert batch({}, "--count", "last") == 0
    assert (table()["ann"]["score"], table()["ann"]["note"]) == ("5", "")
    assert batch({}, "--count", "none") == 3


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--late", "10%/day"], "--late needs a time"),
        (["--due", "2026-12-01"], "write a day and a time"),
        (["--due", DUE, "--grace", "soon"], "write how long"),
        (["--times", "nowhere.csv"], "nowhere.csv can't be read"),
    ],
)
def test_what_can_not_be_meant_grades_nothing(batch, tmp_path, words, said, capsys):
    """One line, exit code 2, and no OUT is left half made."""
    assert batch({"ann": 8}, *words) == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_rule_of_before_stays_where_the_new_one_can_not_be_meant(batch, table, tmp_path):
    """All of it or nothing."""
    assert batch({"ann": 8}, "--count", "best") == 0
    assert main(["report", str(tmp_path / "out"), "--count", "last", "--late", "1/day"]) == 2
    assert batch({"ann": 5}) == 0
    assert table()["ann"]["score"] == "8"


def test_attempts_that_were_not_graded_are_named(tmp_path, batch, table, capsys):
    """Where one of them might count, by a rule that comes after the batch; a batch grades them."""
    for day in (1, 2):
        name = f"ex1_ann_attempt_2026-12-0{day}-10-00-00_mean.py"
        (tmp_path / "class" / name).write_text(f"def mean(x): pass\n# {3 - day}\n")
    assert batch({}, "--count", "last") == 0
    assert "earlier attempts" not in capsys.readouterr().out
    assert main(["report", str(tmp_path / "out"), "--count", "best"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "earlier attempts that are not graded, and so can't count: ann; the same `gr" in said
    assert batch({}) == 0
    said = capsys.readouterr()
    assert "earlier attempts" not in said.out
    told = "[2/2] ann, an earlier attempt, ex1_ann_attempt_2026-12-01-10-00-00_mean.py: 2 / 10"
    assert told in said.err
    row = table()["ann"]
    assert (row["score"], row["attempt"], row["attempts"]) == ("2", "1", "2")
    assert main(["show", str(tmp_path / "out"), "ann"]) == 0
    assert "* attempt 1: 2 of 10 points" in capsys.readouterr().out


def test_the_plan_shows_them(tmp_path, batch, capsys):
    """Where the rule is said with it."""
    for name in ("leeann_77_101_mean.py", "leeann_77_102_mean-1.py"):
        (tmp_path / "class" / name).write_text(f"def mean(x): pass\n# {name}\n")
    for words, said in (((), "the last is graded, 1 earlier not"), (("--count", "first"), ": 1\n")):
        assert batch({}, "--plan", *words) == 0
        assert said in capsys.readouterr().out


def test_a_worksheet_says_when_by_the_full_name(tmp_path, batch, table, capsys):
    """With a roster that has other ids; and what is not clear is refused before anything."""
    roster = tmp_path / "roster.csv"
    roster.write_text("username,name\nann,Ann Lee\nbob,Bob Roe\n")
    rows = [
        participant(11, "Ann Lee", "4711", last_modified_submission="2026-12-02 23:00"),
        participant(12, "Bob Roe", "4712", last_modified_submission="2026-12-01 23:00"),
    ]
    moodle(tmp_path / "worksheet.csv", rows)
    told = ["--times", str(tmp_path / "worksheet.csv"), "--roster", str(roster)]
    assert batch({"ann": 8, "bob": 8}, *told, "--due", DUE, "--late", "10%/day") == 0
    assert {id: row["score"] for id, row in table().items()} == {"ann": "7", "bob": "8"}
    moodle(tmp_path / "worksheet.csv", [*rows, participant(13, "Ann Lee", "4713")])
    assert batch({}, *told) == 2
    assert "which time is that of ann? the name stands in several" in capsys.readouterr().err
