"""How far a batch has got, on standard error: a bar, or a line for each student."""

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from grader.classroom import Entry, State, Why
from grader.report import Report, Status, Verdict
from grader.text import Message, clean


@contextmanager
def of_a_class(students: int) -> "Iterator[Lines | Bar]":
    """A watcher for a batch of so many students, earlier attempts of theirs included."""
    console = Console(stderr=True, highlight=False, markup=False)
    if not console.is_terminal:
        yield Lines(students, _say)
        return
    columns = [
        BarColumn(16),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}", markup=False),
        TimeRemainingColumn(),
        TextColumn("{task.fields[now]}", markup=False),
    ]
    with Progress(*columns, console=console, transient=True) as bar:
        yield Bar(bar, students)


def _what(entry: Entry) -> str:
    score = f"{entry.report.score:g} / {entry.report.max_score:g}"
    if entry.state is not State.GRADED:
        return entry.state.value
    later = entry.later
    if later is not None and later.why is Why.WORSE:  # a rule may say that it counts
        return f"{later.message.facts.get('score')} / {entry.report.max_score:g}, {score} before"
    return f"{score}, kept from before" if later is not None else score


def alone_again(students: Sequence[str], seconds: float) -> str:
    """That these are graded once more, why, and how long it may take."""
    count = len(students)
    who = "1 submission was" if count == 1 else f"{count} submissions were"
    each = "it is" if count == 1 else "each is"
    minutes = f"{seconds / 60:.0f} min" if seconds >= 120 else f"{max(seconds, 1):.0f} s"
    return (
        f"{who} killed, timed out or not graded beside others; {each} graded again, alone, before "
        f"it counts: about {minutes}"
    )


def _say(line: str) -> None:
    """Print a line. Where nothing reads standard error any more, the batch goes on."""
    try:
        print(line, file=sys.stderr, flush=True)
    except OSError:
        pass


class Lines:
    """A plain line for each student."""

    def __init__(self, students: int, say: Callable[[str], None]):
        self.students, self.say, self.count = students, say, 0
        self.waiting: Message | None = None

    def under_way(self, students: Sequence[str]) -> None:
        """Nothing: a line is printed when a student is done."""

    def done(self, entry: Entry, known: bool) -> None:
        """One line."""
        self.count += 1
        before = ", graded before" if known else ""
        self.say(clean(f"[{self.count}/{self.students}] {entry.student}: {_what(entry)}{before}"))

    def alone(self, students: Sequence[str], seconds: float) -> None:
        """Say what is to come."""
        self.say(alone_again(students, seconds))

    def done_again(self, entry: Entry) -> None:
        """One line more."""
        self.say(clean(f"{entry.student}: {_what(entry)}, graded alone"))

    def attempt_done(self, student: str, file: str, report: Report | None) -> None:
        """One line, too."""
        self.count += 1
        got = f"{report.score:g} / {report.max_score:g}" if report else "graded before"
        if report and report.status is Status.UNGRADED:
            got = report.status.value
        told = f"{student}, an earlier attempt, {file}: {got}"
        self.say(clean(f"[{self.count}/{self.students}] {told}"))

    def waits(self, reason: Message) -> None:
        """Print the reason once."""
        if reason != self.waiting:
            self.waiting = reason
            self.say(clean(str(reason)))


class Bar:
    """A bar with the rate, the time left, counts of verdicts, and who is being graded."""

    def __init__(self, bar: Progress, students: int):
        self.bar, self.started = bar, time.monotonic()
        self.count = self.graded = 0
        self.verdicts: dict[Verdict, int] = {}
        self.task = bar.add_task("", total=students, rate="", now="")

    def under_way(self, students: Sequence[str]) -> None:
        """Who is being graded now, and the counts so far."""
        counts = " ".join(
            f"{mark}{sum(self.verdicts.get(verdict, 0) for verdict in verdicts)}"
            for mark, verdicts in _COUNTED
        )
        who = clean(", ".join(students))
        self.bar.update(self.task, now=f"{counts}  {who}"[:40])

    def done(self, entry: Entry, known: bool) -> None:
        """One more."""
        self.count += 1
        self.graded += not known
        rate = self.graded / max(time.monotonic() - self.started, 1e-3)
        for check in entry.report.checks if entry.state is State.GRADED else ():
            self.verdicts[check.verdict] = self.verdicts.get(check.verdict, 0) + 1
        self.bar.update(self.task, advance=1, rate=f"{rate:.1f}/s")

    def alone(self, students: Sequence[str], seconds: float) -> None:
        """Say what is to come, above the bar."""
        self.bar.print(alone_again(students, seconds))

    def done_again(self, entry: Entry) -> None:
        """Nothing: the student is counted already."""

    def attempt_done(self, student: str, file: str, report: Report | None) -> None:
        """One more."""
        self.count += 1
        self.graded += report is not None
        self.bar.update(self.task, advance=1)

    def waits(self, reason: Message) -> None:
        """Show the reason in the place of who is being graded."""
        self.bar.update(self.task, now=clean(str(reason))[:40])


_COUNTED = (
    ("✓", (Verdict.PASSED,)),
    ("✗", (Verdict.FAILED, Verdict.ERROR, Verdict.TIMEOUT, Verdict.CRASHED)),
    ("·", (Verdict.NOT_ATTEMPTED,)),
    ("-", (Verdict.SKIPPED,)),
)
