"""How a batch ended, in a few lines: counts, what is ungraded and why, where things are."""

from pathlib import Path

from grader.formats.terminal import clean
from grader.results import ClassRecord, State

_MOST = 20
"""Ungraded students that are named."""


def render(record: ClassRecord, known: int, seconds: float, folder: Path) -> str:
    """The summary of a record, `known` of whose students were graded before."""
    return (
        "\n".join([*_counts(record, known, seconds), *_ungraded(record), *_places(folder)]) + "\n"
    )


def _counts(record: ClassRecord, known: int, seconds: float) -> list[str]:
    entries = record.entries
    scores = sorted(e.report.score for e in entries if e.state is State.GRADED)
    parts = [f"{len(scores)} graded"]
    if known:
        parts[0] += f" ({known} of them before)"
    for state, words in ((State.NOTHING, "nothing to grade"), (State.UNGRADED, "ungraded")):
        if count := sum(entry.state is state for entry in entries):
            parts.append(f"{count} {words}")
    lines = [f"{record.exercise} {record.title}: {', '.join(parts)}, in {_duration(seconds)}"]
    if scores:
        most = max(entry.report.max_score for entry in entries)
        middle = scores[len(scores) // 2] / 2 + scores[(len(scores) - 1) // 2] / 2
        mean = sum(scores) / len(scores)
        lines.append(f"of {most:g} points: mean {mean:.2f}, median {middle:g}")
    return lines


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
