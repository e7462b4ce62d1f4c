"""Which attempt of each student counts, and what late work costs: the record by the class's rules.

The record has every version that was graded. Here one of them is chosen for each student, by what
was said with `--count`. Where nothing was said, or where a person has named the file that counts,
it is the one in the student's row. So a rule can be changed at any time, and nothing is graded
again for it. What people decided about points comes after this, see `rulings`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from grader.classroom.collect import LATE
from grader.classroom.lateness import instant, lateness
from grader.classroom.policy import Count, Policy, read_policy
from grader.classroom.record import (
    Attempt,
    ClassRecord,
    Entry,
    HandedIn,
    Known,
    Lateness,
    Later,
    Provenance,
    Source,
    State,
    Version,
    Why,
)
from grader.classroom.store import Store
from grader.report import Report
from grader.text import Message

_TOLERANCE = 1e-9


@dataclass(frozen=True)
class Counting:
    """The record, as what the work that counts of each student was graded, and the rules."""

    record: ClassRecord
    graded: Mapping[str, Provenance]
    policy: Policy


def by_rules(store: Store) -> Counting:
    """The record of a class in which those attempts count that should, late ones with a penalty."""
    with store.snapshot():
        record, known, versions = store.record(), store.known(), store.versions()
        policy, extensions = read_policy(store.settings()), store.extensions()
        left = store.ungraded() if policy.wants_all else {}
        graded = {student: each.provenance for student, each in known.items()}
        entries = []
        for entry in record.entries:
            own = versions.get(entry.student, [])
            if entry.state is not State.GRADED or not own:
                entries.append(entry)
                continue
            choice = _Choice(policy, _due(policy, extensions.get(entry.student, "")))
            counted, chosen = choice.made(entry, known[entry.student], own, store.result)
            if entry.student in left and not known[entry.student].decided:
                counted = _with_more(counted, left[entry.student])
            entries.append(counted)
            graded[entry.student] = chosen.provenance
    rules = policy.said
    return Counting(replace(record, entries=tuple(entries), rules=rules), graded, policy)


def _with_more(entry: Entry, file: str) -> Entry:
    """The row of one of whom an attempt that may count is still to be graded."""
    why = Message(
        "an earlier attempt, {file}, is not graded yet, and may be the one that counts", file=file
    )
    return entry if entry.later else replace(entry, later=Later(Why.UNGRADED, why))


def _due(policy: Policy, own: str) -> datetime | None:
    """When a student's work is due: then as all others', or at a time of its own."""
    if policy.due is None or not own:
        return policy.due
    return instant(HandedIn(own), policy.due.tzinfo) or policy.due


@dataclass(frozen=True)
class _Choice:
    """Chooses among the versions of one student, whose work is `due` then."""

    policy: Policy
    due: datetime | None

    def made(
        self,
        entry: Entry,
        known: Known,
        versions: Sequence[Version],
        report_of: Callable[[Version], Report],
    ) -> tuple[Entry, Version]:
        """The student's row with the version that counts, and that version."""
        ordered = self._ordered(versions)
        content = known.provenance.content
        own = next((v for v in reversed(ordered) if v.provenance.content == content), ordered[-1])
        wanted = self._wanted(ordered) or own
        chosen = own if known.decided else wanted
        is_other = wanted.provenance.content != content
        if known.decided and is_other:
            entry = replace(entry, notes=(_overruled(wanted, self._late(wanted)), *entry.notes))
        elif self.policy.count is not None and not known.decided:
            entry = replace(entry, later=self._later(entry.later, chosen, ordered))
        elif is_other:
            entry = _not_lost(entry, chosen, own)
        if chosen.provenance.content != content:
            entry = replace(entry, report=report_of(chosen), file=chosen.file)
        entry = replace(
            entry,
            notes=_notes(entry.notes, chosen.handed_in.is_late),
            attempts=tuple(self._attempt(version, version is chosen) for version in ordered),
            lateness=self._late(chosen),
        )
        return entry, chosen

    def _ordered(self, versions: Sequence[Version]) -> list[Version]:
        """The oldest first: by when they were handed in, or else as they were found.

        A person's time of one attempt may be before that which a platform has of an earlier one:
        then the table has corrected it, and the order is still the other one.
        """
        zone = self.due.tzinfo if self.due else None
        timed = [(instant(version.handed_in, zone), version) for version in versions]
        whens = [when for when, _ in timed if when is not None]
        if len(whens) < len(timed):
            return list(versions)
        order = sorted(range(len(whens)), key=lambda place: (whens[place], place))
        sources = {version.handed_in.source for version in versions}
        if Source.CSV in sources and len(sources) > 1:
            order.sort()
        return [versions[place] for place in order]

    def _wanted(self, ordered: Sequence[Version]) -> Version | None:
        """The version that the rule wants; None where there is none, not for late work either.

        An old record did not know which file it had graded; any later one takes the place of that.
        """
        told = [version for version in ordered if version.provenance.content] or ordered
        match self.policy.count:
            case Count.FIRST:
                return told[0]
            case Count.LAST:
                return told[-1]
            case None if not self.policy.is_applied:
                return None
            case Count.BEST | None:  # what is taken off must not cost an earlier grade either
                parts = [self._part(version) for version in told]
                least = max(parts) - _TOLERANCE
                return max(enumerate(told), key=lambda each: (parts[each[0]] >= least, each[0]))[1]

    def _part(self, version: Version) -> float:
        """Which part of the points a version has, without what is taken off for being late."""
        late = self._late(version)
        score = version.score if late is None or late.final is None else late.final
        return score / version.max_score if version.max_score else 0.0

    def _late(self, version: Version) -> Lateness | None:
        if self.due is None:
            return None
        return lateness(version.handed_in, self.policy, self.due, version.score, version.max_score)

    def _attempt(self, version: Version, counts: bool) -> Attempt:
        when = instant(version.handed_in, self.due.tzinfo if self.due else None)
        return Attempt(
            version.file,
            version.provenance.content,
            when.isoformat() if when else "",
            version.graded,
            version.score,
            version.max_score,
            counts,
            version.handed_in.source,
        )

    def _later(
        self, later: Later | None, chosen: Version, versions: Sequence[Version]
    ) -> Later | None:
        """What still has to be said of what was found later, now that the rule has chosen."""
        if later is None:
            return None
        if later.why is Why.WORSE:  # of a record of before, only that it was worse is known
            content = later.graded.content if later.graded else ""
            return None if any(v.provenance.content == content for v in versions) else later
        if self.policy.count is Count.FIRST and later.waits:
            return None  # whatever it is, it is not the first
        return _of(later, chosen)


