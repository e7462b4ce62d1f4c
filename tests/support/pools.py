"""A pool that grades nothing: what comes of a file is written in it."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import Any, Self

from grader.classroom.collect import (
    collect_handins,
    decide,
    read_roster,
    with_attempts,
    with_groups,
)
from grader.classroom.grading.batch import Batch
from grader.classroom.grading.lane import Job
from grader.classroom.grading.ledger import Silence
from grader.classroom.policy import read_policy
from grader.classroom.record import ClassRecord, Decision, Entry
from grader.classroom.store import Store
from grader.course import AnswerKey, Lesson, decode_key
from grader.judge import make_report, not_run
from grader.report import Report, Tier, Verdict
from grader.text import Message
from grader.wire import NO_THREAD


class Pretended:
    """Grades in no time: `# 5` in a file gives five of ten points, `# crashed` a crash.

    `# crashed once` crashes the first time that the file is graded, and `# threadless` gets no
    thread. `asked` are the files that were graded, in order.
    """

    tier = Tier.SEALED

    def __init__(self, lanes: int = 2):
        self.lanes = lanes
        self.asked: list[str] = []
        self.times: Counter[str] = Counter()
        self.interrupt: Callable[[Job], None] = lambda job: None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None: ...

    def ready(self) -> None: ...

    def renew(self) -> None: ...

    def trouble(self) -> Message | None:
        """None."""
        return None

    def submit(self, job: Job) -> "Future[Report]":
        """The report at once."""
        self.interrupt(job)
        text = "".join(unit.source for unit in job.submission.units)
        self.times[text] += 1
        future: Future[Report] = Future()
        self.asked.append(job.submission.name)
        future.set_result(_pretended(job, text, self.times[text]))
        return future


def _pretended(job: Job, text: str, time: int) -> Report:
    lesson, key = job.material.lesson(), decode_key(job.key, "a key")
    words = text.rpartition("# ")[2].split()
    for wanted in (Verdict.CRASHED, Verdict.TIMEOUT, Verdict.UNGRADED):
        if wanted.value in words and not ("once" in words and time > 1):
            results = not_run(lesson, wanted, Message("it {verdict}", verdict=wanted.value))
            return make_report(lesson, key, job.submission.name, results, duration_s=3.0)
    if "threadless" in words and not ("once" in words and time > 1):
        results = not_run(lesson, Verdict.ERROR, Message("RuntimeError: can't start new thread"))
        results = [replace(result, details=(NO_THREAD,)) for result in results]
        return make_report(lesson, key, job.submission.name, results, duration_s=3.0)
    left = float(next((word for word in words if word.isdigit()), "10"))
    results = []
    for result in not_run(lesson, Verdict.FAILED, Message("wrong")):
        points = min(left, result.max_points)
        left -= points
        verdict = Verdict.PASSED if points == result.max_points else Verdict.FAILED
        results.append(replace(result, points=points, verdict=verdict))
    return make_report(lesson, key, job.submission.name, results, isolation="sealed")


class Class:
    """A class in `folder`, graded again and again into one record, as the command does it."""

    def __init__(self, folder: Path, lesson: Lesson, key: AnswerKey, roster: str = ""):
        self.folder, self.lesson, self.key = folder, lesson, key
        self.source, self.out = folder / "class", folder / "out"
        self.source.mkdir()
        self.out.mkdir()
        self.roster = roster
        self.pool = Pretended()
        self.count = 0

    def put(self, **files: str) -> None:
        """Write files: `ann__mean="# 5"` is ann/mean.py."""
        for name, text in files.items():
            self.write(f"{name.replace('__', '/')}.py", text)

    def write(self, name: str, text: str) -> None:
        """Write a file of the class."""
        path = self.source / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"def mean(x): pass\n{text}\n")

    def grade(
        self, uses: dict[str, str] | None = None, again: tuple[str, ...] = (), **how: Any
    ) -> dict[str, Entry]:
        """Grade; the rows by student."""
        self.count += 1
        scratch = self.folder / f"scratch{self.count}"
        scratch.mkdir()
        roster = None
        if self.roster:
            (self.folder / "roster.csv").write_text(self.roster)
            roster = read_roster(self.folder / "roster.csv")
        plan = with_groups(collect_handins(self.source, self.lesson, scratch, roster), roster)
        with Store(self.out, new=True) as store:
            earlier = {one.student: (one.file, one.found) for one in store.decisions()}
            decided = decide(plan, uses or {}, earlier)
            store.decide([Decision(*named) for named in decided.named])
            handins = decided.plan.handins
            if read_policy(store.settings()).wants_all:
                handins = with_attempts(decided.plan, self.lesson).handins
            watcher = how.get("watcher", Silence())
            batch = Batch(self.lesson, how.get("key", self.key), store)
            self.pool.asked.clear()
            batch.grade(handins, self.pool, "sealed", again, watcher)
            return {entry.student: entry for entry in store.entries()}

    def record(self) -> ClassRecord:
        """All of it."""
        with Store(self.out) as store:
            return store.record()
