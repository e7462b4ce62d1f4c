"""Grade a class: what is to be graded, by whom, and what is done again.

A submission whose process was lost, or that stayed ungraded, is tried once more at the end,
alone: whatever took its process away then takes no other submission with it.
"""

import hashlib
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from dataclasses import dataclass, field, replace
from typing import Protocol

import msgspec

from grader.classroom.collect import Handin, submission_of
from grader.classroom.grading.lane import Job
from grader.classroom.grading.pool import Pool
from grader.classroom.record import CheckSpec, Entry, State
from grader.classroom.store import Provenance, Store
from grader.course import AnswerKey, Lesson, encode_key, must_fit
from grader.errors import SubmissionError
from grader.judge import Submission, make_report, not_run
from grader.report import Problem, Report, Status, Verdict
from grader.text import Message

PATIENCE = 5.0
"""Seconds without a result after which the pool is asked whether it can still give one."""

AHEAD = 2
"""Jobs under way for each lane: one that is being graded, and one for the moment it ends."""


@dataclass(frozen=True)
class Task:
    """A student's submission that has been read and is to be graded."""

    handin: Handin
    submission: Submission
    provenance: Provenance


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


class Watcher(Protocol):
    """Is told how a batch proceeds."""

    def under_way(self, students: Sequence[str]) -> None:
        """These students are being graded, the first one for the longest time."""

    def done(self, entry: Entry, known: bool) -> None:
        """A student's row is written, or was there already."""

    def done_again(self, entry: Entry) -> None:
        """The row of one who stayed ungraded is written after a second try."""

    def waits(self, reason: Message) -> None:
        """No job ends, and why. This is called again and again as long as it lasts."""


class Silence:
    """Tells nobody."""

    def under_way(self, students: Sequence[str]) -> None:
        """Nothing."""

    def done(self, entry: Entry, known: bool) -> None:
        """Nothing."""

    def done_again(self, entry: Entry) -> None:
        """Nothing."""

    def waits(self, reason: Message) -> None:
        """Nothing."""


