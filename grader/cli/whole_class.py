"""The commands for a whole class: `batch`, `report`, `show`. They print, as all of cli does."""

import os
import signal
import sys
import tempfile
import time
from argparse import Namespace
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from grader import classroom, formats
from grader.classroom import Counted, Decision, Entry, Plan, Pool, Store
from grader.cli import (
    class_progress,
    class_rules,
    courses,
    language,
    live_page,
    progress,
    screen,
    which_key,
)
from grader.cli.exit_codes import INTERRUPTED, PASSED, UNGRADED
from grader.course import AnswerKey, Lesson, read_words
from grader.errors import RecordError, SandboxError, UsageError
from grader.judge import localized
from grader.report import Tier
from grader.sandbox import choose
from grader.text import Message, Words, clean, folded


def batch(args: Namespace) -> int:
    """`grader batch`: grade a class."""
    for name in ("SIGTERM", "SIGHUP"):  # closing the session interrupts the batch, too
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)
    named = which_key.named(args)
    lesson = courses.of_a_class(args.course, args.exercise).lesson(args.exercise)
    given = named.of(lesson) if named else None
    roster = classroom.read_roster(args.roster) if args.roster else None
    times = classroom.read_times(args.times) if args.times else None
    with tempfile.TemporaryDirectory(prefix="grader-", ignore_cleanup_errors=True) as scratch:
        plan = classroom.collect_handins(args.submissions, lesson, Path(scratch), roster)
        plan = classroom.with_groups(plan, roster)
        if args.plan:
            shown = classroom.decide(plan, _uses(args.use)).plan
            if class_rules.wants_all(args.count):
                shown = classroom.with_attempts(shown, lesson)
            sys.stdout.write(classroom.render_plan(shown, screen.width()))
        if roster:
            people = [f"{person.id} {person.name}".strip() for person in roster.people]
            classroom.must_match(plan, args.roster, people)
        if args.plan:
            return PASSED
        with _begun(args, lesson, given) as store:
            speak(args.lang, store)
            class_rules.settle(args, store, tell)
            plan = _decided(plan, _uses(args.use), store)
            if class_rules.wants_all(store.settings().get("count")):
                plan = classroom.with_attempts(plan, lesson)
            plan = class_rules.timed(args, plan, times, roster, store, tell)
            again = _again(plan, args.regrade)
            classroom.write(
                args.output, classroom.PLAN, classroom.render_plan(plan, screen.width())
            )
            classroom.keep_planned(store, classroom.planned_of(plan, roster))
            return _grade(args, lesson, plan, again, store, given)


def speak(option: str | None, store: Store) -> str:
    """The language of the letters: that of the option, else that in which they were written."""
    kept = store.settings().get("language")
    spoken = language.chosen(option) if kept is None or option is not None else kept
    if spoken != kept:
        store.settle({"language": spoken})
    return spoken


def _uses(named: list[tuple[str, str]]) -> dict[str, str]:
    """The file that counts for each student, as `--use` says."""
    uses: dict[str, str] = {}
    for student, file in named:
        if uses.setdefault(student, file) != file:
            raise UsageError(
                "--use names two files for {student}: {one} and {other}",
                student=student,
                one=uses[student],
                other=file,
            )
    return uses


def _decided(plan: Plan, uses: dict[str, str], store: Store) -> Plan:
    """The plan with what is decided now, and what was decided before, which is kept."""
    earlier = {one.student: (one.file, one.found) for one in store.decisions()}
    decided = classroom.decide(plan, uses, earlier)
    store.decide([Decision(*named) for named in decided.named])
    return decided.plan


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
def _begun(args: Namespace, lesson: Lesson, given: AnswerKey | None) -> Iterator[Store]:
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
    classroom.can_have_key(lesson, folder, given)
    is_new = not folder.exists()
    with alone(folder):
        try:
            with Store(folder, new=True, tell=tell) as store:
                before = store.settings().get("exercise", lesson.exercise.name)
                if before != lesson.exercise.name:
                    raise RecordError(
                        "{folder} is the record of {before}; name another OUT",
                        folder=folder,
                        before=before,
                    )
                yield store
        finally:
            if is_new and not (folder / "class.key").exists():
                _remove(folder)


def _remove(folder: Path) -> None:
    """Leave no half-made OUT where a batch could not even begin."""
    for name in ("results.db", "results.db-wal", "results.db-shm", classroom.PLAN, ".lock"):
        (folder / name).unlink(missing_ok=True)
    with suppress(OSError):  # there is more in it, so it stays
        folder.rmdir()


