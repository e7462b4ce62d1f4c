"""A real terminal, tmux's, and a shell in it in which `grader` is the one that is tested."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import psutil
from conftest import ROOT

LONGEST_S = 60


class Terminal:
    """A screen in which a command runs. Somebody presses keys, and looks. A context manager.

    `place` is a folder for what it needs, and `variables` stand in the environment.
    """

    def __init__(
        self,
        command: Sequence[str],
        folder: Path,
        place: Path,
        variables: Mapping[str, str],
        *,
        columns: int = 80,
        rows: int = 24,
    ):
        self._socket = str(place / "tmux")
        mine = ("CI", "NO_COLOR", "LANG", "LC_ALL", "LC_MESSAGES", "GRADER_LANG")
        plain = {name: value for name, value in os.environ.items() if name not in mine}
        environment = plain | {"PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"} | {**variables}
        size = ["-x", str(columns), "-y", str(rows)]
        words = ["-f", "/dev/null", "-S", self._socket, "-u", "new-session", "-d", *size]
        subprocess.run(["tmux", *words, *command], cwd=folder, check=True, env=environment)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *exc: object) -> None:
        self._tmux("kill-server")

    def _tmux(self, *words: str) -> str:
        done = subprocess.run(
            ["tmux", "-S", self._socket, *words], capture_output=True, text=True, encoding="utf-8"
        )
        return done.stdout

    @property
    def text(self) -> str:
        """What is on the screen."""
        return self._tmux("capture-pane", "-p")

    @property
    def process(self) -> psutil.Process:
        """The command's."""
        return psutil.Process(int(self._tmux("list-panes", "-F", "#{pane_pid}")))

    def until(self, wanted: str) -> str:
        """The screen, once it matches."""
        return self._once(lambda text: re.search(wanted, text) is not None, f"no {wanted}")

    def changed(self, before: str) -> str:
        """The screen, once it is another one."""
        return self._once(lambda text: text != before, "as it was")

    def over(self) -> None:
        """Wait until the command has ended."""
        self._once(lambda _: not self._tmux("list-panes"), "it has not ended")

    def _once(self, is_so: Callable[[str], bool], otherwise: str) -> str:
        ends = time.monotonic() + LONGEST_S
        while not is_so(text := self.text):
            assert time.monotonic() < ends, f"{otherwise}:\n{text}"
            time.sleep(0.05)
        return text

    def press(self, key: str) -> None:
        """Press a key."""
        self._tmux("send-keys", key)


class Shell(Terminal):
    """A shell of 80×24, in which somebody types commands."""

    def __init__(self, folder: Path, place: Path, **variables: str):
        self._count = 0
        (place / "bin").mkdir()
        command = place / "bin" / "grader"
        command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m grader "$@"\n')
        command.chmod(0o755)
        path = f"{command.parent}:{os.environ['PATH']}"
        shell = ["env", f"PATH={path}", "PS1=$ ", "sh"]
        super().__init__(shell, folder, place, variables)

    def __enter__(self) -> "Shell":
        return self

    def run(self, command: str) -> str:
        """Type a command on an empty screen; what is there when it has ended."""
        self._count += 1
        self._type(f"clear; {command}; echo {self._count} over: $?")
        return self.until(rf"(?m)^{self._count} over: \d")

    def begin(self, command: str) -> None:
        """Type a command that takes the screen for itself."""
        self._type(command)

    def leave(self, key: str) -> None:
        """Press the key that ends it, and wait for the shell."""
        self.press(key)
        self.until(r"(?m)^\$\s*\Z")

    def _type(self, text: str) -> None:
        self._tmux("send-keys", "-l", text)
        self._tmux("send-keys", "Enter")
