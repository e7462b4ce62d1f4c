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
class Attempt:
    """One version of a student's work that was graded, and its newest result.

    `content` is the digest of the work, which names its source in OUT. `handed_in` is a time as
    ISO 8601 writes it, with its offset, and empty where it is not known. `score` is without what
    is taken off for late work. Of all attempts of a student, at most one `counts`.
    """

    file: str
    content: str
    handed_in: str
    graded: str
    score: float | None
    max_score: float
    counts: bool


class Source(Enum):
    """From where it is known when something was handed in."""

    PLATFORM = "platform"
    GIT = "git"
    CSV = "csv"
    MTIME = "mtime"
    UNKNOWN = ""


@dataclass(frozen=True)
class Lateness:
    """How late the work is that counts, and what is taken off for that.

    `late` are seconds, 0 for what is on time; `handed_in` is empty where the time is not known,
    and then nothing is taken off. `raw` are the points before the `penalty`, `final` those after
    it, never below 0; both are None where there is no grade. `message` says all of it in one line.
    """

    handed_in: str
    source: Source
    late: int
    raw: float | None
    penalty: float
    final: float | None
    message: Message


@dataclass(frozen=True)
class Entry:
    """A student's row in the record of a class. `file` says where the file was found, or is empty.

    `notes` are for the instructor: a late one, several with the same code. `later` is there where
    the grade is one of an earlier run.

    `state` and `report` are the machine's. `ruling` is what people decided beside them; `counts_as`
    and `score` are what counts. `attempts` are all versions that were graded, the oldest first.
    `lateness` is there where the class has a time at which the work is due.
    """

    student: str
    name: str
    file: str
    state: State
    report: Report
    notes: tuple[Message, ...] = ()
    later: Later | None = None
    ruling: Ruling | None = None
    attempts: tuple[Attempt, ...] = ()
    lateness: Lateness | None = None

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
        """The points that count; None where there is no grade, or nothing was handed in.

        What is taken off for late work is off, but for a score that a person decided.
        """
        if self.counts_as is not State.GRADED:
            return None
        if self.ruling is not None and self.ruling.is_whole:
            return self.ruling.score
        if self.lateness is not None:
            return self.lateness.final
        return self.report.score if self.ruling is None else self.ruling.score

    @property
    def by_machine(self) -> float | None:
        """The points that the machine gave, before a penalty; None where it gave none."""
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
