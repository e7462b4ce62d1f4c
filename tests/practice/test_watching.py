"""What the screen of `grader watch` shows, in a real terminal: tmux's."""

import os
import shlex
import shutil
import signal
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path

import psutil
import pytest
from conftest import ROOT
from rich.cells import cell_len
from support.commands import run
from support.terminal import Shell, Terminal
from support.toy import RIGHT, SUM, TOY, save

SLOW = "import time\n" + RIGHT.replace("return x.mean(0)", "time.sleep(2.9)")


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A student's folder of the toy course."""
    folder = tmp_path / "home"
    assert run("init", folder, "--course", TOY).returncode == 0
    return folder


@pytest.fixture
def watch(home, tmp_path):
    """Begin to watch; the terminal. `behind` is what a shell does then."""
    with ExitStack() as begun:

        def begin(*words, behind="", course=TOY, **size):
            command = [sys.executable, "-m", "grader", "watch", *words]
            command = ["sh", "-c", f"{shlex.join(command)}; {behind}"] if behind else command
            variables = {"GRADER_COURSE": str(course)}
            return begun.enter_context(Terminal(command, home, tmp_path, variables, **size))

        yield begin


@pytest.mark.slow
def test_an_evening(watch, home):
    """Three saves, a hint, and it is done."""
    terminal = watch()
    assert "0/10" in terminal.until("0/10")
    save(home, SUM)
    screen = terminal.until("5/10")
    assert "These are sums" in screen and "spread" in screen
    terminal.press("h")
    terminal.until("all that the hint says")
    save(home, SUM.replace("x.sum(0)", "x.mean(1)"))
    terminal.until("shape is")
    save(home, RIGHT)
    screen = terminal.until("Everything passes")
    assert "10/10" in screen and "1/1" in terminal.until("1/1")
    assert "the whole course is done" in screen
    terminal.press("l")
    assert "✓ 10/10" in terminal.until("checks")
    terminal.press("q")
    terminal.over()


@pytest.mark.slow
def test_the_screen_is_never_larger_than_the_terminal(watch, home):
    """The keys are in its last line, and what has no room is a key away."""
    save(home, SUM)
    terminal = watch("ex1", columns=60, rows=12)
    terminal.until("graded in")
    screen = terminal.text.rstrip("\n").split("\n")
    assert len(screen) == 12 and "h hint" in screen[-1]
    terminal.press("a")
    terminal.until(r"\+\d+$")
    first = terminal.text
    terminal.press("Space")
    terminal.changed(first)


@pytest.mark.slow
def test_a_file_that_vanishes_is_waited_for(watch, home):
    """And the notebook beside it is graded where it was saved last."""
    file, notebook = home / "ex1_mean" / "mean.py", home / "ex1_mean" / "mean.ipynb"
    file.unlink()
    stub = notebook.read_text()
    notebook.unlink()
    terminal = watch("ex1")
    terminal.until("There is no ex1_mean/mean.py yet")
    save(home, SUM)
    terminal.until("These are sums")
    file.unlink()
    assert "These are sums" in terminal.until("mean.py is gone")
    notebook.write_text(stub)
    terminal.until("mean.ipynb(.|\n)*mean is not implemented")
    save(home, "def mean(x:\n")
    terminal.until(r"✗ mean.py, line 1: SyntaxError(.|\n)*mean is not implemented")
    save(home, RIGHT)
    assert "SyntaxError" not in terminal.until("Everything passes")


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_nothing_is_left_where_it_is_told_to_end(watch, home, number):
    """Neither a zygote nor its folder, and the terminal is as it was: a shell goes on in it."""
    terminal = watch("ex1", behind="stty -a; echo BEHIND; read x")
    save(home, SLOW)
    terminal.until("grading: mean")
    (process,) = terminal.process.children()
    (zygote,) = process.children()
    scratch = {Path(word) for word in zygote.cmdline() if "grader-" in word}
    process.send_signal(number)
    screen = terminal.until("BEHIND")
    assert "ex1 Means" not in screen and " icanon" in screen and " echo " in screen
    assert not zygote.is_running() or zygote.status() == psutil.STATUS_ZOMBIE
    assert not any(folder.exists() for folder in scratch)


