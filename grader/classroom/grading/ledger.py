"""What a run writes into the record: a new grade, or that an earlier one stays, and why.

A grade is never lost without a person's word. Who was graded in an earlier run, and is now absent,
undecided, ungraded, or worse with another file, keeps that grade; what was found is written beside
it. The same file that is graded again, and a file that a person named, count in any case.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from grader.classroom.collect import MAYBE_ABSENT, Handin
from grader.classroom.record import NOBODY_KNOWS, Due, Entry, Known, Later, Provenance, State, Why
from grader.classroom.store import Store
from grader.classroom.versions import Seen
from grader.judge import Submission
from grader.report import Report, Status
from grader.text import Message

_TOLERANCE = 1e-9


@dataclass(frozen=True)
class Task:
    """A student's submission that has been read and is to be graded.

    `also` are those of others who handed in the same file together: they get the same report.
    With `is_earlier`, it is an attempt before the last one.
    """

    handin: Handin
    submission: Submission
    provenance: Provenance
    also: tuple["Task", ...] = ()
    is_earlier: bool = False

    @property
    def seen(self) -> Seen:
        """The version of the student's work that it is."""
        handin = self.handin
        return Seen(handin.student, handin.file, self.provenance, handin.handed_in)

    @property
    def all(self) -> tuple["Task", ...]:
        """It, and those who get the same report."""
        return (self, *self.also)


@dataclass
class Tally:
    """How many students of a batch ended in which state. `known` were graded before."""

    states: dict[State, int] = field(default_factory=lambda: dict.fromkeys(State, 0))
    known: int = 0
    ungraded: dict[str, Message] = field(default_factory=dict)
    """Why, by student."""

    def add(self, entry: Entry) -> None:
        """Count a student."""
        self.states[entry.state] += 1
        self.ungraded.pop(entry.student, None)
        if entry.state is State.UNGRADED:
            self.ungraded[entry.student] = entry.report.reason or Message("ungraded")
        elif entry.later is not None and entry.later.why is Why.UNGRADED:
            self.ungraded[entry.student] = entry.later.message


class Watcher(Protocol):
    """Is told how a batch proceeds."""

    def under_way(self, students: Sequence[str]) -> None:
        """These students are being graded, the first one for the longest time."""

    def done(self, entry: Entry, known: bool) -> None:
        """A student's row is written, or was there already."""

    def alone(self, students: Sequence[str], seconds: float) -> None:
        """These are graded again, one by one, which takes about so long."""

    def done_again(self, entry: Entry) -> None:
        """The row of one who was graded again is written."""

    def attempt_done(self, student: str, file: str, report: Report | None) -> None:
        """An earlier attempt has this report, or none, or one from before: then it is None."""

    def waits(self, reason: Message) -> None:
        """No job ends, and why. This is called again and again as long as it lasts."""


class Silence:
    """Tells nobody."""

    def under_way(self, students: Sequence[str]) -> None:
        """Nothing."""

    def done(self, entry: Entry, known: bool) -> None:
        """Nothing."""

    def alone(self, students: Sequence[str], seconds: float) -> None:
        """Nothing."""

    def done_again(self, entry: Entry) -> None:
        """Nothing."""

    def attempt_done(self, student: str, file: str, report: Report | None) -> None:
        """Nothing."""

    def waits(self, reason: Message) -> None:
        """Nothing."""


