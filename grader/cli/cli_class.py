"""The commands for a whole class: `batch`, `report`, `show`. They print, as cli does."""

import os
import shutil
import signal
import sys
import tempfile
import time
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from grader.classroom.grading import batch, class_key
from grader.course import course
from grader.cli import progress
from grader.classroom.publish import publish
from grader.classroom.collect import roster as rosters
from grader.classroom.collect.collect import Plan, collect
from grader.course.course import Lesson
from grader.errors import RecordError, SandboxError, UsageError
from grader.formats import json, terminal
from grader.classroom.publish import summary
from grader.classroom.publish import plan as plan_format
from grader.classroom.grading.pool import LocalPool, Pool
from grader.report import Entry, State, Tier
from grader.sandbox.tiers import choose
from grader.classroom.store import Store

PASSED, UNGRADED, INTERRUPTED = 0, 3, 130


def batch_(asked: Namespace) -> int:
    """`grader batch`: grade a class."""
    for name in ("SIGTERM", "SIGHUP"):  # a session that is closed is an interrupt as well
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)
    lesson = course.find(Path.cwd()).lesson(asked.exercise)
    roster = rosters.read(asked.roster) if asked.roster else None
    with tempfile.TemporaryDirectory(prefix="grader-", ignore_cleanup_errors=True) as scratch:
        plan = collect(asked.submissions, lesson, Path(scratch), roster)
        if asked.plan:
            sys.stdout.write(_plan(plan))
            return PASSED
        again = _again(plan, asked.regrade)
        with _begun(asked, lesson) as store:
            publish.write(asked.output, publish.PLAN, _plan(plan))
            return _grade(asked, lesson, plan, again, store)


def _plan(plan: Plan) -> str:
    rows = [(h.student, h.name, h.file, h.notes) for h in plan.handins]
    return plan_format.render(rows, plan.ignored, plan.layout, _width())


def _again(plan: Plan, named: list[str] | None) -> list[str]:
    students = [handin.student for handin in plan.handins]
    if named is None:
        return []
    if missing := sorted(set(named) - set(students)):
        raise UsageError(f"--regrade {missing[0]}: no such student; --plan lists them")
    return named or students


@contextmanager
def _begun(asked: Namespace, lesson: Lesson) -> Iterator[Store]:
    """The record in OUT, which is this process's alone for as long as it grades."""
    folder: Path | None = asked.output
    if folder is None:
        raise UsageError("where is the result to go? name a folder with -o OUT")
    source = asked.submissions.resolve()
    if folder.resolve() == source or source in folder.resolve().parents:
        raise UsageError(f"{folder} lies in {asked.submissions}; name an OUT outside of it")
    with _alone(folder), Store(folder, new=True) as store:
        before = store.settings().get("exercise", lesson.exercise.name)
        if before != lesson.exercise.name:
            raise RecordError(f"{folder} is the record of {before}; name another OUT")
        yield store


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """No other batch writes there meanwhile. The lock goes with its process, however that ends."""
    lock = FileLock(folder / ".lock")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout:
        raise UsageError(f"another `grader batch` is at work in {folder}") from None
    except OSError as error:
        raise UsageError(f"{folder} can't be used: {error.strerror}") from None
    try:
        yield
    finally:
        lock.release()


def _grade(asked: Namespace, lesson: Lesson, plan: Plan, again: list[str], store: Store) -> int:
    started, known, stop, code = time.monotonic(), 0, "", PASSED
    tier = "auto" if asked.cluster else choose(asked.isolation, asked.trust_submissions).value
    with _pool(asked, lesson, tier) as pool:
        with progress.steps() as steps:
            key = class_key.obtain(
                lesson, asked.output, store, seed=asked.seed, given=asked.key, progress=steps
            )
        class_ = batch.Batch(lesson, key, store, trusted=asked.trust_submissions)
        pool.ready()
        with progress.of_a_class(len(plan.handins)) as told:
            try:
                known = class_.grade(plan.handins, pool, tier, again, told).known
            except KeyboardInterrupt:
                stop, code = f"stopped, {len(plan.handins) - told.count} are left", INTERRUPTED
            except SandboxError as error:
                stop, code = str(error), UNGRADED
    record, students = store.record(), {handin.student for handin in plan.handins}
    publish.publish(record, asked.output)
    seconds = time.monotonic() - started
    sys.stdout.write(summary.render(record, asked.output, seconds, known, students, plan.ignored))
    if stop:
        rest = ", without --regrade," if asked.regrade is not None else ""
        print(f"grader: {stop}; the same command{rest} goes on from here", file=sys.stderr)
        return code
    ungraded = {entry.student for entry in record.entries if entry.state is State.UNGRADED}
    return UNGRADED if ungraded & students else PASSED


@contextmanager
def _pool(asked: Namespace, lesson: Lesson, tier: str) -> Iterator[Pool]:
    if asked.cluster:
        try:
            from grader.classroom.grading.cluster import ClusterPool
        except ImportError:
            raise UsageError("--cluster needs dask: pip install 'grader[cluster]'") from None
        with ClusterPool(asked.cluster) as cluster:
            yield cluster
        return
    lanes = asked.jobs or os.cpu_count() or 1
    with LocalPool(lesson.exercise, Tier(tier), lanes) as pool:
        yield pool


def report_(asked: Namespace) -> int:
    """`grader report`: write the page, the table and the reports of a record again."""
    with Store(asked.output) as store, _alone(asked.output):
        record = store.record()
        publish.publish(record, asked.output)
    sys.stdout.write(summary.render(record, asked.output))
    return PASSED


def show_(asked: Namespace) -> int:
    """`grader show`: one student's report."""
    import difflib

    with Store(asked.output) as store:
        entry = store.entry(asked.student)
        if entry is None:
            close = difflib.get_close_matches(asked.student, store.students(), n=1, cutoff=0.4)
            advice = f"; did you mean {close[0]}?" if close else ""
            raise UsageError(f"{asked.student} is not in {store.path}{advice}")
    if asked.format == "json":
        sys.stdout.write(json.render(entry.report))
        return PASSED
    color = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    sys.stdout.write(_whose(entry))
    sys.stdout.write(terminal.render(entry.report, asked.verbose, color=color, width=_width()))
    return PASSED


def _whose(entry: Entry) -> str:
    name = f" {entry.name}" if entry.name else ""
    notes = [f"  {note}" for note in entry.notes]
    return "\n".join(terminal.clean(line) for line in [entry.student + name, *notes]) + "\n"


def _width() -> int:
    return shutil.get_terminal_size((80, 24)).columns
