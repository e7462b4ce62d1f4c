"""What is remembered in a student's folder, and what becomes of it where it can't be read."""

import shutil
import sqlite3
import subprocess
import sys
from dataclasses import replace

import pytest
from conftest import ROOT

from grader.errors import RecordError, RecordFault
from grader.judge import COMES_FIRST
from grader.practice import Diagnosis, Home, Memory, diagnoses
from grader.practice.memory import NAME
from grader.report import CheckResult, Counterexample, Mistake, Report, Status, Verdict
from grader.text import Message

WRONG = Diagnosis("c", "f", ("Look.", "Do.", "Write."))


@pytest.fixture
def home(tmp_path):
    """A student's folder, in which nothing is."""
    (tmp_path / "home").mkdir()
    return Home(tmp_path / "home")


def report(points, most=10.0):
    """Of ex1, with one check."""
    check = CheckResult("c", "t", "f", Verdict.PASSED, points, most)
    return Report("ex1", "T", "mean.py", Status.GRADED, "open", 0, "k", True, (check,))


def best(home):
    """The best result of ex1."""
    with Memory(home) as memory:
        return memory.standings()["ex1"].best


# --- what is remembered --------------------------------------------------------------------


def test_the_best_and_the_last_result_are_remembered(home):
    """In parts of all points."""
    for points in (4, 10, 7):
        with Memory(home) as memory:
            memory.result(report(points))
    with Memory(home) as memory:
        standing = memory.standings()["ex1"]
    assert (standing.best, standing.last, standing.max_score) == (1, 0.7, 10)
    assert standing.is_done


def test_what_was_not_graded_is_no_result(home):
    """A broken grader is not a zero."""
    with Memory(home) as memory:
        memory.result(replace(report(0), status=Status.UNGRADED))
        assert memory.standings() == {}


def test_hints_that_were_shown_are_remembered(home):
    """The report shows the first level, and none of an author's general hint."""
    general = replace(WRONG, check="d", nudged=False)
    with Memory(home) as memory:
        assert (memory.levels("ex1", WRONG), memory.levels("ex1", general)) == (1, 0)
        memory.shown("ex1", WRONG, 2)
        memory.shown("ex1", general, 1)
    with Memory(home) as memory:
        assert (memory.levels("ex1", WRONG), memory.levels("ex1", general)) == (2, 1)
        assert memory.levels("ex2", WRONG) == 1


def test_another_diagnosis_begins_at_its_first_level(home):
    """The one before has what was shown of it, if it comes back: a save in between is forgiven."""
    other = replace(WRONG, hints=("Another.", "More."))
    with Memory(home) as memory:
        memory.shown("ex1", WRONG, 3)
        assert memory.levels("ex1", other) == 1
        assert memory.levels("ex1", WRONG) == 3


def test_the_newest_report_counts(home):
    """Of what it did not ask, the one before; what passes or waits is no longer wrong."""
    other = replace(WRONG, check="d")
    with Memory(home) as memory:
        memory.diagnosed("ex1", ["c", "d", "e"], [WRONG, other])
        memory.diagnosed("ex1", ["d"], [other])
        assert memory.diagnoses("ex1") == [other, WRONG]
        memory.diagnosed("ex1", ["c", "d"], [])
        assert memory.diagnoses("ex1") == []


def test_which_exercise_was_graded_last(home):
    """Also where it has passed."""
    with Memory(home) as memory:
        assert memory.last_asked() is None
        memory.diagnosed("ex1", ["c"], [WRONG])
        memory.diagnosed("ex2", ["c"], [])
        assert memory.last_asked() == "ex2"
        memory.diagnosed("ex1", ["c"], [WRONG])
        assert memory.last_asked() == "ex1"


def failed(verdict=Verdict.FAILED, **more):
    """A result of a check of the toy course that has general hints."""
    shown = Counterexample({"x": "[[1]]"}, "[1]", "[2]", "")
    values = CheckResult("mean_values", "t", "mean", verdict, 0, 4, counterexample=shown)
    return replace(values, **more)


@pytest.mark.parametrize(
    ("result", "wanted"),
    [
        (failed(), ("Take a small x.", "Divide by `len(x)`.")),
        (failed(mistake=Mistake("mean_sum", ("A sum.", "More."))), ("A sum.", "More.")),
        (
            failed(Verdict.NOT_ATTEMPTED, counterexample=None),
            ("Take a small x.", "Divide by `len(x)`."),
        ),
        (failed(Verdict.ERROR, counterexample=None), ()),
        (failed(details=(Message(COMES_FIRST[0], functions="spread"),)), ()),
    ],
)
def test_a_hint_is_of_the_function(toy, result, wanted):
    """None is given where the fault is the file's, or another function's."""
    (found,) = diagnoses(replace(report(0), checks=(result,)), toy)
    assert (found.check, found.hints) == ("mean_values", wanted)


def test_what_is_written_comes_before_what_is_not(toy):
    """As in the report: so a hint that is asked for without a name is on what is shown there."""
    missing = failed(Verdict.NOT_ATTEMPTED, name="mean_shape", counterexample=None)
    found = diagnoses(replace(report(0), checks=(missing, failed())), toy)
    assert [each.check for each in found] == ["mean_values", "mean_shape"]


@pytest.mark.parametrize("verdict", [Verdict.PASSED, Verdict.SKIPPED, Verdict.UNGRADED])
def test_what_is_not_wrong_is_no_diagnosis(toy, verdict):
    """Nor is what the grader could not tell."""
    assert [*diagnoses(replace(report(0), checks=(failed(verdict),)), toy)] == []


