"""A save of a student's file, graded beside the screen: what comes of it, and what cannot be."""

import os
import shutil
import time

import pytest
from conftest import ROOT

from grader.cli.watch_work import Work
from grader.course.course import Course
from grader.errors import GraderError
from grader.practice import Home
from grader.report import Verdict

LONGEST_S = 60
RIGHT = "def mean(x):\n    return x.mean(0)\n\n\ndef spread(x):\n    return x.min(), x.max()\n"


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A student's folder of the toy course, in which one stands, and that course."""
    shutil.copytree(ROOT / "tests" / "toy", tmp_path / "course")
    folder = tmp_path / "home"
    (folder / ".grader").mkdir(parents=True)
    (folder / "ex1_mean").mkdir()
    monkeypatch.chdir(folder)
    return Home(folder)


@pytest.fixture
def work(home, tmp_path):
    """The work on its only exercise."""
    made = Work(Course(tmp_path / "course").lesson("ex1"), home, lambda: None)
    yield made
    made.close()


@pytest.fixture
def graded(work, numpy_zygote):
    """Grade what was saved; the report, or None, and the grading."""

    def grade():
        work.look()
        work.begin(lambda: numpy_zygote)
        report = run = None
        while work.run is not None:
            run = work.run
            run.join(LONGEST_S)
            ended = work.ended()
            report = work.take(ended) if ended else None
            work.begin(lambda: numpy_zygote)
        return report, run

    return grade


@pytest.fixture
def saved(work, graded):
    """Save the file, and grade it."""

    def save(content):
        data = content.encode() if isinstance(content, str) else content
        file = work.paths[0]
        if file.is_dir():
            file.rmdir()
        new = file.with_name("new")
        new.write_bytes(data)
        os.utime(new, (time.time() - 1, time.time() - 1))  # an empty one could be half written
        new.replace(file)
        return graded()

    return save


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("def mean(x:\n", "mean.py, line 1: SyntaxError"),
        ("", "mean.py: the file is empty"),
        (" \n\n", "mean.py: the file is empty"),
        ("x = 'é'\n".encode("latin-1"), "mean.py, line 1: "),
        (RIGHT.encode("utf-16"), "UTF-16"),
        (b"x = 1\0", "NUL byte"),
        (b"#" * 3_000_000, "larger than 2 MB"),
        (b"PK\x03\x04" + bytes(100), "zip"),
    ],
)
def test_what_cannot_be_graded_is_told_in_a_line(work, saved, content, said):
    """Then it is waited for, and what was known before is known still."""
    report, _ = saved(RIGHT)
    assert report.passed
    report, run = saved(content)
    assert report is None and (run is None or not run.known)
    assert said in str(work.fault) and "\n" not in str(work.fault)
    report, run = saved(RIGHT.replace("x.min(), x.max()", "x.max(), x.min()"))
    assert work.fault is None and run.asked == ["spread_values"] and run.has_failed


def test_a_folder_in_its_place_is_told(work, graded, saved):
    """And a file that has gone is waited for."""
    work.paths[0].mkdir()
    assert graded() == (None, None)
    assert "is a folder" in str(work.fault)
    assert saved(RIGHT)[0].passed and not work.is_gone
    work.paths[0].unlink()
    work.look()
    assert work.is_gone and not work.begin(lambda: None)


def test_everything_is_asked_once_more_before_it_is_said_to_pass(work, saved):
    """A part of it was known from before: what is done is done by a whole grading."""
    saved(RIGHT.replace("mean(0)", "sum(0)"))
    report, run = saved(RIGHT)
    assert report.passed and len(run.asked) == len(report.checks)


def test_what_has_not_changed_is_not_asked(work, graded, saved):
    """But when it is asked for again."""
    wrong = RIGHT.replace("mean(0)", "sum(0)")
    _, run = saved(wrong)
    assert len(run.asked) == 4
    _, run = saved(f"{wrong}# nothing\n")
    assert not run.asked and not run.has_failed
    work.again()
    _, run = graded()
    assert len(run.asked) == 4


def test_a_module_beside_the_file_is_watched_too(work, graded, saved):
    """The student's own, that the file imports."""
    own = work.paths[0].with_name("own.py")
    own.write_text("def total(x):\n    return x.sum(0)\n")
    report, _ = saved("from own import total\n" + RIGHT.replace("x.mean(0)", "total(x)"))
    assert not report.passed
    assert graded() == (None, None)
    own.write_text("def total(x):\n    return x.sum(0) / len(x)\n")
    report, _ = graded()
    assert report.passed


def test_what_is_known_of_a_grading_so_far(work, saved):
    """The results that stay, and the checks that are still asked with their functions."""
    _, run = saved(RIGHT.replace("mean(0)", "sum(0)"))
    del run.known[2:]
    report, pending = work.so_far(run)
    assert [check.verdict for check in report.checks] == [Verdict.PASSED, Verdict.FAILED]
    assert pending == {"mean_purity": "mean", "spread_values": "spread"}


def test_a_fault_of_the_graders_is_told_as_one(work, saved, monkeypatch):
    """It is none of the file's; the next save is graded as ever."""
    with monkeypatch.context() as broken:
        broken.setattr("grader.cli.watch_work.judge", None)
        report, _ = saved(RIGHT)
    assert report is None and "internal error, nothing was graded: TypeError" in str(work.fault)
    assert saved(f"{RIGHT}# again\n")[0].passed and work.fault is None


def test_the_courses_own_files_are_looked_at(work, tmp_path, monkeypatch):
    """Now and then, since they hardly ever change."""
    monkeypatch.setattr("grader.cli.watch_work._COURSE_S", 0)
    assert not work.course_has_changed()
    checks = work.lesson.folder / "checks.py"
    checks.write_text(checks.read_text() + "\n")
    assert work.course_has_changed() and not work.course_has_changed()
    work.lesson.key_path.unlink()
    assert work.course_has_changed()
    with pytest.raises(GraderError):
        Work(Course(tmp_path / "course").lesson("ex1"), None, lambda: None)
