"""What a graded submission is: verdicts, check results, the report. Frozen, and silent."""

from dataclasses import dataclass, field
from enum import Enum


class Verdict(Enum):
    """How a check ended."""

    PASSED = "passed"
    FAILED = "failed"
    ERROR = "error"
    TIMEOUT = "timeout"
    CRASHED = "crashed"
    NOT_ATTEMPTED = "not_attempted"
    SKIPPED = "skipped"
    UNGRADED = "ungraded"


@dataclass(frozen=True)
class Lost:
    """No answer came from a worker: it was too slow, died, or broke the protocol."""

    verdict: Verdict
    reason: str


class Status(Enum):
    """Whether the submission was graded. `ungraded` is our failure, never the student's."""

    GRADED = "graded"
    UNGRADED = "ungraded"


class Tier(Enum):
    """How a worker is kept from everything but its task, the strongest first."""

    SEALED = "sealed"
    CONFINED = "confined"
    OPEN = "open"


@dataclass(frozen=True)
class Counterexample:
    """The smallest known input on which the check does not pass, as Python would show it."""

    inputs: dict[str, str]
    expected: str
    returned: str
    try_it: str


@dataclass(frozen=True)
class Mistake:
    """A known mistake whose outcomes are those of the submission."""

    name: str
    hint: str


@dataclass(frozen=True)
class CheckResult:
    """One check of one submission. `function` is the graded function's name."""

    name: str
    title: str
    function: str
    verdict: Verdict
    points: float
    max_points: float
    message: str = ""
    counterexample: Counterexample | None = None
    mistake: Mistake | None = None
    output: str = ""


@dataclass(frozen=True)
class Problem:
    """Something that concerns the file as a whole. `text` is the source's line, with a caret."""

    where: str
    line: int
    message: str
    text: str = ""


@dataclass(frozen=True)
class Report:
    """A graded submission."""

    exercise: str
    title: str
    submission: str
    status: Status
    isolation: str
    duration_s: float
    key_fingerprint: str
    seed_is_public: bool
    checks: tuple[CheckResult, ...]
    problems: tuple[Problem, ...] = field(default=())

    @property
    def score(self) -> float:
        """The points that were reached."""
        return sum(check.points for check in self.checks)

    @property
    def max_score(self) -> float:
        """The points that can be reached."""
        return sum(check.max_points for check in self.checks)

    @property
    def passed(self) -> bool:
        """Whether every check passed."""
        return all(check.verdict is Verdict.PASSED for check in self.checks)


@dataclass(frozen=True)
class Asked:
    """One check as it is asked of all."""

    name: str
    title: str
    function: str
    points: float


class State(Enum):
    """What became of a student's work: `nothing` was there to be graded."""

    GRADED = "graded"
    NOTHING = "nothing"
    UNGRADED = "ungraded"


@dataclass(frozen=True)
class Entry:
    """A student's row in the record of a class. `file` is where it was found, or empty.

    `notes` are for the instructor: two files, a late one, nothing handed in.
    """

    student: str
    name: str
    file: str
    state: State
    report: Report
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class ClassRecord:
    """All that is known of a graded class. `finished` is a time as ISO 8601 writes it."""

    exercise: str
    title: str
    checks: tuple[Asked, ...]
    key_fingerprint: str
    isolation: str
    finished: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Exposure:
    """How many of the inputs that were drawn for a check show a mistake."""

    check: str
    showing: int
    drawn: int

    @property
    def share(self) -> float:
        """From 0 (it was not found) to 1."""
        return self.showing / self.drawn


@dataclass
class Verification:
    """What a course's check of itself found, collected as it goes.

    `matrix` has each known mistake's results on the checks of its function; `spreads` how far
    the right implementations lie from the reference, by check, in units of the tolerance;
    `margins` how far above a check's bar each of them is, by file, a number a random seed;
    `exposures` in which check the most inputs show a known mistake, of those that were drawn
    without knowing of it: a mistake that nobody has thought of yet is as hard to find.
    """

    exercise: str
    right: int = 0
    faults: list[str] = field(default_factory=list)
    matrix: dict[str, list[CheckResult]] = field(default_factory=dict)
    spreads: dict[str, float] = field(default_factory=dict)
    margins: dict[str, dict[str, list[float]]] = field(default_factory=dict)
    exposures: dict[str, Exposure] = field(default_factory=dict)