def _not_lost(entry: Entry, chosen: Version, own: Version) -> Entry:
    """The row of one whose later file has fewer points only by what is taken off for being late.

    Or more points only by that: then it is not worse, and nothing waits.
    """
    later = entry.later
    if later and later.graded and later.graded.content == chosen.provenance.content:
        return replace(entry, later=None)
    note = Message(
        "{file} counts, for {other} has fewer points after what is taken off for being late",
        file=chosen.file,
        other=own.file,
    )
    return replace(entry, notes=(note, *entry.notes), later=_of(later, chosen))


def _of(later: Later | None, chosen: Version) -> Later | None:
    """What was found later, beside the version that counts by the rule."""
    if later and later.why in (Why.ABSENT, Why.UNDECIDED) and "file" in later.message.facts:
        facts = {**later.message.facts, "file": chosen.file}
        return replace(later, message=Message(later.message.template, **facts))
    return later


def _overruled(wanted: Version, late: Lateness | None) -> Message:
    score = late.final if late is not None else wanted.score
    return Message(
        "a person has said which file counts; by the rule it would be {file}, with {score} points",
        file=wanted.file,
        score=f"{score:g}",
    )


def _notes(notes: Sequence[Message], is_late: bool) -> tuple[Message, ...]:
    """The notes, in which it is said of the version that counts whether it is late."""
    others = tuple(note for note in notes if note.template != LATE)
    if not is_late or len(others) < len(notes):
        return tuple(notes) if is_late else others
    return (*others, Message(LATE))
