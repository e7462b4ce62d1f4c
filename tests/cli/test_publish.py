"""`grader publish`: what it writes, where, and what it says."""

import csv
import os
import re
import shlex
import zipfile

import pytest
from conftest import ROOT
from support.exports import canvas, class_with, moodle, participant, student, undecided

from grader.classroom.record import Provenance
from grader.classroom.store import Store
from grader.cli.program import main

WORKSHEET = [participant(101, "Ann Lee", "ann"), participant(102, "Bob Wu", "bob")]
GRADEBOOK = [["Lee, Ann", "101", "s1", "ann", "A", None, None, "EX"],
             ["Wu, Bob", "102", "s2", "bob", "A", None, None, "3.00"]]  # fmt: skip


@pytest.fixture
def out(tmp_path, monkeypatch):
    """The OUT of a batch: Ann and Bob are graded, and Cid is undecided."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "out"
    folder.mkdir()
    record = class_with(student("ann", 8), student("bob", 9.5), undecided("cid"))
    with Store(folder, new=True) as store:
        store.settle({"exercise": record.exercise, "title": record.title}, record.checks)
        run = store.begin("sealed")
        for entry in record.entries:
            store.write(entry, Provenance("", "", ""), run)
    return folder


@pytest.fixture
def run(capsys):
    """Run the command: exit code, standard output, standard error."""

    def call(*arguments):
        code = main(["publish", *map(str, arguments)])
        return code, *capsys.readouterr()

    return call


def test_a_worksheet_is_filled_in(out, run, tmp_path):
    """It is written into OUT for its owner alone; who is not in it is named; the exit code is 3."""
    before = moodle(tmp_path / "w.csv", WORKSHEET)
    code, said, _ = run("out", "--moodle", "w.csv")
    written = out / "moodle.csv"
    assert code == 3 and (tmp_path / "w.csv").read_bytes() == before
    with written.open(newline="", encoding="utf-8") as file:
        assert [row["Grade"] for row in csv.DictReader(file)] == ["8", "9.5"]
    if os.name == "posix":
        assert written.stat().st_mode & 0o777 == 0o600
    assert "2 grades are in the column 'Grade' (2 by ID number)" in said
    assert "cid: nobody there has this id or this name" in said


def test_a_gradebook_is_filled_in(out, run, tmp_path):
    """Into the file that is named; excused, and over another grade, are said."""
    canvas(tmp_path / "g.csv", GRADEBOOK)
    code, said, _ = run("out", "--canvas", "g.csv", "--column", "Exercise 1", "-o", "done.csv")
    assert code == 3
    expected = canvas(tmp_path / "x.csv", [GRADEBOOK[0], [*GRADEBOOK[1][:-1], "9.5"]])
    assert (tmp_path / "done.csv").read_bytes() == expected
    assert "bob: 3.00 became 9.5" in said and "ann: 8 points; excused there (EX)" in said


def test_all_are_there(out, run, tmp_path):
    """Where each student of the class has a grade in the file, the exit code is 0."""
    with Store(out) as store:
        store.write(student("cid", 1), Provenance("", "", ""), store.begin("sealed"))
    moodle(tmp_path / "w.csv", [*WORKSHEET, participant(103, "Cid Cole", "cid")])
    assert run("out", "--moodle", "w.csv")[0] == 0


def test_the_export_is_written_over_only_where_that_is_said(out, run, tmp_path):
    """Also where it lies in OUT under the name that the result would have."""
    before = moodle(out / "moodle.csv", WORKSHEET)
    code, _, error = run("out", "--moodle", "out/moodle.csv")
    assert code == 2 and "name a file with -o" in error
    assert (out / "moodle.csv").read_bytes() == before
    assert run("out", "--moodle", "out/moodle.csv", "-o", "out/moodle.csv")[0] == 3
    assert (out / "moodle.csv").read_bytes() != before


def test_an_export_that_is_not_there_is_said_also_the_second_time(out, run, tmp_path):
    """When there is a result of an earlier run, with which it would be compared."""
    moodle(tmp_path / "w.csv", WORKSHEET)
    assert run("out", "--moodle", "w.csv")[0] == 3
    code, _, error = run("out", "--moodle", "no.csv")
    assert code == 2 and error == "grader: no.csv can't be read: No such file or directory\n"


def test_reports_are_in_the_language_of_the_letters(out, run, tmp_path, monkeypatch):
    """As the batch or `grader report` were told; else in the language that is set now."""
    moodle(tmp_path / "w.csv", WORKSHEET)

    def language():
        assert run("out", "--moodle", "w.csv", "--moodle-feedback", "f.zip")[0] == 3
        with zipfile.ZipFile("f.zip") as packed:
            page = packed.read(packed.namelist()[0]).decode()
        (whole,) = re.findall('<html lang="(.*)">', page)
        assert f'class="grader-report" lang="{whole}"' in page
        return whole

    assert language() == "en"
    monkeypatch.setenv("GRADER_LANG", "zh-TW")
    assert language() == "zh-TW"
    with Store(out) as store:
        store.settle({"language": "en"})
    assert language() == "en"


def test_reports_go_into_a_zip(out, run, tmp_path):
    """Beside the worksheet."""
    moodle(tmp_path / "w.csv", WORKSHEET)
    code, said, _ = run("out", "--moodle", "w.csv", "--moodle-feedback", "f.zip")
    assert code == 3 and "Upload multiple feedback files in a zip" in said
    assert (tmp_path / "f.zip").read_bytes()[:2] == b"PK"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "--canvas CSV or --moodle CSV"),
        (["--canvas", "w.csv", "--moodle", "w.csv"], "not allowed with"),
        (["--canvas", "w.csv", "--moodle-feedback", "f.zip"], "is for Moodle"),
        (["--moodle-feedback", "f.zip", "-o", "x.csv"], "-o is for the table"),
        (["--moodle-feedback", "f.zip"], "name the worksheet with --moodle"),
        (["--moodle", "no.csv"], "can't be read: No such file"),
        (["--moodle", "w.csv", "-o", "no/x.csv"], "can't be written: No such file"),
        (["--moodle", "w.csv", "-o", "out"], "can't be written: Is a directory"),
        (["--canvas", "w.csv"], "no gradebook of Canvas"),
        (["--moodle", "w.csv", "--column", "Points"], "which column has the grades"),
        (["--moodle", "other.csv"], "no student of the class is in"),
    ],
)
def test_what_cannot_be_done_leaves_nothing(out, run, tmp_path, arguments, says):
    """One sentence, exit code 2, and no file, nor a part of one."""
    moodle(tmp_path / "w.csv", WORKSHEET)
    moodle(tmp_path / "other.csv", [participant(7, "Zoe Zed", "zoe")])
    before = sorted(tmp_path.rglob("*"))
    code, said, error = run("out", *arguments)
    assert (code, said) == (2, "") and says in error
    left = {path for path in tmp_path.rglob("*") if not path.name.startswith("results.db-")}
    assert left == set(before)


def test_there_has_to_be_a_batch(run, tmp_path, monkeypatch):
    """A folder without a record is said to be none, and stays as it is."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    code, _, error = run("empty", "--moodle", "w.csv")
    assert code == 2 and "holds no results.db" in error


