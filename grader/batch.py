"""Grade a class: what is to be graded, by whom, and what is done again.

A submission whose process was lost, or that stayed ungraded, is tried once more at the end,
alone: whatever took its process away then takes no other submission with it.
"""

import hashlib
import secrets
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

import msgspec

from grader import build
from grader import key as keys
from grader.collect import Handin, read
from grader.course import Lesson
from grader.errors import SubmissionError, UsageError
from grader.judge import chosen, report, unasked
from grader.key import AnswerKey
from grader.lane import Order
from grader.pool import Pool
from grader.results import Asked, Entry, Problem, Report, State, Status, Verdict
from grader.sandbox.start import start
from grader.store import Graded, Store
from grader.submission import Submission

KEY = "class.key"

AHEAD = 2
"""Orders a lane that are under way: one that is carried out, and one for the moment it ends."""


@dataclass(frozen=True)
class Task:
    """A student's submission, read, on its way to be graded."""

    handin: Handin
    submission: Submission
    graded: Graded


@dataclass
class Summary:
    """What became of a batch. `known` were graded before, `verdicts` counts checks."""

    states: dict[State, int] = field(default_factory=lambda: dict.fromkeys(State, 0))
    verdicts: dict[Verdict, int] = field(default_factory=lambda: dict.fromkeys(Verdict, 0))
    known: int = 0
    ungraded: dict[str, str] = field(default_factory=dict)
    """Why, by student."""

    def add(self, entry: Entry) -> None:
        """Count a student."""
        self.states[entry.state] += 1
        self.ungraded.pop(entry.student, None)
        if entry.state is State.UNGRADED:
            self.ungraded[entry.student] = entry.report.checks[0].message
        if entry.state is State.GRADED:
            for check in entry.report.checks:
                self.verdicts[check.verdict] += 1


class Watcher(Protocol):
    """Who is told how a batch gets on."""

    def under_way(self, students: Sequence[str]) -> None:
        """These are being graded, the first one longest."""

    def done(self, entry: Entry, known: bool) -> None:
        """A student's row is written, or was there already."""


class Silence:
    """Tells nobody."""

    def under_way(self, students: Sequence[str]) -> None:
        """Nothing."""

    def done(self, entry: Entry, known: bool) -> None:
        """Nothing."""


# --- the key -------------------------------------------------------------------------------


def class_key(
    lesson: Lesson,
    folder: Path,
    store: Store,
    *,
    seed: int | None = None,
    given: Path | None = None,
    progress: build.Progress = build.silent,
) -> AnswerKey:
    """The key that the class of `folder` is graded with: the one that it has, or a new one.

    It is built from a seed drawn at random (or `seed`), which stays in the record, or is the
    `given` file. Raises UsageError for the public key, and where no key can be built.
    """
    path = folder / KEY
    if seed == build.PUBLIC_SEED:
        raise UsageError(f"--seed {seed} is that of the public key; name another, or none")
    if given is not None:
        key = _secret(given, lesson)
        store.settle({"seed": ""})
        _keep(path, key)
        return key
    settled = store.settings().get("seed", "")
    if path.is_file() and (seed is None or str(seed) == settled):
        key = keys.read(path)
        was_given = not settled
        if was_given or not lesson.has_solution or key.sources == build.fingerprint(lesson):
            return key
    if seed is None:
        seed = int(settled) if settled else secrets.randbits(62)
    return _built(lesson, path, store, seed, progress)


def _secret(path: Path, lesson: Lesson) -> AnswerKey:
    key = keys.read(path)
    if key.seed_is_public:
        raise UsageError(
            f"{path} is the public key, which every student has; "
            f"`grader build {lesson.exercise.name} --seed N` makes a secret one"
        )
    return key


def _built(
    lesson: Lesson, path: Path, store: Store, seed: int, progress: build.Progress
) -> AnswerKey:
    if not lesson.has_solution:
        raise UsageError(
            f"a class has a key of its own, built from {lesson.solution}, which is not here; "
            "name one with --key"
        )
    # Killed from here on, the next start builds the same key.
    path.unlink(missing_ok=True)
    store.settle({"seed": str(seed)})
    with start(lesson.exercise.framework) as zygote:
        key = build.build_key(lesson, zygote, seed, False, progress)
    _keep(path, key)
    return key


def _keep(path: Path, key: AnswerKey) -> None:
    keys.write(path, key)
    path.chmod(0o600)


# --- the class -----------------------------------------------------------------------------


