"""How a report is to be shown."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Options:
    """How a report is to be shown. A format that has no use for an option passes over it."""

    verbose: bool = False
    color: bool = False
    width: int = 80
    """Columns."""
    language: str = "en"
    """Of the words that are the grader's; those of the course are as they are."""
    student: str = ""
    """The id of whom it is written to, where it is a letter."""
    name: str = ""
    """And the name."""


DEFAULT = Options()
