"""What is known of a graded class: what is asked, and a row for each student. Frozen data."""

from dataclasses import dataclass
from enum import Enum

from grader.report import Report, Ruling
from grader.text import Message


@dataclass(frozen=True)
class CheckSpec:
    """What one check asks of every student."""

    name: str
    title: str
    function: str
    points: float


class State(Enum):
    """What became of a student's work.

    `nothing` means that nothing at all was handed in, `undecided` that something was, and that a
    person has to say which file counts. `ungraded` is the grader's failure. `excused` is a person's
    word alone: the machine never says it, and it is never written into the record.
    """

    GRADED = "graded"
    NOTHING = "nothing"
    UNDECIDED = "undecided"
    UNGRADED = "ungraded"
    EXCUSED = "excused"


class Why(Enum):
    """Why an earlier grade was kept: what was found of the student later."""

    ABSENT = "absent"
    UNDECIDED = "undecided"
    WORSE = "worse"
    UNGRADED = "ungraded"


@dataclass(frozen=True)
class Provenance:
    """What was graded, and with what. Where nothing of it has changed, nothing is graded again."""

    content: str
    key: str
    version: str


@dataclass(frozen=True)
class Later:
    """What was found of a student whose earlier grade stays until a person decides.

    `graded` tells what was graded and found worse, so that it is not graded again.
    """

    why: Why
    message: Message
    graded: Provenance | None = None

    @property
    def waits(self) -> bool:
        """Whether a person, or another run, has to decide. Who is absent keeps a grade anyway."""
        return self.why is not Why.ABSENT


@dataclass(frozen=True)
class Entry:
    """A student's row in the record of a class. `file` says where the file was found, or is empty.

    `notes` are for the instructor: a late one, several with the same code. `later` is there where
    the grade is one of an earlier run.

    `state` and `report` are the machine's. `ruling` is what people decided beside them; `counts_as`
    and `score` are what counts.
    """

    student: str
    name: str
    file: str
    state: State
    report: Report
    notes: tuple[Message, ...] = ()
    later: Later | None = None
    ruling: Ruling | None = None

    @property
    def counts_as(self) -> State:
        """What became of the work, where a person may have decided otherwise."""
        if self.ruling is None:
            return self.state
        if self.ruling.is_excused:
            return State.EXCUSED
        return State.GRADED if self.ruling.score is not None else self.state

    @property
    def score(self) -> float | None:
        """The points that count; None where there is no grade, or nothing was handed in."""
        if self.counts_as is not State.GRADED:
            return None
        return self.report.score if self.ruling is None else self.ruling.score

    @property
    def by_machine(self) -> float | None:
        """The points that the machine gave; None where it gave none."""
        if self.state is State.NOTHING:
            return 0.0
        return self.report.score if self.state is State.GRADED else None

    @property
    def is_settled(self) -> bool:
        """Whether a person has decided all of the score, so that nothing has to be waited for."""
        return self.ruling is not None and self.ruling.is_whole

    @property
    def waits(self) -> bool:
        """Whether a person, or another run, has still to decide what the grade is."""
        if self.is_settled:
            return False
        is_open = self.state in (State.UNGRADED, State.UNDECIDED)
        return is_open or (self.later is not None and self.later.waits)

    @property
    def remark(self) -> Message | None:
        """Why there is no grade, or what was found beside an earlier one."""
        if self.later is not None:
            return self.later.message
        return None if self.state is State.GRADED else self.report.reason


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