def commands_of_the_page():
    """What the instructors' page says of publishing."""
    page = (ROOT / "grader" / "classroom" / "README.md").read_text("utf-8")
    section = page.partition("## On your platform\n")[2].partition("\n## ")[0]
    found = re.findall(r"`(grader publish [^`]+)`|^ {4}(grader publish .*)$", section, re.MULTILINE)
    return sorted({inline or line for inline, line in found})


@pytest.mark.parametrize("command", commands_of_the_page())
def test_the_commands_of_the_page(out, run, tmp_path, command):
    """Each gives out Ann's grade or report; the exit code tells of Cid, who is undecided."""
    file = "Ann Lee_101_assignsubmission_file_/logistic.py"
    with Store(out) as store:
        ann = student("ann", 8, "Ann Lee", file)
        store.write(ann, Provenance("", "", ""), store.begin("sealed"))
    canvas(tmp_path / "export.csv", GRADEBOOK)
    moodle(tmp_path / "worksheet.csv", WORKSHEET)
    code, said, error = run(*shlex.split(command)[2:])
    assert (code, error) == (3, ""), command
    assert len(commands_of_the_page()) == 4 and "cid" in said
    if "feedback.zip" in command:
        with zipfile.ZipFile("feedback.zip") as packed:
            assert "Ann Lee_101_assignsubmission_file_/report.html" in packed.namelist()
