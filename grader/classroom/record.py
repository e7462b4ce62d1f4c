"""What is known of a graded class: what is asked, and a row for each student. Frozen data."""

from dataclasses import dataclass
from enum import Enum

from grader.report import Report
from grader.text import Message


@dataclass(frozen=True)
class CheckSpec:
    """What one check asks of every student."""

    name: str
    title: str
    function: str
    points: float


class State(Enum):
    """What became of a student's work. `nothing` means that there was nothing to grade."""

    GRADED = "graded"
    NOTHING = "nothing"
    UNGRADED = "ungraded"


@dataclass(frozen=True)
class Entry:
    """A student's row in the record of a class. `file` says where the file was found, or is empty.

    `notes` are for the instructor: two files, a late one, nothing handed in.
    """

    student: str
    name: str
    file: str
    state: State
    report: Report
    notes: tuple[Message, ...] = ()


@dataclass(frozen=True)
class ClassRecord:
    """All that is known of a graded class. `finished` is a time as ISO 8601 writes it."""

    exercise: str
    title: str
    checks: tuple[CheckSpec, ...]
    key_fingerprint: str
    isolation: str
    finished: str
    entries: tuple[Entry, ...]
