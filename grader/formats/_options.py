"""How a report is to be shown."""

from dataclasses import dataclass

from grader.report import Ruling
from grader.text import Message


@dataclass(frozen=True)
class Options:
    """How a report is to be shown. A format ignores the options that it has no use for."""

    verbose: bool = False
    color: bool = False
    width: int = 80
    """Columns."""
    language: str = "en"
    """The language of the grader's words. The words of the course stay as they are."""
    arguments: str = ""
    """What names the graded file and its course in a command, quoted for a shell. It is empty where
    the command means them without it."""
    nudges: bool = False
    """Of a hint, only the first level is shown, and the command that says more."""
    hinted: frozenset[str] = frozenset()
    """The checks of which that command says something, too, where no mistake is recognised."""
    more: str = ""
    """What says more, where it is not that command: a key of `grader watch`."""
    student: str = ""
    """In a letter: the id of the student to whom it is written."""
    name: str = ""
    """In a letter: the student's name."""
    beside: Message | None = None
    """In a letter: what else was handed in, where an earlier grade was kept."""
    ruling: Ruling | None = None
    """What people decided about the score: it counts, and stands beside what the machine said."""
    told: tuple[Message, ...] = ()
    """For a student: which attempt counts, and what is taken off for late work."""
    score: float | None = None
    """The points that count, where some may be taken off for late work."""
    notebook: bool = False
    """It is shown in the notebook that was graded: commands are magics, and code is for a cell."""


DEFAULT = Options()