class Batch:
    """A class that is graded: an exercise, its key, and the record."""

    def __init__(self, lesson: Lesson, key: AnswerKey, store: Store, *, trusted: bool = False):
        chosen(lesson, key, ())  # the key is for this exercise
        self.lesson, self.key, self.store = lesson, key, store
        material = lesson.material
        empty = Submission("", ())
        self._order = Order(material, keys.dumps(key), empty, "auto", trusted)
        self._as = Graded("", key.fingerprint, material.version)
        exercise = lesson.exercise
        settings = {"exercise": exercise.name, "title": exercise.title}
        settings |= {"key": key.fingerprint, "version": material.version}
        checks = [Asked(c.name, c.title, c.graded, float(c.points)) for c in exercise.checks]
        store.settle(settings, checks)

    def grade(
        self,
        handins: Sequence[Handin],
        pool: Pool,
        isolation: str,
        again: Collection[str] = (),
        watcher: Watcher | None = None,
    ) -> Summary:
        """Grade what is not graded yet, and the students of `again`; each is written at once."""
        self._order = replace(self._order, isolation=isolation)
        run = self.store.begin(isolation)
        counted = _Counted(self.store, run, watcher or Silence())
        todo = self._todo(handins, set(again), counted)
        once_more = []
        for task, graded in self._graded(todo, pool, pool.lanes * AHEAD, counted):
            if graded.status is Status.UNGRADED:
                once_more.append(task)
            counted.write(self._entry(task, graded), task.graded)
        for task, graded in self._graded(iter(once_more), pool, 1, counted):
            counted.write(self._entry(task, graded), task.graded, again=True)
        self.store.end(run)
        return counted.summary

    def _todo(
        self, handins: Sequence[Handin], again: set[str], counted: "_Counted"
    ) -> Iterator[Task]:
        """What is to be graded; the rest is written."""
        known = self.store.known()
        for handin in handins:
            state, before = known.get(handin.student, (None, None))
            try:
                task = self._task(handin)
            except SubmissionError as error:
                # Nothing handed in says nothing of what was: a part of a class, say.
                if not handin.file and state is State.GRADED:
                    counted.keep(handin)
                else:
                    counted.write(self._nothing(handin, str(error)), replace(self._as))
                continue
            if state is State.GRADED and before == task.graded and handin.student not in again:
                counted.keep(handin)
                continue
            yield task

    def _task(self, handin: Handin) -> Task:
        if handin.path is None:
            raise SubmissionError(handin.notes[0] if handin.notes else "nothing was handed in")
        submission = read(handin, self.lesson)
        digest = hashlib.sha256(msgspec.msgpack.encode(submission)).hexdigest()
        return Task(handin, submission, replace(self._as, content=digest))

    def _graded(
        self, todo: Iterator[Task], pool: Pool, window: int, counted: "_Counted"
    ) -> Iterator[tuple[Task, Report]]:
        """Each task and its report, as they end; `window` are under way at once."""
        under_way: dict[Future[Report], Task] = {}
        while True:
            while len(under_way) < window and (task := next(todo, None)) is not None:
                under_way[self._submitted(pool, task)] = task
            if not under_way:
                return
            names = [task.handin.student for task in under_way.values()]
            counted.watcher.under_way(names[: pool.lanes])
            for future in wait(under_way, return_when=FIRST_COMPLETED).done:
                task = under_way.pop(future)
                yield task, self._result(future, task)

    def _submitted(self, pool: Pool, task: Task) -> "Future[Report]":
        order = replace(self._order, submission=task.submission)
        try:
            return pool.submit(order)
        except RuntimeError:  # BrokenExecutor is one, and so is a pool that was shut down
            pool.renew()
            return pool.submit(order)

    def _result(self, future: "Future[Report]", task: Task) -> Report:
        try:
            error = future.exception()
        except CancelledError:
            error = CancelledError("cancelled")
        if error is None:
            return future.result()
        reason = f"the process that graded it was lost: {type(error).__name__}: {error}"[:500]
        results = unasked(self.lesson, Verdict.UNGRADED, reason)
        return report(self.lesson, self.key, task.submission.name, results)

    def _entry(self, task: Task, graded: Report) -> Entry:
        handin = task.handin
        state = State.UNGRADED if graded.status is Status.UNGRADED else State.GRADED
        return Entry(handin.student, handin.name, handin.file, state, graded, handin.notes)

    def _nothing(self, handin: Handin, reason: str) -> Entry:
        results = unasked(self.lesson, Verdict.NOT_ATTEMPTED, reason)
        problems = (Problem(handin.file or handin.student, 0, reason),)
        empty = report(self.lesson, self.key, handin.file, results, problems=problems)
        notes = handin.notes or (reason,)
        return Entry(handin.student, handin.name, handin.file, State.NOTHING, empty, notes)


class _Counted:
    """The record of a run as it is written, and the count of it."""

    def __init__(self, store: Store, run: int, watcher: Watcher):
        self.store, self.run, self.watcher = store, run, watcher
        self.summary = Summary()

    def write(self, entry: Entry, graded: Graded, again: bool = False) -> None:
        """Write a student's row, in place of an earlier one of this run when `again`."""
        self.store.write(entry, graded, self.run)
        if again:
            self.summary.states[State.UNGRADED] -= 1
        self.summary.add(entry)
        if not again:
            self.watcher.done(entry, known=False)

    def keep(self, handin: Handin) -> None:
        """A student's row stays as it is, but for what is known of the student."""
        if handin.file:
            self.store.rename(handin.student, handin.name, handin.file, handin.notes)
        entry = self.store.entry(handin.student)
        assert entry is not None
        self.summary.known += 1
        self.summary.add(entry)
        self.watcher.done(entry, known=True)
