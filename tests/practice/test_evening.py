"""A student's whole evening in a terminal, in English and in Chinese: the toy course, twice."""

import shutil

import pytest
from conftest import ROOT
from support.terminal import Terminal

from grader.cli.program import main
from grader.text import Words

TOY = ROOT / "tests" / "toy"
RIGHT = "def mean(x):\n    return x.mean(0)\n\n\ndef spread(x):\n    return x.min(), x.max()\n"
SUM = RIGHT.replace("mean(0)", "sum(0)")
ROWS = RIGHT.replace("mean(0)", "mean(1)")
SWAPPED = RIGHT.replace("x.min(), x.max()", "x.max(), x.min()")
CHINESE = """
[hints]
mean_shape = "x 有幾行？"

[mistakes]
mean_sum = "這些是總和。\\n\\n它們的個數是 `len(x)`。"
"""


@pytest.fixture
def course(tmp_path, monkeypatch, capsys):
    """The toy course with a second exercise, and some words in Chinese."""
    root = tmp_path / "course"
    shutil.copytree(TOY, root)
    (root / "solutions" / "ex1_mean" / "words.zh-TW.toml").write_text(CHINESE, encoding="utf-8")
    assert main(["build", "ex1", "--words", "--course", str(root)]) == 0
    shutil.copytree(root / "exercises" / "ex1_mean", root / "exercises" / "ex2_again")
    checks = root / "exercises" / "ex2_again" / "checks.py"
    checks.write_text(checks.read_text().replace('"ex1"', '"ex2"'))
    return root


@pytest.fixture
def evening(course, tmp_path):
    """A terminal in an empty folder, and what saves a text as the student's file."""
    (tmp_path / "evening").mkdir()
    begun = []

    def begin(**variables):
        variables["GRADER_COURSE"] = str(course)
        begun.append(Terminal(tmp_path / "evening", tmp_path, **variables))
        return begun[0].__enter__()

    yield begin
    begun[0].__exit__()


@pytest.fixture
def save(tmp_path):
    """Save a text as an editor does that writes a new file and renames it."""

    def write(text):
        file = tmp_path / "evening" / "mine" / "ex1_mean" / "mean.py"
        new = file.with_name("mean.py~")
        new.write_text(text)
        new.replace(file)

    return write


def graded(terminal, wanted):
    """The screen once it shows this, and the grading is over: a key is for the new report then."""
    return terminal.until(rf"(?s){wanted}.*(graded in|評分花了)")


@pytest.mark.slow
def test_an_evening(evening, save):
    """Three mistakes, two hints, done, and what comes next; all of it is remembered."""
    terminal = evening()
    assert "cd mine" in terminal.run("grader init mine")
    terminal.run("cd mine")
    terminal.begin("grader watch")
    graded(terminal, "not implemented")
    save(SUM)
    assert "These are sums" in graded(terminal, "5/10")
    terminal.press("h")
    terminal.until(r"`len\(x\)` is their number")
    save(ROWS)
    graded(terminal, "shape is")
    terminal.press("h")
    terminal.until("How many columns has x")
    save(SWAPPED)
    assert "The largest comes first" in graded(terminal, "7/10")
    save(RIGHT)
    graded(terminal, "10/10.*1/2")
    terminal.press("n")
    terminal.until("ex2 Means")
    terminal.leave("q")
    listed = terminal.run("grader list")
    assert "✓ 10/10" in listed and listed.count("·") == 1
    assert "then: grader watch ex2" in terminal.run("grader next")
    assert "over: 0" in terminal.run("grader init .")
    assert "yours is" in terminal.run("grader reset ex1")
    assert "✓ 10/10" in terminal.run("grader list")


@pytest.mark.slow
def test_an_evening_in_chinese(evening, save):
    """The grader's words and the author's, as the machine's locale says."""
    words = Words("zh-TW")
    terminal = evening(LANG="zh_TW.UTF-8")
    assert "over: 0" in terminal.run("grader init mine")
    terminal.run("cd mine")
    terminal.begin("grader watch")
    graded(terminal, r"0/10")
    save(SUM)
    assert words("hint") in graded(terminal, "這些是總和")
    terminal.press("h")
    terminal.until(r"它們的個數是 `len\(x\)`")
    save(ROWS)
    graded(terminal, "形狀是")
    terminal.leave("q")
    assert words("score") in terminal.run("grader check ex1")
    assert "x 有幾行？" in terminal.run("grader hint ex1 mean")
    save(RIGHT)
    terminal.begin("grader watch ex1")
    graded(terminal, "10/10")
    terminal.leave("q")
    assert "✓ 10/10" in terminal.run("grader list")
    assert words("next: {command}", command="")[:3] in terminal.run("grader next")
