"""Students of a class with one mistake that nobody has named: their wrong values are the same.

Whatever a file looks like: two functions with the same wrong results in the same cases have the
same mistake. The judge keeps these of each function that fails and that no known mistake explains.
What was killed, timed out or raised about a name is in no group.
"""

import hashlib
import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf

from grader.classroom.record import ClassRecord, Entry, State
from grader.judge import Traced, landmark, same_mistake, unpacked
from grader.report import CheckResult, Trace, Verdict

_COMMENT = re.compile(r"#[^\n]*")


@dataclass(frozen=True)
class Member:
    """A student's function that fails, in the row of the student."""

    entry: Entry
    trace: Trace

    @property
    def student(self) -> str:
        """The student's id."""
        return self.entry.student

    @property
    def failed(self) -> CheckResult:
        """The first check of the function that fails with an example, else the first."""
        own = [c for c in self.entry.report.checks if c.function == self.trace.function]
        failed = [check for check in own if check.verdict in (Verdict.FAILED, Verdict.ERROR)]
        return next((check for check in failed if check.counterexample), failed[0])


@dataclass(frozen=True)
class Cluster:
    """Several students with one mistake. `name` is the same as long as its first member is.

    The first member is the one with the shortest code, which is shown for all.
    """

    name: str
    function: str
    members: tuple[Member, ...]

    @property
    def students(self) -> tuple[str, ...]:
        """The ids, in the order of the record."""
        return tuple(sorted(member.student for member in self.members))

    @property
    def wordings(self) -> int:
        """How many different texts the function has, but for spaces and comments."""
        codes = (_COMMENT.sub("", member.trace.code).split() for member in self.members)
        return len({" ".join(code) for code in codes})

    @property
    def shown(self) -> Member:
        """The member that is shown."""
        return self.members[0]


@dataclass(frozen=True)
class Unnamed:
    """All functions that fail without a known mistake: groups, the largest first, and the rest."""

    groups: tuple[Cluster, ...]
    alone: tuple[Member, ...]

    def named(self, name: str) -> Cluster | None:
        """The group of that name."""
        return next((group for group in self.groups if group.name == name), None)


def unnamed(record: ClassRecord) -> Unnamed:
    """The groups of a class, by the values that its record has.

    Each function is compared with the first one of each group, in the order of the record.
    """
    index = _Index()
    for member in _members(record.entries):
        values = unpacked(member.trace)
        if values is not None:
            index.add(member, values)
    found = index.found
    groups = [_group(members) for members in found if len(members) > 1]
    groups.sort(key=lambda group: -len(group.members))
    return Unnamed(tuple(groups), tuple(members[0] for members in found if len(members) == 1))


class _Index:
    """Groups of members, each to be found by a number that all of its members have."""

    def __init__(self) -> None:
        self.found: list[list[Member]] = []
        self._first: list[Traced] = []
        self._places: dict[tuple[object, ...], list[tuple[float, int]]] = {}

    def add(self, member: Member, values: Traced) -> None:
        """Add a member to the group of the same mistake, or begin a new one."""
        place, number, slack = landmark(values)
        # Under another key the inputs are others.
        place = member.entry.report.key_fingerprint, member.trace.function, place
        known = self._places.setdefault(place, [])
        low, high = (
            bisect_left(known, (number - slack,)),
            bisect_right(known, (number + slack, inf)),
        )
        for group in sorted(group for _, group in known[low:high]):
            if same_mistake(self._first[group], values):
                self.found[group].append(member)
                return
        insort(known, (number, len(self.found)))
        self.found.append([member])
        self._first.append(values)


def _members(entries: Sequence[Entry]) -> Iterator[Member]:
    for entry in entries:
        if entry.state is State.GRADED:
            yield from (Member(entry, trace) for trace in entry.report.traces)


def _group(members: Sequence[Member]) -> Cluster:
    first = members[0]
    digest = hashlib.sha256(first.trace.values).hexdigest()
    ordered = sorted(members, key=lambda member: (len(member.trace.code), member.student))
    return Cluster(f"{first.trace.function}_{digest[:6]}", first.trace.function, tuple(ordered))
