"""A student's own folder: what is handed out, what is remembered, and what is given back."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from conftest import ROOT

from grader.course import Course
from grader.errors import RecordError
from grader.practice import Home, Memory, above, give_back, hand_out
from grader.practice.memory import NAME
from grader.report import CheckResult, Report, Status, Verdict

TOY = ROOT / "tests" / "toy"


@pytest.fixture
def course(tmp_path):
    """A copy of the toy course, which a test may change."""
    shutil.copytree(TOY, tmp_path / "course")
    return Course(tmp_path / "course")


@pytest.fixture
def home(tmp_path):
    """A student's folder, in which nothing is."""
    return Home(tmp_path / "home")


def hand(course, home):
    """What `grader init` does."""
    with Memory(home) as memory:
        return hand_out(course, home, memory)


def report(points, most=10.0):
    """Of ex1, with one check."""
    check = CheckResult("c", "t", "f", Verdict.PASSED, points, most)
    return Report("ex1", "T", "mean.py", Status.GRADED, "open", 0, "k", True, (check,))


# --- files ---------------------------------------------------------------------------------


def test_the_files_to_write_in_are_handed_out_and_no_check(course, home):
    """Nor a key, nor a solution."""
    handed = hand(course, home)
    stub = Path("ex1_mean", "mean.py")
    assert stub in handed.new and not handed.renewed and not handed.left
    assert (home.root / stub).read_bytes() == (course.root / "exercises" / stub).read_bytes()
    files = {path.name for path in home.root.rglob("*") if path.is_file()}
    assert files.isdisjoint({"checks.py", "answers.key", "inputs.py"})


def test_what_was_written_is_never_written_over(course, home):
    """The course's file is another one now, and so is the student's: it is said."""
    hand(course, home)
    stub = Path("ex1_mean", "mean.py")
    (home.root / stub).write_text("def mean(x): return x\n")
    assert not hand(course, home).left, "the course has brought nothing new"
    with (course.root / "exercises" / stub).open("a") as file:
        file.write("# new\n")
    assert hand(course, home).left == (stub,)
    assert (home.root / stub).read_text() == "def mean(x): return x\n"


def test_a_file_that_was_there_before_is_left_alone(course, home):
    """It was never handed out: whose it is cannot be known."""
    stub = Path("ex1_mean", "mean.py")
    (home.root / stub.parent).mkdir(parents=True)
    (home.root / stub).write_text("mine\n")
    assert hand(course, home).left == (stub,)
    assert (home.root / stub).read_text() == "mine\n"


def test_what_nobody_has_changed_is_renewed(course, home):
    """A newer stub, and a README that came with it."""
    hand(course, home)
    stub = course.root / "exercises" / "ex1_mean" / "mean.py"
    stub.write_text(stub.read_text() + "# new\n")
    (stub.parent / "README.de.md").write_text("# New\n")
    handed = hand(course, home)
    assert handed.renewed == (Path("ex1_mean", "mean.py"),)
    assert handed.new == (Path("ex1_mean", "README.de.md"),)
    assert (home.root / "ex1_mean" / "mean.py").read_bytes() == stub.read_bytes()
    again = hand(course, home)
    assert not (again.new or again.renewed or again.left)


def test_a_stub_is_given_back_and_the_work_stays(course, home):
    """Twice on one day, too."""
    hand(course, home)
    lesson = course.lesson("ex1")
    own = home.root / "ex1_mean" / "mean.py"
    assert give_back(lesson, home) == []
    kept = []
    for text in ("first\n", "second\n", "third\n"):
        own.write_text(text)
        ((old, place),) = give_back(lesson, home)
        assert old == own and own.read_bytes() == (lesson.folder / "mean.py").read_bytes()
        kept.append(place)
    assert [place.read_text() for place in kept] == ["first\n", "second\n", "third\n"]


def test_a_folder_is_found_from_within(course, home, tmp_path):
    """Not from beside it."""
    hand(course, home)
    assert above(home.root / "ex1_mean") == home
    assert above(tmp_path) is None


# --- memory --------------------------------------------------------------------------------


def test_the_best_and_the_last_result_are_remembered(home):
    """In parts of all points."""
    for points in (4, 10, 7):
        with Memory(home) as memory:
            memory.result(report(points))
    with Memory(home) as memory:
        standing = memory.standings()["ex1"]
    assert (standing.best, standing.last, standing.max_score) == (1, 0.7, 10)
    assert standing.is_done


def test_hints_that_were_shown_are_remembered(home):
    """None were, at first."""
    with Memory(home) as memory:
        assert memory.levels("ex1", "c") == 0
        memory.shown("ex1", "c", 1)
        memory.shown("ex1", "c", 2)
    with Memory(home) as memory:
        assert (memory.levels("ex1", "c"), memory.levels("ex1", "d")) == (2, 0)


@pytest.mark.parametrize("damage", ["no database", "a newer grader"])
def test_what_cannot_be_read_is_put_aside(home, damage):
    """It begins anew, and the old one stays."""
    with Memory(home) as memory:
        memory.result(report(4))
    path = home.remembered / NAME
    if damage == "no database":
        path.write_bytes(b"no database at all, but text\n" * 100)
    else:
        with sqlite3.connect(path) as db:
            db.execute("PRAGMA user_version = 99")
        db.close()
    before = path.read_bytes()
    with Memory(home) as memory:
        assert memory.put_aside is not None and memory.put_aside.read_bytes() == before
        assert memory.standings() == {}
        memory.result(report(5))
    with Memory(home) as memory:
        assert memory.put_aside is None and memory.standings()["ex1"].best == 0.5


def test_a_folder_in_which_nothing_can_be_written_is_said(tmp_path):
    """In a line, with the path."""
    (tmp_path / ".grader").write_text("a file\n")
    with pytest.raises(RecordError, match=r"progress\.db|\.grader"):
        Memory(Home(tmp_path))


def test_two_programs_remember_at_once(home):
    """One waits for the other."""
    with Memory(home) as one, Memory(home) as other:
        one.result(report(4))
        other.result(report(6))
        assert one.standings()["ex1"].best == 0.6
