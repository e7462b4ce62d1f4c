"""How a batch ended, in a few lines: counts, what is ungraded and why, and where the files are."""

from collections.abc import Collection, Sequence
from pathlib import Path

from grader.classroom import analysis
from grader.classroom.record import ClassRecord, State
from grader.text import Message, clean

_MOST = 20
"""How many ungraded students are named."""


def render(
    record: ClassRecord,
    folder: Path,
    seconds: float = 0.0,
    known: int = 0,
    students: Collection[str] | None = None,
    ignored: Sequence[tuple[str, Message]] = (),
) -> str:
    """The summary of a record in a folder, after a batch that took `seconds`.

    `known` of its students were graded before. `students` are those of that batch; the record may
    have others from an earlier one. `ignored` are files of no student, and why.
    """
    lines = [*_counts(record, seconds, known), *_ungraded(record), *_ignored(ignored, folder)]
    if students is not None:
        lines += _others([e.student for e in record.entries if e.student not in students])
    return "\n".join([*lines, *_places(folder)]) + "\n"


def _counts(record: ClassRecord, seconds: float, known: int) -> list[str]:
    entries = record.entries
    scores = [entry.report.score for entry in entries if entry.state is State.GRADED]
    parts = [f"{len(scores)} graded" + (f" ({known} of them before)" if known else "")]
    for state, words in ((State.NOTHING, "nothing to grade"), (State.UNGRADED, "ungraded")):
        if count := sum(entry.state is state for entry in entries):
            parts.append(f"{count} {words}")
    took = f", in {_duration(seconds)}" if seconds else ""
    lines = [f"{record.exercise} {record.title}: {', '.join(parts)}{took}"]
    if found := analysis.summary(scores):
        most = max(entry.report.max_score for entry in entries)
        lines.append(f"of {most:g} points: mean {found.mean:.2f}, median {found.median:g}")
    return lines


def _others(students: list[str]) -> list[str]:
    if not students:
        return []
    one = len(students) == 1
    named = _named(students)
    return [
        clean(f"graded earlier, and not in these submissions: {named}"),
        f"  {'it is' if one else 'they are'} counted above; a new OUT would have only these "
        "submissions",
    ]


def _named(names: Sequence[str]) -> str:
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return ", ".join(names[:3]) + more


def _ignored(ignored: Sequence[tuple[str, Message]], folder: Path) -> list[str]:
    if not ignored:
        return []
    named = _named([path for path, _ in ignored])
    where = folder / "plan.txt"
    return [clean(f"could not be assigned to a student: {named} ({where} says why)")]


def _ungraded(record: ClassRecord) -> list[str]:
    ungraded = [entry for entry in record.entries if entry.state is State.UNGRADED]
    if not ungraded:
        return []
    lines = ["ungraded, by no fault of theirs; the same command tries them again:"]
    for entry in ungraded[:_MOST]:
        lines.append(clean(f"  {entry.student}: {str(entry.report.reason)[:200]}"))
    if len(ungraded) > _MOST:
        lines.append(f"  ... and {len(ungraded) - _MOST} more")
    return lines


def _places(folder: Path) -> list[str]:
    return [
        f"{folder / 'index.html'}   the class on a page",
        f"{folder / 'grades.csv'}   a row for each student",
        f"{folder / 'reports'}      a letter for each student",
    ]


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{seconds:.1f} s"
