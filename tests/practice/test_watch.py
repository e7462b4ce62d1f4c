"""What the screen of `grader watch` shows, in a real terminal: tmux's."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
from conftest import ROOT

TOY = ROOT / "tests" / "toy"
RIGHT = "def mean(x):\n    return x.mean(0)\n\n\ndef spread(x):\n    return x.min(), x.max()\n"
WRONG = RIGHT.replace("mean(0)", "sum(0)")
LONGEST_S = 60


class Terminal:
    """A terminal of 80×24 in which a command of the grader runs."""

    def __init__(self, folder: Path, *words: str, columns: int = 80, rows: int = 24):
        self.socket = str(folder.parent / "tmux")
        command = ["env", f"GRADER_COURSE={TOY}", "PYTHONPATH=" + str(ROOT), sys.executable, "-m"]
        command += ["grader", *words]
        size = ["-x", str(columns), "-y", str(rows)]
        plain = {k: v for k, v in os.environ.items() if k not in ("CI", "NO_COLOR")}
        subprocess.run(
            ["tmux", "-f", "/dev/null", "-S", self.socket, "new-session", "-d", *size, *command],
            cwd=folder,
            check=True,
            env=plain | {"LANG": "C.UTF-8"},
        )

    def _tmux(self, *words: str) -> str:
        done = subprocess.run(
            ["tmux", "-S", self.socket, *words], capture_output=True, text=True, encoding="utf-8"
        )
        return done.stdout

    def text(self) -> str:
        """What is on the screen."""
        return self._tmux("capture-pane", "-p")

    def until(self, wanted: str) -> str:
        """The screen, once it matches."""
        ends = time.monotonic() + LONGEST_S
        while not re.search(wanted, text := self.text()):
            assert time.monotonic() < ends, text
            time.sleep(0.05)
        return text

    def press(self, key: str) -> None:
        """Press a key."""
        self._tmux("send-keys", key)

    def process(self) -> psutil.Process:
        """The command's."""
        return psutil.Process(int(self._tmux("list-panes", "-F", "#{pane_pid}")))

    def is_over(self) -> bool:
        """Whether the command has ended."""
        return not self._tmux("list-panes")

    def close(self) -> None:
        """End it."""
        self._tmux("kill-server")


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A student's folder of the toy course."""
    folder = tmp_path / "home"
    words = [sys.executable, "-m", "grader", "init", str(folder), "--course", str(TOY)]
    subprocess.run(words, cwd=ROOT, check=True, capture_output=True)
    return folder


@pytest.fixture
def watch(home):
    """Begin to watch; the terminal."""
    terminals = []

    def begin(*words, **size):
        terminals.append(Terminal(home, "watch", *words, **size))
        return terminals[-1]

    yield begin
    for terminal in terminals:
        terminal.close()


def save(home: Path, text: str) -> None:
    """As an editor does that writes a new file and renames it."""
    file = home / "ex1_mean" / "mean.py"
    new = file.with_name("mean.py~")
    new.write_text(text)
    new.replace(file)


@pytest.mark.slow
def test_an_evening(watch, home):
    """Three saves, a hint, and it is done."""
    terminal = watch()
    assert "0/10" in terminal.until("0/10")
    save(home, WRONG)
    screen = terminal.until("5/10")
    assert "These are sums" in screen and "spread" in screen
    terminal.press("h")
    terminal.until("all that the hint says")
    save(home, WRONG.replace("x.sum(0)", "x.mean(1)"))
    terminal.until("shape is")
    save(home, RIGHT)
    screen = terminal.until("Everything passes")
    assert "10/10" in screen and "1/1" in screen
    assert "the whole course is done" in screen
    terminal.press("l")
    assert "✓ 10/10" in terminal.until("checks")
    terminal.press("q")
    ends = time.monotonic() + LONGEST_S
    while not terminal.is_over():
        assert time.monotonic() < ends, terminal.text()
        time.sleep(0.05)


@pytest.mark.slow
def test_the_screen_is_never_larger_than_the_terminal(watch, home):
    """The keys are in its last line, and what has no room is a key away."""
    save(home, WRONG)
    terminal = watch("ex1", columns=60, rows=12)
    terminal.until("graded in")
    screen = terminal.text().rstrip("\n").split("\n")
    assert len(screen) == 12 and "h hint" in screen[-1]
    terminal.press("a")
    terminal.until("space: ")
    first = terminal.text()
    terminal.press("Space")
    ends = time.monotonic() + LONGEST_S
    while terminal.text() == first:
        assert time.monotonic() < ends, first


@pytest.mark.slow
def test_a_file_that_vanishes_is_waited_for(watch, home):
    """And a notebook beside it is graded where it was saved last."""
    file = home / "ex1_mean" / "mean.py"
    file.unlink()
    terminal = watch("ex1")
    terminal.until("graded in")  # the notebook's stub
    save(home, RIGHT)
    terminal.until("Everything passes")
    file.unlink()
    time.sleep(0.3)
    assert "Everything passes" in terminal.text()
    save(home, WRONG)
    terminal.until("These are sums")


@pytest.mark.slow
def test_it_rests_while_nothing_is_saved(watch, home):
    """Less than 1 % of a processor, by its own clock."""
    save(home, RIGHT)
    terminal = watch("ex1")
    terminal.until("Everything passes")
    process = terminal.process()
    time.sleep(1)
    before = process.cpu_times()
    time.sleep(10)
    after = process.cpu_times()
    used = after.user + after.system - before.user - before.system
    assert used <= 0.1


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
    save(home, "import time\n" + RIGHT.replace("return x.mean(0)", "time.sleep(2.9)"))
    terminal = watch("ex1")
    terminal.until("grading: mean")
    save(home, RIGHT)
    assert "killed" not in terminal.until("Everything passes|killed")
