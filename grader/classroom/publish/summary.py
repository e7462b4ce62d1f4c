"""How a batch ended, in a few lines: counts, what has no grade and why, and where the files are."""

from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path

from grader.classroom import analysis
from grader.classroom.clusters import Unnamed, unnamed
from grader.classroom.collect import NOT_GRADED, SEVERAL_TIMES
from grader.classroom.policy import Count
from grader.classroom.publish import grades
from grader.classroom.publish.plan import wrapped
from grader.classroom.publish.unnamed import FILE, section
from grader.classroom.record import ClassRecord, Entry, State, Why
from grader.text import Message, clean, label, line

_MOST = 20
"""How many students are named with a reason."""
_ID = 30
_REASON = 300
"""Characters of a reason."""


def render(
    record: ClassRecord,
    folder: Path,
    seconds: float = 0.0,
    known: int = 0,
    students: Collection[str] | None = None,
    ignored: Sequence[tuple[str, Message]] = (),
    width: int = 80,
) -> str:
    """The summary of a record in a folder, after a batch that took `seconds`.

    `known` of its students were graded before. `students` are those of that batch; the record may
    have others from an earlier one. `ignored` are files of no student, and why.
    """
    found = analysis.analyse(record)
    lines = [
        *_counts(record, seconds, known),
        *(text for rule in record.rules for text in wrapped("", clean(str(rule)), width)),
        *_listed("late:", [e for e in record.entries if _is_late(e)], width, _how_late),
        *_untimed(record, width),
        *_ungraded_attempts(record, width),
        *_listed(
            "undecided: a person has to say which file counts; name it with --use STUDENT=FILE:",
            found.undecided,
            width,
        ),
        *_listed(
            "an earlier grade is kept, for a later file has fewer points: for all of them, "
            f"`grader report {clean(str(folder))} --count best` lets the better one of each "
            "student count, and --count last the later one; for one student, `grader batch` with "
            "--use STUDENT=FILE takes that file, and with --use STUDENT= keeps the grade:",
            [entry for entry in found.kept if _is_worse(entry)],
            width,
        ),
        *_listed(
            "an earlier grade is kept until it is decided what counts; name a file with --use "
            "STUDENT=FILE, or keep the grade with --use STUDENT= :",
            [entry for entry in found.kept if not (_is_ungraded(entry) or _is_worse(entry))],
            width,
        ),
        *_listed(
            "ungraded, by no fault of theirs; the same command tries them again:",
            [*found.ungraded, *filter(_is_ungraded, found.kept)],
            width,
        ),
        *_listed(
            "decided by a person, in overrides.csv:",
            found.ruled,
            width,
            grades.decision,
        ),
        *_absent(record, width),
        *_ignored(ignored, folder, width),
    ]
    if students is not None:
        lines += _others([e.student for e in record.entries if e.student not in students])
    found_groups = unnamed(record)
    lines += section(found_groups, width)
    return "\n".join([*lines, *_places(folder, found_groups)]) + "\n"


def _counts(record: ClassRecord, seconds: float, known: int) -> list[str]:
    entries = record.entries
    scores = [entry.score for entry in entries if entry.score is not None]
    parts = [f"{len(scores)} graded" + (f" ({known} of them before)" if known else "")]
    for state, words in (
        (State.NOTHING, "handed in nothing"),
        (State.UNDECIDED, "undecided"),
        (State.UNGRADED, "ungraded"),
        (State.EXCUSED, "excused"),
    ):
        if count := sum(entry.counts_as is state for entry in entries):
            parts.append(f"{count} {words}")
    took = f", in {_duration(seconds)}" if seconds else ""
    lines = [f"{record.exercise} {record.title}: {', '.join(parts)}{took}"]
    if found := analysis.summary(scores):
        own = [entry.ruling.most if entry.ruling else entry.report.max_score for entry in entries]
        most = max(own)
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


def _ignored(ignored: Sequence[tuple[str, Message]], folder: Path, width: int) -> Iterator[str]:
    if ignored:
        named = _named([path for path, _ in ignored])
        where = folder / "plan.txt"
        text = f"could not be assigned to a student: {named} ({where} says why)"
        yield from wrapped("", clean(text), width)


def _is_late(entry: Entry) -> bool:
    return entry.lateness is not None and entry.lateness.late > 0


def _how_late(entry: Entry) -> str:
    told = str(entry.lateness.message) if entry.lateness else ""
    return f"{told}; a person has decided the score" if entry.is_settled else told


def _untimed(record: ClassRecord, width: int) -> Iterator[str]:
    """Those of whom nobody knows when they handed in: nothing is taken off."""
    names = [e.student for e in record.entries if e.lateness and not e.lateness.handed_in]
    if names:
        text = (
            f"when it was handed in is not known, so it counts as on time: {_named(names)}; "
            "--times CSV says when"
        )
        yield from wrapped("", clean(text), width)


def _ungraded_attempts(record: ClassRecord, width: int) -> Iterator[str]:
    """Those of whom a platform's download has attempts that may count, and were never graded."""
    rules = {rule.template for rule in record.rules}
    if not rules & {count.said.template for count in Count if count.wants_all}:
        return
    unsure = [e.student for e in record.entries if any(n.template in NOT_GRADED for n in e.notes)]
    names = [e.student for e in record.entries if _has_more(e) and e.student not in unsure]
    if names:
        text = (
            "the submissions hold earlier attempts that are not graded, and so can't count: "
            f"{_named(names)}; the same `grader batch` grades them now"
        )
        yield from wrapped("", clean(text), width)
    if unsure:
        text = (
            f"earlier attempts that can't be graded as they are: {_named(unsure)}; plan.txt says "
            "why, and --use STUDENT=FILE names one that should count"
        )
        yield from wrapped("", clean(text), width)


def _has_more(entry: Entry) -> bool:
    """Whether a download has more of a student's attempts than the record."""
    told = [note.facts.get("left") for note in entry.notes if note.template == SEVERAL_TIMES]
    return any(isinstance(left, int) and left >= len(entry.attempts) for left in told)


def _is_ungraded(kept: Entry) -> bool:
    return kept.later is not None and kept.later.why is Why.UNGRADED


def _is_worse(kept: Entry) -> bool:
    return kept.later is not None and kept.later.why is Why.WORSE


def _absent(record: ClassRecord, width: int) -> Iterator[str]:
    """Those whose grade is of an earlier run, because nothing of theirs was found in this one."""
    absent = [e.student for e in record.entries if e.later and not e.later.waits]
    if absent:
        text = f"nothing of theirs was found now, so an earlier grade counts: {_named(absent)}"
        yield from wrapped("", clean(text), width)


def _remark(entry: Entry) -> str:
    return str(entry.remark)


def _listed(
    title: str, entries: Sequence[Entry], width: int, reason: Callable[[Entry], str] = _remark
) -> Iterator[str]:
    """Students, each with the reason."""
    if not entries:
        return
    yield from wrapped("", title, width)
    for entry in entries[:_MOST]:
        told = line(reason(entry))[:_REASON]
        yield from wrapped(f"  {label(entry.student)[:_ID]}: ", clean(told), width)
    if len(entries) > _MOST:
        yield f"  ... and {len(entries) - _MOST} more"


def _places(folder: Path, found: Unnamed) -> list[str]:
    places = [
        f"{folder / 'index.html'}   the class on a page",
        f"{folder / 'grades.csv'}   a row for each student",
        f"{folder / 'reports'}      a letter for each student",
    ]
    if found.groups:
        places.append(f"{folder / FILE}  mistakes that have no name, with all who made them")
    return places


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{seconds:.1f} s"
