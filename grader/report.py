"""What a graded submission is: verdicts, results of checks, the report. Frozen data."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum

from grader.text import Message, joined, template

NOT_IMPLEMENTED = template("{function} is not implemented yet")
"""What a stub's own NotImplementedError says."""


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
    """A worker gave no answer: it was too slow, died, or broke the protocol."""

    verdict: Verdict
    reason: Message
    details: tuple[Message, ...] = ()


class Status(Enum):
    """Whether the submission was graded.

    `ungraded` is never the student's fault. `undecided` means that something was handed in, and
    that a person has to say which file counts.
    """

    GRADED = "graded"
    UNGRADED = "ungraded"
    UNDECIDED = "undecided"


class Tier(Enum):
    """How a worker is isolated, the strongest tier first."""

    SEALED = "sealed"
    CONFINED = "confined"
    OPEN = "open"


@dataclass(frozen=True)
class Counterexample:
    """A small input on which the check does not pass, as Python would show it, in rows.

    `stays`: the outcomes are what was given to the call, before it and after it. `instead` says
    of an outcome that is no value what it is, by the field's name: an exception, or an end.
    """

    inputs: dict[str, str]
    expected: str
    returned: str
    try_it: str
    stays: bool = False
    instead: dict[str, Message] = field(default_factory=dict)

    @property
    def outcomes(self) -> tuple[tuple[str, str], tuple[str, str]]:
        """What the outcomes are called, as templates, and both."""
        if self.stays:
            return (template("before"), self.expected), (template("after"), self.returned)
        return (template("expected"), self.expected), (template("returned"), self.returned)


@dataclass(frozen=True)
class Mistake:
    """A known mistake that has the same outcomes as the submission.

    `hints` are the paragraphs of its hint: the first is a nudge, and each further one says more.
    """

    name: str
    hints: tuple[str, ...]

    @property
    def hint(self) -> str:
        """All of it."""
        return joined(self.hints)


@dataclass(frozen=True)
class Place:
    """A line of what was handed in. `unit` is the file's name, or that of a notebook's cell."""

    unit: str
    line: int


@dataclass(frozen=True)
class CheckResult:
    """One check of one submission. `function` is the graded function's name.

    `place` is where the submission defines it, None where it does not.

    `message` says what is wrong, and `details` say more: where, how far off. Where the check
    passed, the message is a note: what it was given in order to pass.
    """

    name: str
    title: str
    function: str
    verdict: Verdict
    points: float
    max_points: float
    message: Message | None = None
    details: tuple[Message, ...] = ()
    counterexample: Counterexample | None = None
    mistake: Mistake | None = None
    output: str = ""
    place: Place | None = None

    @property
    def said(self) -> tuple[Message, ...]:
        """The message and the details; nothing where nothing is said."""
        return self.details if self.message is None else (self.message, *self.details)


@dataclass(frozen=True)
class Trace:
    """What a graded function gives where it fails, and no known mistake explains it.

    Two functions of a class with the same `values` have the same mistake, however they are written.
    The judge has packed them: they are the function's own wrong results, and neither an input nor a
    right result. `code` is the source of what is executed for it. It is for whoever teaches: no
    format shows it, and no student gets it.
    """

    function: str
    code: str
    values: bytes


def sum_of_points(points: Iterable[float]) -> float:
    """The sum of points, without the digits of rounding errors: ten times 0.1 is 1."""
    return round(math.fsum(points), 6)


@dataclass(frozen=True)
class Override:
    """What a person decided about one thing, beside what the machine said of it.

    It is about a `function`, about one `check` of it, or, where both are empty, about all of the
    score. `what` is what it is called there. Without `points`, the student is excused. `machine`
    are the machine's points for the same, None where it gave none.
    """

    what: str
    points: float | None
    most: float
    machine: float | None
    function: str = ""
    check: str = ""
    comment: str = ""
    who: str = ""
    when: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether it is about all of the score."""
        return not self.function

    @property
    def said(self) -> Message:
        """What was decided, and what the machine said."""
        machine = Message("the machine gave none")
        if self.machine is not None:
            machine = Message("the machine gave {points}", points=f"{self.machine:g}")
        if self.points is None:
            return Message("excused by a person; {machine}", machine=machine)
        points, most = f"{self.points:g}", f"{self.most:g}"
        if self.is_whole:
            return Message(
                "{points} of {most} points in all, decided by a person; {machine}",
                points=points,
                most=most,
                machine=machine,
            )
        return Message(
            "{what}: {points} of {most} points, decided by a person; {machine}",
            what=self.what,
            points=points,
            most=most,
            machine=machine,
        )


@dataclass(frozen=True)
class Ruling:
    """All that people decided about one student, and the `score` that it makes of `most` points.

    Without a score the student is excused, or points were decided of work that has no score yet.
    `machine` is the machine's score, None where it gave none.
    """

    overrides: tuple[Override, ...]
    score: float | None
    most: float
    machine: float | None

    @property
    def is_excused(self) -> bool:
        """Whether the student is excused."""
        return any(each.points is None for each in self.overrides)

    @property
    def is_whole(self) -> bool:
        """Whether all of the score was decided, so that nothing of the machine's counts."""
        return any(each.is_whole for each in self.overrides)

    @property
    def said(self) -> Message | None:
        """The score, where it is a sum of what people decided and of what the machine said."""
        if self.score is None or self.is_whole:
            return None
        return Message(
            "so the score is {score} of {most} points; the machine gave {machine}",
            score=f"{self.score:g}",
            most=f"{self.most:g}",
            machine=f"{self.machine or 0:g}",
        )

    def points(self, function: str, checks: Iterable[CheckResult]) -> float:
        """The points of a function that count, whose checks these are."""
        for each in self.overrides:
            if each.function == function and not each.check and each.points is not None:
                return each.points
        return sum_of_points(self.points_of(check) for check in checks)

    def points_of(self, check: CheckResult) -> float:
        """The points of a check that count."""
        for each in self.overrides:
            if each.check == check.name and each.points is not None:
                return each.points
        return check.points


@dataclass(frozen=True)
class Problem:
    """A problem of the file as a whole. `text` is the line of the source, with a caret."""

    where: str
    line: int
    message: Message
    text: str = ""


@dataclass(frozen=True)
class Report:
    """A graded submission. `reason` says why it is ungraded, or why there was nothing to grade.

    `course` says where the course is from; it is None for the one that came with the grader.
    `traces` are kept where a class is graded.
    """

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
    reason: Message | None = None
    course: Message | None = None
    traces: tuple[Trace, ...] = ()

    @property
    def score(self) -> float:
        """The points that were reached."""
        return sum_of_points(check.points for check in self.checks)

    @property
    def max_score(self) -> float:
        """The points that can be reached."""
        return sum_of_points(check.max_points for check in self.checks)

    @property
    def functions(self) -> dict[str, list[CheckResult]]:
        """The checks of each function, by its name; both in the order of the checks."""
        found: dict[str, list[CheckResult]] = {}
        for check in self.checks:
            found.setdefault(check.function, []).append(check)
        return found

    @property
    def passed(self) -> bool:
        """Whether every check passed."""
        return all(check.verdict is Verdict.PASSED for check in self.checks)