def tell(message: Message) -> None:
    print(f"grader: {clean(str(message))}", file=sys.stderr, flush=True)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Lock the folder against other batches. The lock ends with its process, in whatever way."""
    lock = FileLock(folder / ".lock")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout:
        raise UsageError("another `grader batch` is at work in {folder}", folder=folder) from None
    except OSError as error:
        raise classroom.not_written(
            error, "{folder} can't be used: {strerror}", folder=folder
        ) from None
    try:
        yield
    finally:
        lock.release()


def _grade(
    args: Namespace,
    lesson: Lesson,
    plan: Plan,
    again: list[str],
    store: Store,
    given: AnswerKey | None,
) -> int:
    started, known, stop, code = time.monotonic(), 0, "", PASSED
    tier = "auto" if args.cluster else choose(args.isolation, args.trust_submissions).value
    with _pool(args, lesson, tier) as pool:
        with progress.steps() as steps:
            key = classroom.obtain_key(
                lesson, args.output, store, seed=args.seed, given=given, progress=steps
            )
        class_ = classroom.Batch(lesson, key, store, trusted=args.trust_submissions)
        students = {handin.student for handin in plan.handins}
        classroom.counted(store, students)  # a decision that can't be meant is said at once
        pool.ready()
        total = sum(1 + len(handin.attempts) for handin in plan.handins)
        with class_progress.of_a_class(total) as told:
            try:
                known = class_.grade(plan.handins, pool, tier, again, told).known
            except KeyboardInterrupt:
                left = total - told.count + store.waiting()
                stop, code = f"stopped, {left} are left", INTERRUPTED
            except SandboxError as error:
                stop, code = str(error), UNGRADED
    counted = counted_aloud(store, students)
    record = counted.record
    publish(counted, args.output, store, speak(args.lang, store))
    seconds = time.monotonic() - started
    sys.stdout.write(
        classroom.render_summary(
            record, args.output, seconds, known, students, plan.ignored, screen.width()
        )
    )
    if stop:
        rest = ", without --regrade," if args.regrade is not None else ""
        print(f"grader: {stop}; the same command{rest} goes on from here", file=sys.stderr)
        return code
    return UNGRADED if any(e.waits for e in record.entries if e.student in students) else PASSED


def counted_aloud(store: Store, awaited: Collection[str] = ()) -> Counted:
    """The record that counts, with the decisions of people, of which it is told what is odd."""
    found = classroom.counted(store, awaited)
    for note in found.notes:
        tell(note)
    return found


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


def publish(counted: Counted, folder: Path, store: Store, spoken: str) -> None:
    """Write what people read of the record."""
    classroom.publish_class(counted.record, folder, counted.graded, spoken, store.settings())


def publish_again(args: Namespace) -> int:
    """`grader report`: write the page, the table and the reports of a record again.

    With `--rebuild` the record itself is made from the reports before. With `--watch` the page
    is written at each change.
    """
    code, folder = PASSED, args.output
    if args.rebuild and folder.is_dir():
        with alone(folder):
            code = _rebuilt(folder)
    with Store(folder, tell=tell) as store, alone(folder):
        class_rules.settle(args, store, tell)
        if not args.watch:
            found = counted_aloud(store)
            publish(found, folder, store, speak(args.lang, store))
    if args.watch:
        return live_page.watch_page(folder, lambda store: speak(args.lang, store), tell) or code
    sys.stdout.write(classroom.render_summary(found.record, folder, width=screen.width()))
    return code


def _rebuilt(folder: Path) -> int:
    done = classroom.rebuild(folder, tell)
    kept = f"; the old one is {done.old}" if done.old else ""
    print(clean(f"the record was made again from {done.students} reports{kept}"))
    for name, why in done.unread:
        tell(Message("{name} could not be read: {reason}", name=name, reason=why))
    return UNGRADED if done.unread else PASSED


def show(args: Namespace) -> int:
    """`grader show`: one student's report."""
    import difflib

    with Store(args.output, tell=tell) as store:
        record = classroom.counted(store).record
        entry = next((each for each in record.entries if each.student == args.student), None)
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
    words = language.words(args.lang)
    # A format for a program is the machine's report alone, so what people decided stands beside it.
    beside = sys.stdout if args.format == "terminal" else sys.stderr
    if args.format == "terminal" or entry.ruling is not None:
        beside.write(_whose(entry, words))
    options = formats.Options(args.verbose, screen.color(), screen.width(), words.language)
    of_author = read_words(args.output / classroom.KEY, words.language)
    sys.stdout.write(formats.named(args.format)(localized(entry.report, of_author), options))
    return PASSED


def _whose(entry: Entry, words: Words) -> str:
    name = f" {entry.name}" if entry.name else ""
    notes = [words(note) for note in entry.notes]
    if entry.later is not None:
        notes.insert(0, words(entry.later.message))
    notes += _attempts(entry, words)
    if entry.lateness is not None:
        notes.append(words(entry.lateness.message))
    if entry.ruling is not None:
        decided = formats.ruled(entry.ruling, words)
        notes += [told for each in decided for told in each if told]
    width = screen.width() - 2
    told = [f"  {line}" for note in notes for line in folded(clean(note), width)]
    return "\n".join([clean(entry.student + name), *told]) + "\n"


def _attempts(entry: Entry, words: Words) -> Iterator[str]:
    """All attempts, a line each, where there are several."""
    for number, one in enumerate(entry.attempts if len(entry.attempts) > 1 else (), 1):
        told = words(
            "attempt {number}: {score} of {most} points, {file}",
            number=number,
            score=f"{one.score:g}" if one.score is not None else "-",
            most=f"{one.max_score:g}",
            file=one.file,
        )
        when = f", {one.handed_in}" if one.handed_in else ""
        yield f"{'*' if one.counts else ' '} {told}{when}"
