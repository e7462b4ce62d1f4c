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


class Source(Enum):
    """From where it is known when something was handed in."""

    PLATFORM = "platform"
    GIT = "git"
    CSV = "csv"
    MTIME = "mtime"
    UNKNOWN = ""


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
    source: Source = Source.UNKNOWN


@dataclass(frozen=True)
class HandedIn:
    """When something was handed in, as ISO 8601 writes it, and from where that is known.

    Without an offset it is what the platform's clock shows. It is empty where nobody knows.
    `is_late` tells that the platform calls it late, which it may do without saying when it was.
    """

    when: str = ""
    source: Source = Source.UNKNOWN
    is_late: bool = False


NOBODY_KNOWS = HandedIn()


@dataclass(frozen=True)
class Version:
    """A version of a student's work that was graded, with its newest result, as the record has it.

    They have numbers in the order in which they were found; `result` is the number of the result.
    """

    number: int
    file: str
    handed_in: HandedIn
    provenance: Provenance
    score: float
    max_score: float
    graded: str
    result: int


@dataclass(frozen=True)
class Lateness:
    """How late the work is that counts, and what is taken off for that.

    `late` are seconds, 0 for what is on time; `handed_in` is empty where the time is not known,
    and then nothing is taken off. `raw` are the points before the `penalty`, `final` those after
    it, never below 0; both are None where there is no grade. `message` says all of it in one line.
    It `is_settled` where the rule of the class says what it costs, or where it is on time.
    """

    handed_in: str
    source: Source
    late: int
    raw: float | None
    penalty: float
    final: float | None
    message: Message
    is_settled: bool = False


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
    def raw(self) -> float | None:
        """The points that count, before anything is taken off for late work."""
        has_penalty = self.lateness is not None and not self.is_settled
        return self.lateness.raw if self.lateness and has_penalty else self.score

    @property
    def to_tell(self) -> tuple[Message, ...]:
        """What the student should know of attempts and late work."""
        told = []
        numbers = [number for number, one in enumerate(self.attempts, 1) if one.counts]
        if len(self.attempts) > 1 and numbers:
            told.append(
                Message(
                    "of {count} attempts that were graded, number {number} counts",
                    count=len(self.attempts),
                    number=numbers[0],
                )
            )
        if self.lateness is not None and self.lateness.late and not self.is_settled:
            told.append(self.lateness.message)
        return tuple(told)

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


class Due(Enum):
    """Whether a submission is to be graded once more."""

    NOT = ""
    AGAIN = "again"
    ALONE = "alone"
    """It was killed or timed out beside others, and counts when it was graded alone."""


@dataclass(frozen=True)
class Known:
    """What is known of a student before a run: the grade, and what it was given for.

    `decided` tells whether a person has said which file counts.
    """

    state: State
    provenance: Provenance
    score: float
    max_score: float
    later: Later | None
    due: Due
    decided: bool = False

    @property
    def is_graded(self) -> bool:
        """Whether there is a grade."""
        return self.state is State.GRADED


@dataclass(frozen=True)
class Decision:
    """A person's word: this file counts; without one, the earlier grade.

    `found` is a digest of what there was to choose from. Where that has changed, the word is void.
    """

    student: str
    file: str
    found: str


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
    rules: tuple[Message, ...] = ()
    """What counts of several attempts, and what becomes of late work, where that was said."""