@pytest.mark.slow
def test_a_shell_between_a_stop_and_fg(home, tmp_path):
    """Ctrl-Z leaves the terminal as it was, and when it goes on all is there again."""
    save(home, SUM)
    with Shell(home, tmp_path, GRADER_COURSE=str(TOY)) as shell:
        shell.begin("grader watch")
        shell.until("graded in")
        shell.press("C-z")
        shell.until(r"(?m)^\$\s*\Z")
        assert "ex1 Means" not in shell.run("stty -a") and " icanon" in shell.text
        shell.begin("fg")
        assert "h hint" in shell.until("ex1 Means(.|\n)*graded in")
        shell.press("l")
        shell.until("checks    points")
        shell.leave("q")
        assert "over: 0" in shell.run("true")


@pytest.mark.slow
def test_what_is_typed_ahead_is_not_lost(watch, home):
    """Keys that come before the screen is there, and several at once; one that is none is told."""
    save(home, SUM)
    terminal = watch("ex1")
    terminal.press("l")
    terminal.until("checks    points")
    terminal.until("5/10")
    for key in "zlq":
        terminal.press(key)
    terminal.over()


@pytest.mark.slow
def test_the_exercises_own_files_are_read_again(watch, home, tmp_path):
    """Those that an author is writing, or that an upgrade has brought."""
    course = tmp_path / "course"
    shutil.copytree(TOY, course)
    save(home, SUM)
    terminal = watch("ex1", course=course)
    terminal.until("5/10")
    checks = course / "exercises" / "ex1_mean" / "checks.py"
    text = checks.read_text()
    checks.write_text(text + "\nraise RuntimeError\n")
    terminal.until("✗(.|\n)*RuntimeError")
    checks.write_text(text + "\n")
    terminal.until(r"\A(?!(.|\n)*RuntimeError)")


@pytest.mark.slow
def test_a_screen_in_chinese(watch, home):
    """Its words, and columns that line up: a character takes two."""
    save(home, SUM)
    terminal = watch("ex1", "--lang", "zh-TW")
    screen = terminal.until("試試看")
    head, *_, keys = screen.rstrip("\n").split("\n")
    assert head.endswith("0/1") and cell_len(head) == 80 and keys


@pytest.mark.slow
def test_it_rests_while_nothing_is_saved(watch, home):
    """Less than 1 % of a processor, by its own clock."""
    save(home, RIGHT)
    terminal = watch("ex1")
    terminal.until("Everything passes")
    process = terminal.process
    time.sleep(1)
    before = process.cpu_times()
    time.sleep(5)
    after = process.cpu_times()
    used = after.user + after.system - before.user - before.system
    assert used <= 0.05


def test_without_a_terminal_it_says_so(home):
    """In a line."""
    done = subprocess.run(
        [sys.executable, "-m", "grader", "watch", "--course", str(TOY)],
        cwd=home,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 2
    assert "needs a terminal" in done.stderr and "Traceback" not in done.stderr


@pytest.mark.slow
def test_a_save_ends_a_grading_at_once(watch, home):
    """In the midst of a call that would last, and what it had found is not shown."""
    save(home, SLOW)
    terminal = watch("ex1")
    terminal.until("grading: mean")
    save(home, RIGHT)
    assert "killed" not in terminal.until("Everything passes|killed")


@pytest.mark.slow
def test_keys_at_odd_moments(watch, home):
    """Before there is a report, while the file can't be read, and while it is gone."""
    save(home, "def mean(x:\n")
    terminal = watch("ex1")
    terminal.until("SyntaxError")
    terminal.press("a")
    terminal.until("there is no report yet")
    for key, shown in (("l", "checks"), ("l", "started once"), ("l", "checks")):
        terminal.press(key)
        terminal.until(shown)
    terminal.press("Escape")
    terminal.until("started once")
    save(home, SUM.replace("x.min(), x.max()", "x.max() + 7, x.min()"))
    terminal.until("These are sums(.|\n)*graded in")
    terminal.press("a")
    assert "(h says more)" not in terminal.until(r"\(grader hint ex1 mean\s+says")
    save(home, "def mean(x:\n")
    terminal.until("SyntaxError")
    terminal.press("h")
    assert "SyntaxError" in terminal.until("all that the hint says")
    (home / "ex1_mean" / "mean.py").unlink()
    terminal.until("mean.py is gone")
    terminal.press("r")
    terminal.press("x")
    assert "mean.py is gone" in terminal.until("no key 'x'")
    save(home, RIGHT)
    terminal.until("Everything passes")
