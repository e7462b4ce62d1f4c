"""The commands for a whole class: `batch`, `report`, `show`. They print, as all of cli does."""

import os
import signal
import sys
import tempfile
import time
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from grader import classroom, formats
from grader.classroom import Entry, Plan, Pool, State, Store
from grader.cli import courses, progress, screen
from grader.cli.exit_codes import INTERRUPTED, PASSED, UNGRADED
from grader.course import Lesson
from grader.errors import RecordError, SandboxError, UsageError
from grader.report import Tier
from grader.sandbox import choose
from grader.text import clean


def batch(args: Namespace) -> int:
    """`grader batch`: grade a class."""
    for name in ("SIGTERM", "SIGHUP"):  # closing the session interrupts the batch, too
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)
    lesson = courses.of_a_class(args.course, args.exercise).lesson(args.exercise)
    roster = classroom.read_roster(args.roster) if args.roster else None
    with tempfile.TemporaryDirectory(prefix="grader-", ignore_cleanup_errors=True) as scratch:
        plan = classroom.collect_handins(args.submissions, lesson, Path(scratch), roster)
        if args.plan:
            sys.stdout.write(classroom.render_plan(plan, screen.width()))
            return PASSED
        again = _again(plan, args.regrade)
        with _begun(args, lesson) as store:
            classroom.write(
                args.output, classroom.PLAN, classroom.render_plan(plan, screen.width())
            )
            return _grade(args, lesson, plan, again, store)


def _again(plan: Plan, named: list[str] | None) -> list[str]:
    students = [handin.student for handin in plan.handins]
    if named is None:
        return []
    if missing := sorted(set(named) - set(students)):
        raise UsageError(
            "--regrade {missing}: no such student; --plan lists them", missing=missing[0]
        )
    return named or students


@contextmanager
def _begun(args: Namespace, lesson: Lesson) -> Iterator[Store]:
    """The record in OUT, which only this process may write to while it grades."""
    folder: Path | None = args.output
    if folder is None:
        raise UsageError("no folder for the result; name one with -o OUT")
    source = args.submissions.resolve()
    if folder.resolve() == source or source in folder.resolve().parents:
        raise UsageError(
            "{folder} lies inside of {submissions}; name an OUT outside of it",
            folder=folder,
            submissions=args.submissions,
        )
    with _alone(folder), Store(folder, new=True) as store:
        before = store.settings().get("exercise", lesson.exercise.name)
        if before != lesson.exercise.name:
            raise RecordError(
                "{folder} is the record of {before}; name another OUT", folder=folder, before=before
            )
        yield store


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Lock the folder against other batches. The lock ends with its process, in whatever way."""
    lock = FileLock(folder / ".lock")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout:
        raise UsageError("another `grader batch` is at work in {folder}", folder=folder) from None
    except OSError as error:
        raise UsageError(
            "{folder} can't be used: {strerror}", folder=folder, strerror=error.strerror
        ) from None
    try:
        yield
    finally:
        lock.release()


def _grade(args: Namespace, lesson: Lesson, plan: Plan, again: list[str], store: Store) -> int:
    started, known, stop, code = time.monotonic(), 0, "", PASSED
    tier = "auto" if args.cluster else choose(args.isolation, args.trust_submissions).value
    with _pool(args, lesson, tier) as pool:
        with progress.steps() as steps:
            key = classroom.obtain_key(
                lesson, args.output, store, seed=args.seed, given=args.key, progress=steps
            )
        class_ = classroom.Batch(lesson, key, store, trusted=args.trust_submissions)
        pool.ready()
        with progress.of_a_class(len(plan.handins)) as told:
            try:
                known = class_.grade(plan.handins, pool, tier, again, told).known
            except KeyboardInterrupt:
                stop, code = f"stopped, {len(plan.handins) - told.count} are left", INTERRUPTED
            except SandboxError as error:
                stop, code = str(error), UNGRADED
    record, students = store.record(), {handin.student for handin in plan.handins}
    classroom.publish_class(record, args.output)
    seconds = time.monotonic() - started
    sys.stdout.write(
        classroom.render_summary(record, args.output, seconds, known, students, plan.ignored)
    )
    if stop:
        rest = ", without --regrade," if args.regrade is not None else ""
        print(f"grader: {stop}; the same command{rest} goes on from here", file=sys.stderr)
        return code
    ungraded = {entry.student for entry in record.entries if entry.state is State.UNGRADED}
    return UNGRADED if ungraded & students else PASSED


@contextmanager
def _pool(args: Namespace, lesson: Lesson, tier: str) -> Iterator[Pool]:
    if args.cluster:
        with classroom.ClusterPool(args.cluster) as cluster:
            yield cluster
        return
    lanes = args.jobs or os.cpu_count() or 1
    private = [*lesson.private, args.submissions, args.output]
    with classroom.LocalPool(lesson.exercise, Tier(tier), lanes, private) as pool:
        yield pool


def publish_again(folder: Path) -> int:
    """`grader report`: write the page, the table and the reports of a record again."""
    with Store(folder) as store, _alone(folder):
        record = store.record()
        classroom.publish_class(record, folder)
    sys.stdout.write(classroom.render_summary(record, folder))
    return PASSED


def show(args: Namespace) -> int:
    """`grader show`: one student's report."""
    import difflib

    with Store(args.output) as store:
        entry = store.entry(args.student)
        if entry is None:
            close = difflib.get_close_matches(args.student, store.students(), n=1, cutoff=0.4)
            if not close:
                raise UsageError(
                    "{student} is not in {path}", student=args.student, path=store.path
                )
            raise UsageError(
                "{student} is not in {path}; did you mean {close}?",
                student=args.student,
                path=store.path,
                close=close[0],
            )
    if args.format == "terminal":
        sys.stdout.write(_whose(entry))
    options = formats.Options(args.verbose, screen.color(), screen.width())
    sys.stdout.write(formats.named(args.format)(entry.report, options))
    return PASSED


def _whose(entry: Entry) -> str:
    name = f" {entry.name}" if entry.name else ""
    notes = [f"  {note}" for note in entry.notes]
    return "\n".join(clean(line) for line in [entry.student + name, *notes]) + "\n"
