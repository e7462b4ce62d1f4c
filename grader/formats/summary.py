"""How a batch ended, in a few lines: counts, what is ungraded and why, where things are."""

from collections.abc import Sequence
from pathlib import Path

from grader import analysis
from grader.formats.literal import clean
from grader.results import ClassRecord, State

_MOST = 20
"""Ungraded students that are named."""


def render(
    record: ClassRecord,
    folder: Path,
    known: int = 0,
    seconds: float = 0.0,
    ignored: Sequence[tuple[str, str]] = (),
) -> str:
    """The summary of a record in a folder, `known` of whose students were graded before.

    `ignored` are files that are no student's, and why.
    """
    lines = [*_counts(record, known, seconds), *_ungraded(record), *_ignored(ignored, folder)]
    return "\n".join([*lines, *_places(folder)]) + "\n"


def _counts(record: ClassRecord, known: int, seconds: float) -> list[str]:
    entries = record.entries
    scores = [entry.report.score for entry in entries if entry.state is State.GRADED]
    parts = [f"{len(scores)} graded"]
    if known:
        parts[0] += f" ({known} of them before)"
    for state, words in ((State.NOTHING, "nothing to grade"), (State.UNGRADED, "ungraded")):
        if count := sum(entry.state is state for entry in entries):
            parts.append(f"{count} {words}")
    took = f", in {_duration(seconds)}" if seconds else ""
    lines = [f"{record.exercise} {record.title}: {', '.join(parts)}{took}"]
    if found := analysis.summary(scores):
        most = max(entry.report.max_score for entry in entries)
        lines.append(f"of {most:g} points: mean {found.mean:.2f}, median {found.median:g}")
    return lines


def _ignored(ignored: Sequence[tuple[str, str]], folder: Path) -> list[str]:
    if not ignored:
        return []
    named = ", ".join(path for path, _ in ignored[:3])
    more = f" and {len(ignored) - 3} more" if len(ignored) > 3 else ""
    return [clean(f"no student's: {named}{more} ({folder / 'plan.txt'} says why)")]


def _ungraded(record: ClassRecord) -> list[str]:
    ungraded = [entry for entry in record.entries if entry.state is State.UNGRADED]
    if not ungraded:
        return []
    lines = ["ungraded, by no fault of theirs; the same command tries them again:"]
    for entry in ungraded[:_MOST]:
        lines.append(clean(f"  {entry.student}: {entry.report.checks[0].message[:200]}"))
    if len(ungraded) > _MOST:
        lines.append(f"  ... and {len(ungraded) - _MOST} more")
    return lines


def _places(folder: Path) -> list[str]:
    return [
        f"{folder / 'index.html'}   the class on a page",
        f"{folder / 'grades.csv'}   a row a student",
        f"{folder / 'reports'}      what can be sent to each",
    ]


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{seconds:.1f} s"
