"""What is wrong in a course's file, and where."""

import os
from dataclasses import dataclass
from pathlib import Path

from grader.text import Message


@dataclass(frozen=True)
class Fault:
    """A sentence about a line of a file.

    One that `stops` has to be mended first: with it, nothing that is built or run would be true.
    One that is `first` is the cause of others, in whatever file these are.
    """

    path: Path
    line: int
    message: Message
    stops: bool = False
    first: bool = False

    def text(self, start: Path) -> str:
        """As `file:line: message`; the file as it is called from the folder `start`."""
        return f"{os.path.relpath(self.path, start)}:{max(self.line, 1)}: {self.message}"


def place(fault: Fault) -> tuple[bool, str, int, str]:
    """For sorting: by file, line and sentence."""
    return not fault.first, str(fault.path), fault.line, str(fault.message)