class Batch:
    """Grades a class: an exercise, its key, and the record."""

    def __init__(self, lesson: Lesson, key: AnswerKey, store: Store, *, trusted: bool = False):
        must_fit(key, lesson)
        self.lesson, self.key, self.store = lesson, key, store
        material = lesson.material
        empty = Submission("", ())
        self._job = Job(material, encode_key(key), empty, "auto", trusted)
        self._as = Provenance("", key.fingerprint, material.version)
        exercise = lesson.exercise
        settings = {"exercise": exercise.name, "title": exercise.title}
        settings |= {"key": key.fingerprint, "version": material.version}
        checks = [CheckSpec(c.name, c.title, c.function, float(c.points)) for c in exercise.checks]
        store.settle(settings, checks)

    def grade(
        self,
        handins: Sequence[Handin],
        pool: Pool,
        isolation: str,
        again: Collection[str] = (),
        watcher: Watcher | None = None,
    ) -> Tally:
        """Grade what is not graded yet, and the students of `again`. Each is written at once.

        Raises SandboxError when the pool is gone; what has been written stays.
        """
        self._job = replace(self._job, isolation=isolation)
        self.store.forget(again)
        run = self.store.begin(isolation)
        counted = _Counted(self.store, run, watcher or Silence())
        once_more = []
        for task, report in self._reports(self._todo(handins, counted), pool, AHEAD, counted):
            if report.status is Status.UNGRADED:
                once_more.append(task)
            counted.write(self._entry(task, report), task.provenance)
        for task, report in self._reports(iter(once_more), pool, 0, counted):
            counted.write(self._entry(task, report), task.provenance, again=True)
        self.store.end(run)
        return counted.tally

    def _todo(self, handins: Sequence[Handin], counted: "_Counted") -> Iterator[Task]:
        """The tasks that have to be graded. Rows of the other students are written."""
        known = self.store.known()
        for handin in handins:
            state, before = known.get(handin.student, (None, None))
            if handin.path is None:
                # A student who is absent from one part of a class keeps the grade of another part.
                if handin.absent and state is State.GRADED:
                    counted.keep(handin)
                else:
                    counted.write(self._nothing(handin), self._as)
                continue
            try:
                task = self._task(handin)
            except SubmissionError as error:  # it was there a moment ago: not the student's fault
                counted.write(self._unread(handin, error.messages[0]), self._as)
                continue
            if state is State.GRADED and before == task.provenance:
                counted.keep(handin)
                continue
            yield task

    def _task(self, handin: Handin) -> Task:
        submission = submission_of(handin, self.lesson)
        digest = hashlib.sha256(msgspec.msgpack.encode(submission)).hexdigest()
        return Task(handin, submission, replace(self._as, content=digest))

    def _reports(
        self, todo: Iterator[Task], pool: Pool, ahead: int, counted: "_Counted"
    ) -> Iterator[tuple[Task, Report]]:
        """Each task and its report, as they end. `ahead` jobs for each lane are under way."""
        under_way: dict[Future[Report], Task] = {}
        while True:
            lanes = pool.lanes
            while len(under_way) < max(lanes * ahead, 1) and (task := next(todo, None)) is not None:
                under_way[self._submitted(pool, task)] = task
            if not under_way:
                return
            names = [task.handin.student for task in under_way.values()]
            counted.watcher.under_way(names[:lanes])
            done = wait(under_way, timeout=PATIENCE, return_when=FIRST_COMPLETED).done
            if not done and (reason := pool.trouble()):
                counted.watcher.waits(reason)
            for future in done:
                task = under_way.pop(future)
                yield task, self._result(future, task)

    def _submitted(self, pool: Pool, task: Task) -> "Future[Report]":
        job = replace(self._job, submission=task.submission)
        try:
            return pool.submit(job)
        except RuntimeError:  # BrokenExecutor is one, and so is a pool that was shut down
            pool.renew()
            return pool.submit(job)

    def _result(self, future: "Future[Report]", task: Task) -> Report:
        try:
            error = future.exception()
        except CancelledError:
            error = CancelledError("cancelled")
        if error is None:
            return future.result()
        reason = Message(
            "the process that graded it was lost: {type}: {text}",
            type=type(error).__name__,
            text=str(error)[:500],
        )
        results = not_run(self.lesson, Verdict.UNGRADED, reason)
        return make_report(self.lesson, self.key, task.submission.name, results)

    def _entry(self, task: Task, report: Report) -> Entry:
        handin = task.handin
        state = State.UNGRADED if report.status is Status.UNGRADED else State.GRADED
        return Entry(handin.student, handin.name, handin.file, state, report, handin.notes)

    def _nothing(self, handin: Handin) -> Entry:
        reason = handin.reason or Message("nothing was handed in")
        return self._ungraded_entry(handin, State.NOTHING, Verdict.NOT_ATTEMPTED, reason)

    def _unread(self, handin: Handin, reason: Message) -> Entry:
        return self._ungraded_entry(handin, State.UNGRADED, Verdict.UNGRADED, reason)

    def _ungraded_entry(
        self, handin: Handin, state: State, verdict: Verdict, reason: Message
    ) -> Entry:
        problems = (Problem(handin.file or handin.student, 0, reason),)
        results = not_run(self.lesson, verdict, reason)
        empty = make_report(
            self.lesson, self.key, handin.file, results, problems=problems, reason=reason
        )
        return Entry(handin.student, handin.name, handin.file, state, empty, handin.notes)


class _Counted:
    """Writes the record of a run, and counts."""

    def __init__(self, store: Store, run: int, watcher: Watcher):
        self.store, self.run, self.watcher = store, run, watcher
        self.tally = Tally()

    def write(self, entry: Entry, provenance: Provenance, again: bool = False) -> None:
        """Write a student's row; with `again`, in place of an earlier one of this run."""
        self.store.write(entry, provenance, self.run)
        if again:
            self.tally.states[State.UNGRADED] -= 1
        self.tally.add(entry)
        if again:
            self.watcher.done_again(entry)
        else:
            self.watcher.done(entry, known=False)

    def keep(self, handin: Handin) -> None:
        """Keep a student's grade, and write what is known of the student now."""
        entry = self.store.entry(handin.student)
        assert entry is not None
        notes = handin.notes
        if handin.absent:
            notes = (
                Message("kept from an earlier run: {file} is not there any more", file=entry.file),
            )
        name, file = handin.name or entry.name, handin.file or entry.file
        self.store.rename(handin.student, name, file, notes)
        entry = replace(entry, name=name, file=file, notes=notes)
        self.tally.known += 1
        self.tally.add(entry)
        self.watcher.done(entry, known=True)
