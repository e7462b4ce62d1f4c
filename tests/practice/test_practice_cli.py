"""A student's folder, by the commands: init, list, next, check, reset."""

import pytest
from conftest import ROOT, SUBMISSIONS

from grader.cli.program import main

TOY = ROOT / "tests" / "toy"
RIGHT = "def mean(x): return x.mean(0)\ndef spread(x): return x.min(), x.max()\n"


@pytest.fixture
def run(monkeypatch, capsys, tmp_path):
    """Run a command as a student of the toy course does; exit code, and what is said."""
    monkeypatch.setenv("GRADER_COURSE", str(TOY))
    monkeypatch.chdir(tmp_path)

    def call(*words):
        code = main(list(words))
        out, err = capsys.readouterr()
        return code, out + err

    return call


def test_an_evening(run, tmp_path, monkeypatch):
    """From nothing to all that there is."""
    code, said = run("init", "mine")
    assert code == 0 and "cd mine" in said
    monkeypatch.chdir(tmp_path / "mine")
    assert "write mean, spread" in run("next")[1]
    assert "·" in run("list")[1]
    own = tmp_path / "mine" / "ex1_mean" / "mean.py"
    own.write_text(RIGHT.replace("mean(0)", "sum(0)"))
    assert run("check", "ex1")[0] == 1
    assert "◐ 5/10" in run("list")[1]
    assert "grader check ex1 (the last time: 50% of the points)" in run("next")[1]
    own.write_text(RIGHT)
    monkeypatch.chdir(own.parent)
    assert run("check")[0] == 0
    assert "✓ 10/10" in run("list")[1]
    assert "all exercises are done" in run("next")[1]
    assert "yours is mean." in run("reset", "ex1")[1]
    assert "✓ 10/10" in run("list")[1], "what was reached once is remembered"


def test_one_function_is_no_result_of_the_exercise(run, tmp_path, monkeypatch):
    """It would look like a worse one."""
    run("init")
    own = tmp_path / "ex1_mean" / "mean.py"
    own.write_text(RIGHT)
    run("check", "ex1")
    run("check", "ex1", "spread")
    assert "✓ 10/10" in run("list")[1]


def test_a_damaged_record_is_said_and_stops_nothing(run, tmp_path):
    """The grade comes all the same."""
    run("init")
    (tmp_path / ".grader" / "progress.db").write_bytes(b"damage " * 1000)
    (tmp_path / "ex1_mean" / "mean.py").write_text(RIGHT)
    code, said = run("check", "ex1")
    assert code == 0 and "10 / 10" in said
    assert "what was remembered here cannot be read" in said


def test_a_course_is_no_students_folder(run, tmp_path):
    """Its exercises/ would be taken for the student's."""
    (tmp_path / "exercises").mkdir()
    code, said = run("init")
    assert code == 2 and "holds a course" in said


def test_nothing_is_reset_elsewhere(run, tmp_path):
    """A file in a folder that `init` has not made is nobody's stub."""
    (tmp_path / "mean.py").write_text(RIGHT)
    code, said = run("reset", "ex1")
    assert code == 2 and "grader init" in said
    assert (tmp_path / "mean.py").read_text() == RIGHT


def test_a_hint_comes_level_by_level(run, tmp_path, monkeypatch):
    """The report has the nudge; each command says one level more, and then that there is none."""
    monkeypatch.delenv("GRADER_COURSE")
    run("init")
    own = tmp_path / "ex4_linear" / "linear.py"
    own.write_text((SUBMISSIONS / "ex4_wrong.py").read_text())
    said = run("check", "ex4")[1]
    assert "of shape (N,)?" in said and "multiplies and adds up" not in said
    assert "more: grader hint ex4" in said
    code, said = run("hint", "ex4")
    assert code == 0 and "multiplies and adds up" in said
    assert "this is all that the hint says" in said
    own.write_text((SUBMISSIONS / "ex4_right.py").read_text())
    assert run("check", "ex4")[0] == 0
    code, said = run("hint", "ex4")
    assert code == 2 and "nothing is known to be wrong" in said


def test_where_no_mistake_is_recognised_there_is_no_hint(run, tmp_path):
    """It is not invented."""
    run("init")
    odd = RIGHT.replace("x.mean(0)", "x.mean(0) + (x > 3).sum() * x.max() ** 2")
    (tmp_path / "ex1_mean" / "mean.py").write_text(odd)
    run("check", "ex1")
    code, said = run("hint", "ex1", "mean")
    assert code == 2 and "no mistake was recognised" in said


def test_without_a_students_folder_a_hint_is_shown_whole(run, tmp_path):
    """Nothing is remembered there, so nothing is held back."""
    own = tmp_path / "mean.py"
    own.write_text(RIGHT.replace("mean(0)", "sum(0)"))
    said = run("check", "ex1", "mean.py")[1]
    assert "These are sums" in said and "grader hint" not in said
