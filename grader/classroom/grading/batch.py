"""Grade a class: what is to be graded, by whom, and what is done again.

A submission that was killed or timed out, whose process was lost, or that stayed ungraded, is
graded once more at the end, alone, and that report counts: what a neighbour took away from it in
the first round (memory, threads, the processor) costs it nothing. Each is graded alone once, also
where the batch is killed in between and goes on.
"""

import hashlib
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from dataclasses import replace
from itertools import chain

import msgspec

from grader.classroom.collect import Handin, submission_of
from grader.classroom.grading.earlier import Earlier, teams
from grader.classroom.grading.lane import Job
from grader.classroom.grading.ledger import Ledger, Silence, Tally, Task, Watcher
from grader.classroom.grading.pool import Pool
from grader.classroom.kept import keep
from grader.classroom.record import CheckSpec, Due, Entry, Provenance, State
from grader.classroom.store import Store
from grader.course import AnswerKey, Lesson, encode_key, must_fit
from grader.errors import SubmissionError
from grader.judge import Submission, make_report, not_run
from grader.report import Problem, Report, Status, Verdict
from grader.text import Message
from grader.wire import NO_THREAD

PATIENCE = 5.0
"""Seconds without a result after which the pool is asked whether it can still give one."""

AHEAD = 2
"""Jobs under way for each lane: one that is being graded, and one for the moment it ends."""


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

        What was killed or timed out is graded again at the end, alone, before it counts.

        Raises SandboxError when the pool is gone; what has been written stays.
        """
        self._job = replace(self._job, isolation=isolation)
        self.store.forget(again)
        run = self.store.begin(isolation)
        ledger = Ledger(self.store, run, watcher or Silence())
        earlier = Earlier(self.store, ledger, self._task, again)
        alone: list[Task] = []
        seconds = 0.0
        todo = chain(self._todo(handins, ledger, alone, earlier), earlier.todo())
        for task, report in self._reports(todo, pool, AHEAD, ledger.watcher):
            is_lost = report.status is Status.UNGRADED or _was_lost(report)
            if is_lost:
                alone.append(task)
                seconds += report.duration_s
            for each in task.all:
                if is_lost and not each.is_earlier:
                    ledger.postponed(each, self._entry(each, report))
                elif not is_lost:
                    self._ended(each, report, ledger, earlier)
        if alone:
            students = [each.handin.student for task in alone for each in task.all]
            ledger.watcher.alone(students, seconds)
        for task, report in self._reports(iter(alone), pool, 0, ledger.watcher):
            for each in task.all:
                self._ended(each, report, ledger, earlier, again=True)
        earlier.end()
        self.store.end(run)
        return ledger.tally

    def _ended(
        self, task: Task, report: Report, ledger: Ledger, earlier: Earlier, again: bool = False
    ) -> None:
        """Write a report that counts."""
        if task.is_earlier:
            earlier.graded(task, report)
        else:
            ledger.graded(task, self._entry(task, report), again=again)

    def _todo(
        self, handins: Sequence[Handin], ledger: Ledger, alone: list[Task], earlier: Earlier
    ) -> Iterator[Task]:
        """The tasks that have to be graded, a group's once. Rows of the other students are written.

        Who waits since an earlier run to be graded alone is added to `alone`.
        """
        for team in teams(handins):
            each = [self._due(one, ledger, alone, earlier) for one in team]
            if due := [task for task in each if task is not None]:
                yield replace(due[0], also=tuple(due[1:]))

    def _due(
        self, handin: Handin, ledger: Ledger, alone: list[Task], earlier: Earlier
    ) -> Task | None:
        """A student's task, where there is one now; else what became of it is written."""
        if handin.path is None:
            ledger.without_grade(handin, self._nothing(handin), self._as)
            return None
        try:
            task = self._task(handin)
        except SubmissionError as error:  # it was there a moment ago: not the student's fault
            ledger.without_grade(handin, self._unread(handin, error.messages[0]), self._as)
            return None
        task = earlier.found(task)
        if ledger.is_postponed(task):
            ledger.still_postponed(task)
            alone.append(task)
            return None
        before = ledger.earlier(handin.student)
        if before is None or before.due is not Due.NOT:
            return task
        if before.provenance == task.provenance:
            ledger.unchanged(task)
            return None
        is_worse = before.later is not None and before.later.graded == task.provenance
        if is_worse and not handin.decided and ledger.has_result(task):
            ledger.still_worse(task)
            return None
        return task

    def _task(self, handin: Handin) -> Task:
        submission = submission_of(handin, self.lesson)
        digest = hashlib.sha256(msgspec.msgpack.encode(submission)).hexdigest()
        keep(self.store.path.parent, digest, submission)
        return Task(handin, submission, replace(self._as, content=digest))

    def _reports(
        self, todo: Iterator[Task], pool: Pool, ahead: int, watcher: Watcher
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
            watcher.under_way(names[:lanes])
            done = wait(under_way, timeout=PATIENCE, return_when=FIRST_COMPLETED).done
            if not done and (reason := pool.trouble()):
                watcher.waits(reason)
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
        if not handin.undecided:
            return self._ungraded_entry(handin, State.NOTHING, Verdict.NOT_ATTEMPTED, reason)
        entry = self._ungraded_entry(handin, State.UNDECIDED, Verdict.UNGRADED, reason)
        return replace(entry, report=replace(entry.report, status=Status.UNDECIDED))

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


def _was_lost(report: Report) -> bool:
    """Whether a check was lost, or had no thread, which may be the fault of what ran beside it."""
    return any(
        check.verdict in (Verdict.CRASHED, Verdict.TIMEOUT) or NO_THREAD in check.details
        for check in report.checks
    )
