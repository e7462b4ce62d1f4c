"""A student's whole evening in a terminal, in English and in Chinese: the toy course, twice."""

import shutil
from contextlib import ExitStack

import pytest
from support.terminal import Shell
from support.toy import RIGHT, SUM, TOY, add_another, save

from grader.cli.program import main
from grader.text import Words

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
    add_another(root)
    return root


@pytest.fixture
def mine(tmp_path):
    """The folder that is the student's own, once the shell has made it."""
    return tmp_path / "evening" / "mine"


@pytest.fixture
def evening(course, mine):
    """A shell in an empty folder."""
    mine.parent.mkdir()
    with ExitStack() as begun:
        yield lambda **variables: begun.enter_context(
            Shell(mine.parent, mine.parent.parent, GRADER_COURSE=str(course), **variables)
        )


def graded(terminal, wanted):
    """The screen once it shows this, and the grading is over: a key is for the new report then."""
    return terminal.until(rf"(?s){wanted}.*(graded in|評分花了)")


@pytest.mark.slow
def test_an_evening(evening, mine):
    """Three mistakes, two hints, done, and what comes next; all of it is remembered."""
    terminal = evening()
    assert "cd mine" in terminal.run("grader init mine")
    terminal.run("cd mine")
    terminal.begin("grader watch")
    graded(terminal, "not implemented")
    save(mine, SUM)
    assert "These are sums" in graded(terminal, "5/10")
    terminal.press("h")
    terminal.until(r"`len\(x\)` is their number")
    save(mine, ROWS)
    graded(terminal, "shape is")
    terminal.press("h")
    terminal.until("How many columns has x")
    save(mine, SWAPPED)
    assert "The largest comes first" in graded(terminal, "7/10")
    save(mine, RIGHT)
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
def test_an_evening_in_chinese(evening, mine):
    """The grader's words and the author's, as the machine's locale says."""
    words = Words("zh-TW")
    terminal = evening(LANG="zh_TW.UTF-8")
    assert "over: 0" in terminal.run("grader init mine")
    terminal.run("cd mine")
    terminal.begin("grader watch")
    graded(terminal, r"0/10")
    save(mine, SUM)
    assert words("hint") in graded(terminal, "這些是總和")
    terminal.press("h")
    terminal.until(r"它們的個數是 `len\(x\)`")
    save(mine, ROWS)
    graded(terminal, "形狀是")
    terminal.leave("q")
    assert words("score") in terminal.run("grader check ex1")
    assert "x 有幾行？" in terminal.run("grader hint ex1 mean")
    save(mine, RIGHT)
    terminal.begin("grader watch ex1")
    graded(terminal, "10/10")
    terminal.leave("q")
    assert "✓ 10/10" in terminal.run("grader list")
    assert words("next: {command}", command="")[:3] in terminal.run("grader next")