# --- where it can't be read ----------------------------------------------------------------


def no_database(path):
    """A text."""
    path.write_bytes(b"no database at all, but text\n" * 100)


def cut_short(path):
    """As a copy that was broken off."""
    path.write_bytes(path.read_bytes()[:5000])


def a_table_gone(path):
    """As by a tool that somebody tried on it."""
    with sqlite3.connect(path) as db:
        db.execute("DROP TABLE hint")
    db.close()


def a_trigger_more(path):
    """As in a folder that somebody else has made."""
    with sqlite3.connect(path) as db:
        db.execute("CREATE TRIGGER t AFTER INSERT ON result BEGIN DELETE FROM result; END")
    db.close()


def of_another_program(path):
    """Such as a browser's, to which a link could lead."""
    path.unlink()
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE bookmarks (url TEXT)")
    db.close()


@pytest.mark.parametrize(
    "damage", [no_database, cut_short, a_table_gone, a_trigger_more, of_another_program]
)
def test_what_cannot_be_read_is_put_aside(home, damage):
    """It begins anew, and the old one stays as it is."""
    path = home.remembered / NAME
    for points in (4, 5):
        with Memory(home) as memory:
            memory.result(report(points))
        damage(path)
        before = path.read_bytes()
        with Memory(home) as memory:
            assert memory.put_aside is not None and memory.put_aside.read_bytes() == before
            assert memory.standings() == {}
            memory.result(report(points))
        with Memory(home) as memory:
            assert memory.put_aside is None
        assert best(home) == points / 10
    assert len([*home.remembered.glob("progress.*.db")]) == 2


def test_one_of_a_newer_grader_is_left_alone(home):
    """Who goes back to that grader finds all of it."""
    with Memory(home) as memory:
        memory.result(report(4))
    path = home.remembered / NAME
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")
        db.execute("CREATE TABLE more (x TEXT)")
    db.close()
    before = path.read_bytes()
    with pytest.raises(RecordError, match="newer grader"):
        Memory(home)
    assert path.read_bytes() == before


def test_one_that_is_gone_is_begun_anew(home):
    """And that is told, but not at the first time."""
    with Memory(home) as memory:
        assert not memory.is_lost
    (home.remembered / NAME).unlink()
    with Memory(home) as memory:
        assert memory.is_lost and memory.standings() == {}
    with Memory(home) as memory:
        assert not memory.is_lost


def test_a_folder_in_which_nothing_can_be_written_is_said(tmp_path):
    """In a line, with the path."""
    (tmp_path / ".grader").write_text("a file\n")
    with pytest.raises(RecordFault, match=r"progress\.db|\.grader"):
        Memory(Home(tmp_path))


def test_one_that_can_only_be_read_is_read(home, monkeypatch):
    """As from a medium that is mounted so: what is done is shown, and a new result is refused."""
    with Memory(home) as memory:
        memory.result(report(4))

    def read_only(path, **options):
        if path == ":memory:":
            return connect(path)
        return connect(f"file:{path}?mode=ro", uri=True, **options)

    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", read_only)
    with Memory(home) as memory:
        assert memory.standings()["ex1"].best == 0.4
        with pytest.raises(RecordFault, match="readonly"):
            memory.result(report(6))


def test_a_full_disk_loses_nothing(home, monkeypatch):
    """What was remembered before is there afterwards."""
    with Memory(home) as memory:
        memory.result(report(4))
    with Memory(home) as memory:
        (pages,) = memory._db.execute("PRAGMA page_count").fetchone()
        memory._db.execute(f"PRAGMA max_page_count = {pages}")
        long = [replace(WRONG, check=f"c{n}", hints=("x" * 1000,)) for n in range(100)]
        with pytest.raises(RecordFault, match="full"):
            memory.diagnosed("ex1", ["c"], long)
    with Memory(home) as memory:
        assert memory.diagnoses("ex1") == [] and memory.standings()["ex1"].best == 0.4


def test_a_folder_that_is_gone_is_not_made_again(home, tmp_path):
    """It was renamed while `grader watch` ran: an empty one of the old name would mislead."""
    with Memory(home) as memory:
        memory.result(report(4))
    moved = home.root.rename(tmp_path / "renamed")
    with pytest.raises(RecordFault):
        Memory(home)
    assert not home.root.exists()
    assert best(Home(moved)) == 0.4
    shutil.copytree(moved, home.root)
    assert best(home) == 0.4


def test_two_programs_remember_at_once(home):
    """One waits for the other, also where both find it damaged and begin it anew."""
    with Memory(home) as memory:
        memory.result(report(1))
    (home.remembered / NAME).write_bytes(b"damage " * 1000)
    code = (
        "import sys; from test_memory import *; home = Home(Path(sys.argv[1]))\n"
        "for n in range(8):\n    with Memory(home) as m: m.result(report(int(sys.argv[2])))"
    )
    words = [sys.executable, "-c", f"from pathlib import Path; {code}", str(home.root)]
    paths = f"{ROOT}:{ROOT / 'tests'}:{ROOT / 'tests' / 'practice'}"
    begun = [
        subprocess.Popen([*words, str(points)], env={"PYTHONPATH": paths}) for points in (4, 6, 8)
    ]
    assert [process.wait() for process in begun] == [0, 0, 0]
    db = sqlite3.connect(home.remembered / NAME)
    assert db.execute("SELECT count(*) FROM result").fetchone() == (24,)
    db.close()
    assert len([*home.remembered.glob("progress.*.db")]) == 1