class Ledger:
    """Writes the record of a run, and counts."""

    def __init__(self, store: Store, run: int, watcher: Watcher):
        self.store, self.run, self.watcher = store, run, watcher
        self.tally = Tally()
        self.known: dict[str, Known] = store.known()
        self._graded = {
            (student, version.provenance)
            for student, versions in store.versions().items()
            for version in versions
        }
        self._before: dict[str, State] = {}

    def earlier(self, student: str) -> Known | None:
        """What an earlier run knew of the student, if that is a grade."""
        known = self.known.get(student)
        return known if known is not None and known.is_graded else None

    def has_result(self, task: Task) -> bool:
        """Whether the record has what this very work got, with this key."""
        return (task.handin.student, task.provenance) in self._graded

    # --- students who are not graded in this run --------------------------------------------

    def unchanged(self, task: Task) -> None:
        """The same was graded with the same key: the grade is the one that there is."""
        handin = task.handin
        entry = self._entry(handin.student)
        name, file = handin.name or entry.name, handin.file or entry.file
        entry = replace(entry, name=name, file=file, notes=handin.notes, later=None)
        self._keep(entry, is_known=True, seen=task.seen, decided=handin.decided)

    def still_worse(self, task: Task) -> None:
        """What was found worse is still there, and nothing was decided."""
        entry = self._entry(task.handin.student)
        entry = replace(entry, name=task.handin.name or entry.name)
        self._keep(entry, is_known=True, seen=task.seen, decided=False)

    def without_grade(self, handin: Handin, entry: Entry, provenance: Provenance) -> None:
        """There is nothing to grade, or it is not clear what: `entry` says so."""
        if handin.decided and self.earlier(handin.student):
            before = self._entry(handin.student)
            kept = replace(before, notes=handin.notes, later=None)
            # Who keeps a grade beside a worse file means that one; else there was none to mean.
            is_meant = before.later is not None and before.later.why is Why.WORSE
            self._keep(kept, is_known=True, decided=True if is_meant else None)
        elif self.earlier(handin.student):
            later = self._later(handin, entry)
            self._keep_beside(
                handin, later, is_known=True, decided=None if handin.absent else False
            )
        elif handin.absent and not handin.undecided and self._is_open(handin.student):
            # In a class that is graded in parts, who is absent from this part handed in before.
            before = self._entry(handin.student)
            self._keep(replace(before, name=handin.name or before.name), is_known=True)
        else:
            self._write(entry, provenance)

    def _is_open(self, student: str) -> bool:
        """Whether something of the student was found before, and has no grade yet."""
        known = self.known.get(student)
        if known is None or known.state not in (State.UNDECIDED, State.UNGRADED):
            return False
        reason = self._entry(student).report.reason
        return reason is None or reason.template != MAYBE_ABSENT

    def _later(self, handin: Handin, entry: Entry) -> Later | None:
        before = self._entry(handin.student)
        reason = entry.report.reason or Message("no reason was given")
        if entry.state is State.UNGRADED:
            return _ungraded(handin.file, reason)
        if not handin.absent:
            return Later(
                Why.UNDECIDED,
                Message(
                    "what was handed in later is undecided ({reason}); the earlier grade of {file} "
                    "counts until that is decided",
                    reason=reason,
                    file=before.file,
                ),
            )
        if before.later is not None and before.later.waits:
            return before.later
        absent = Message("kept from an earlier run: {file} is not there any more", file=before.file)
        return Later(Why.ABSENT, absent)

    # --- students who are ------------------------------------------------------------------

    def postponed(self, task: Task, entry: Entry) -> None:
        """The report does not count yet: the submission is graded again, alone."""
        reason = Message(
            "killed or timed out, or not graded, while others were graded beside it; it is graded "
            "again, alone, before it counts"
        )
        if entry.state is State.UNGRADED:
            reason = entry.report.reason or reason
        later = _ungraded(task.handin.file, reason, task.provenance)
        if self.earlier(task.handin.student):
            self._keep_beside(task.handin, later, due=Due.ALONE)
            return
        report = replace(entry.report, status=Status.UNGRADED, reason=reason)
        waiting = replace(entry, state=State.UNGRADED, report=report)
        self._write(waiting, task.provenance, due=Due.ALONE)

    def is_postponed(self, task: Task) -> bool:
        """Whether an earlier run has graded this once, and it is still to be graded alone."""
        known = self.known.get(task.handin.student)
        if known is None or known.due is not Due.ALONE:
            return False
        beside = known.later.graded if known.later else None
        return task.provenance in (known.provenance, beside)

    def still_postponed(self, task: Task) -> None:
        """Count one who waits since an earlier run."""
        self._count(self._entry(task.handin.student))

    def graded(self, task: Task, entry: Entry, again: bool = False) -> None:
        """A report that counts; the earlier one stays where this one is worse."""
        earlier = self.earlier(task.handin.student)
        if earlier is None:
            self._write(entry, task.provenance, again=again, handin=task.handin)
        elif entry.state is State.UNGRADED:
            reason = entry.report.reason or Message("no reason was given")
            later = _ungraded(entry.file, reason, task.provenance)
            self._keep_beside(task.handin, later, due=Due.AGAIN, again=again)
        elif _is_worse(entry.report, task, earlier):
            later = self._worse(task, entry.report)
            self._keep_beside(
                task.handin,
                later,
                again=again,
                decided=False,
                seen=task.seen,
                report=entry.report,
            )
        else:
            self._write(entry, task.provenance, again=again, handin=task.handin)

    def _worse(self, task: Task, report: Report) -> Later:
        before = self._entry(task.handin.student)
        message = Message(
            "what was handed in later, {file}, has {score} of {most} points; the earlier grade of "
            "{before} counts until it is decided which one does",
            file=task.handin.file,
            score=f"{report.score:g}",
            most=f"{report.max_score:g}",
            before=before.file,
        )
        return Later(Why.WORSE, message, task.provenance)

    # --- writing ---------------------------------------------------------------------------

    def _entry(self, student: str) -> Entry:
        entry = self.store.entry(student)
        assert entry is not None
        return entry

    def _keep_beside(
        self,
        handin: Handin,
        later: Later | None,
        due: Due = Due.NOT,
        is_known: bool = False,
        again: bool = False,
        **found: Any,
    ) -> None:
        entry = self._entry(handin.student)
        kept = replace(entry, name=handin.name or entry.name, notes=handin.notes, later=later)
        self._keep(kept, due, is_known, again, **found)

    def _keep(
        self,
        entry: Entry,
        due: Due = Due.NOT,
        is_known: bool = False,
        again: bool = False,
        **found: Any,
    ) -> None:
        """`found` is what else Store.keep takes."""
        self.store.keep(entry, due, **found)
        self.tally.known += is_known and entry.state is State.GRADED
        self._count(entry, is_known, again)

    def _write(
        self,
        entry: Entry,
        provenance: Provenance,
        due: Due = Due.NOT,
        again: bool = False,
        handin: Handin | None = None,
    ) -> None:
        handed_in = handin.handed_in if handin else NOBODY_KNOWS
        decided = handin is not None and handin.decided
        self.store.write(entry, provenance, self.run, due, handed_in, decided)
        self._count(entry, again=again)

    def _count(self, entry: Entry, is_known: bool = False, again: bool = False) -> None:
        """Count a student, once: `again` in place of the first time."""
        if again:
            self.tally.states[self._before[entry.student]] -= 1
        self._before[entry.student] = entry.state
        self.tally.add(entry)
        if again:
            self.watcher.done_again(entry)
        else:
            self.watcher.done(entry, known=is_known)


def _ungraded(file: str, reason: Message, graded: Provenance | None = None) -> Later:
    message = Message(
        "what was handed in later, {file}, is not graded yet ({reason}); the earlier grade counts "
        "until then",
        file=file,
        reason=reason,
    )
    return Later(Why.UNGRADED, message, graded)


def _is_worse(report: Report, task: Task, earlier: Known) -> bool:
    """Whether another file than the graded one has a smaller part of the points."""
    content = earlier.provenance.content
    if task.handin.decided or content in ("", task.provenance.content):
        return False
    now = report.score / report.max_score if report.max_score else 0.0
    before = earlier.score / earlier.max_score if earlier.max_score else 0.0
    return now < before - _TOLERANCE
