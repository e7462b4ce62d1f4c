"""A person at a terminal sees what is done; nothing of it is left, and nobody else sees any."""

import fcntl
import io
import os
import pty
import re
import signal
import struct
import subprocess
import sys
import termios
import threading

import pytest
from conftest import ROOT

from grader.cli.spinner import Spinner

TOY = ROOT / "tests" / "toy"
SLOW = """
import time
def mean(x):
    time.sleep(0.01)
    return x.mean(0)
def spread(x):
    return x.min(), x.max()
"""


@pytest.fixture
def file(tmp_path):
    """A right file that is slow enough for a spinner to be seen."""
    path = tmp_path / "slow.py"
    path.write_text(SLOW)
    return path


def _in_front():
    """Let Ctrl-C reach the process: one in the background may ignore it, with its children."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def at_a_terminal(*words, columns=80, stop_at=None, **environment):
    """Run a command in the toy course at a terminal; its exit code, and all that was written.

    When the text `stop_at` has been written, Ctrl-C is pressed.
    """
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    plain = {k: v for k, v in os.environ.items() if k not in ("CI", "NO_COLOR", "COLUMNS")}
    process = subprocess.Popen(
        [sys.executable, "-m", "grader", *map(str, words)],
        cwd=TOY,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        preexec_fn=_in_front,
        env=plain | {"TERM": "xterm", "PYTHONUTF8": "1"} | environment,
    )
    os.close(theirs)
    written = b""
    while True:
        try:
            more = os.read(ours, 4096)
        except OSError:  # the last process has closed the terminal
            break
        if not more:
            break
        written += more
        if stop_at is not None and stop_at in written.decode(errors="ignore"):
            os.write(ours, b"\x03")
            stop_at = None
    os.close(ours)
    return process.wait(), written.decode()


def screen(written):
    """What stands on the screen in the end. Colours change nothing of it."""
    lines, column = [""], 0
    for piece in re.findall(r"\x1b\[[\d;]*m|.", written, re.DOTALL):
        if piece == "\n":
            lines.append("")
        elif piece == "\r":
            column = 0
        elif not piece.startswith("\x1b"):
            line = lines[-1].ljust(column)
            lines[-1], column = line[:column] + piece + line[column + 1 :], column + 1
    return [line.rstrip() for line in lines]


def test_what_is_done_is_shown_and_gone(file):
    """The check that is running, and how many there are; then there is the report alone."""
    code, written = at_a_terminal("check", "ex1", file)
    assert code == 0
    assert " mean_values, 2 of 4" in written
    lines = screen(written)
    assert lines[0].startswith("ex1 Means ·")
    assert not any("of 4" in line or "starting" in line for line in lines)
    assert "\x1b[?25l" not in written, "the cursor is never hidden"


def test_only_the_checks_that_run_are_counted(file):
    """With a function that is named."""
    assert " mean_purity, 3 of 3" in at_a_terminal("check", "ex1", file, "mean")[1]


@pytest.mark.parametrize("columns", [20, 8, 1])
def test_a_narrow_terminal_has_no_second_line(file, columns):
    """What is too long is cut; a line that wraps could not be taken back."""
    _, written = at_a_terminal("check", "ex1", file, "--format", "json", columns=columns)
    before, _, _ = written.partition("{")
    assert all(len(part) < max(columns, 3) for part in before.rstrip("\r ").split("\r"))


@pytest.mark.parametrize("name", ["CI", "NO_COLOR"])
def test_in_ci_and_where_it_is_not_wanted_nothing_is_shown(file, name):
    """There may be a terminal all the same."""
    code, written = at_a_terminal("check", "ex1", file, **{name: "1"})
    assert code == 0 and "of 4" not in written


def test_a_terminal_that_can_not_go_back_gets_none(file):
    """TERM=dumb, as in an editor's shell."""
    assert "of 4" not in at_a_terminal("check", "ex1", file, TERM="dumb")[1]


def test_in_a_pipe_there_is_none(file):
    """Not a byte."""
    command = [sys.executable, "-m", "grader", "check", "ex1", str(file)]
    done = subprocess.run(command, cwd=TOY, capture_output=True, check=True)
    assert done.stderr == b"" and b"\r" not in done.stdout


def test_an_interrupt_leaves_a_clean_line(tmp_path):
    """Ctrl-C while a check runs: the line of the spinner is gone, and one line says it."""
    path = tmp_path / "endless.py"
    path.write_text("def mean(x):\n    while True: pass\n")
    code, written = at_a_terminal("check", "ex1", path, stop_at="mean_shape, 1 of 4")
    assert code == 130
    assert [line for line in screen(written) if line] == ["grader: interrupted; nothing was graded"]


class Terminal(io.StringIO):
    """A stream of another encoding, that tells when something was written."""

    encoding = "cp1252"

    def __init__(self) -> None:
        super().__init__()
        self.written = threading.Event()

    def write(self, text: str) -> int:
        """Keep the text."""
        text.encode(self.encoding)
        self.written.set()
        return super().write(text)


def test_where_the_frames_have_no_letters_there_are_plain_ones():
    """A name that can't be written ends it; grading goes on."""
    terminal = Terminal()
    with Spinner(terminal, "loading a.py"):
        assert terminal.written.wait(60)
    assert terminal.getvalue().startswith("\r| loading a.py")
    assert screen(terminal.getvalue()) == [""]
    terminal = Terminal()
    with Spinner(terminal, "作業.py") as spinner:
        spinner._thread.join(60)
    assert terminal.getvalue() == ""


def test_wide_letters_are_counted_as_they_are():
    """A shorter text after a longer one leaves nothing of it."""
    stream = io.StringIO()
    spinner = Spinner(stream, "loading 作業作業.py")
    spinner._draw("|")
    spinner.say("a")
    spinner._draw("|")
    assert stream.getvalue() == "\r| loading 作業作業.py\r| a" + " " * 18
