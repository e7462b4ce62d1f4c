"""A shell in a real terminal: tmux's, of 80×24, in which `grader` is the one that is tested."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

from conftest import ROOT

LONGEST_S = 60


class Terminal:
    """A person types, and looks at the screen. A context manager.

    `place` is a folder for what it needs, and `variables` stand in the environment.
    """

    def __init__(self, folder: Path, place: Path, **variables: str):
        self._socket, self._count = str(place / "tmux"), 0
        (place / "bin").mkdir()
        command = place / "bin" / "grader"
        command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m grader "$@"\n')
        command.chmod(0o755)
        mine = ("CI", "NO_COLOR", "LANG", "LC_ALL", "LC_MESSAGES", "GRADER_LANG")
        plain = {name: value for name, value in os.environ.items() if name not in mine}
        path = f"{command.parent}:{plain['PATH']}"
        environment = plain | {"PATH": path, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"} | variables
        size = ["-x", "80", "-y", "24"]
        words = ["-f", "/dev/null", "-S", self._socket, "-u", "new-session", "-d", *size]
        shell = ["env", f"PATH={path}", "PS1=$ ", "sh"]
        subprocess.run(["tmux", *words, *shell], cwd=folder, check=True, env=environment)

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

    def until(self, wanted: str) -> str:
        """The screen, once it matches."""
        ends = time.monotonic() + LONGEST_S
        while not re.search(wanted, text := self.text):
            assert time.monotonic() < ends, f"no {wanted} in\n{text}"
            time.sleep(0.05)
        return text

    def press(self, key: str) -> None:
        """Press a key."""
        self._tmux("send-keys", key)

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
