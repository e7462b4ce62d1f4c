"""A group's mistake comes into the key of its class, and its hint to those who made it.

The key keeps its cases, so no score can change: the known mistakes alone are one more. Each member
is judged once more with it all the same, and where a single point would be another, all stays.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from msgspec.structs import replace as with_fields

from grader.build import Adopted, Cut, Oracle, Recorder, Tried, Wanted, cut_down
from grader.classroom.clusters import Cluster, Member, unnamed
from grader.classroom.kept import kept
from grader.classroom.record import Entry
from grader.classroom.rulings import counted
from grader.classroom.store import Store
from grader.course import MISTAKES, AnswerKey, Lesson
from grader.errors import RecordError, UsageError
from grader.judge import Examiner, Submission, judge, unpacked
from grader.report import CheckResult, Report, Verdict
from grader.sandbox import Workers
from grader.text import Message, shown

TRIED = 5
"""So many members' functions are cut down at most, until one of them does."""

_RAN = (Verdict.PASSED, Verdict.FAILED, Verdict.ERROR)

Told = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Group:
    """A group of a class that is to get a name.

    `key` is the fingerprint of the key with which it was graded, `contents` the digest of each
    member's work, and `works` these by their digests.
    """

    cluster: Cluster
    key: str
    contents: Mapping[str, str]
    works: Mapping[str, Submission]

    @property
    def entries(self) -> Mapping[str, Entry]:
        """The rows of its members, by student."""
        return {member.student: member.entry for member in self.cluster.members}

    @property
    def function(self) -> str:
        """The function that all of them have wrong."""
        return self.cluster.function


def group_of(store: Store, name: str) -> Group:
    """The group of that name; raises RecordError where its members can't be judged again."""
    counting = counted(store)
    found, graded = unnamed(counting.record), counting.graded
    cluster = found.named(name)
    if cluster is None:
        raise UsageError(
            "there is no group {name} without a known mistake; there are: {groups}",
            name=shown(name),
            groups=", ".join(group.name for group in found.groups) or Message("none"),
        )
    key = store.settings().get("key", "")
    if any(graded[student].key != key for student in cluster.students):
        raise RecordError(
            "{name} was graded with an earlier key of the class; the same `grader batch` once "
            "more grades it with the one of now",
            name=name,
        )
    folder, works = store.path.parent, {}
    contents = {student: graded[student].content for student in cluster.students}
    for student, content in contents.items():
        work = kept(folder, content)
        if work is None:
            raise RecordError(
                "{folder} does not hold what {student} handed in; the same `grader batch` once "
                "more puts it there, and grades nothing again",
                folder=folder,
                student=shown(student),
            )
        works[content] = work
    return Group(cluster, key, contents, works)


# --- the function --------------------------------------------------------------------------


def cut_of(
    group: Group,
    lesson: Lesson,
    key: AnswerKey,
    workers: Workers,
    allowed: Collection[str],
    told: Told,
) -> Cut:
    """The function of one member, cut down; of the first with which that can be done.

    Raises UsageError where it can be done with none.
    """
    codes = {member.trace.code: member for member in reversed(group.cluster.members)}
    members = [m for m in group.cluster.members if codes[m.trace.code] is m][:TRIED]
    names = [n for n in key.signatures if n.partition(".")[0] == group.function]
    signatures = [key.signatures[name] for name in names]
    found: list[Cut] = []
    for member in members:
        wanted = _wanted(member)
        if wanted is None:
            continue
        what = f"{group.function} of {member.student}"
        oracle = Oracle(lesson, key, workers, wanted, partial(told, what))
        cut = cut_down(member.trace.code, oracle, signatures, allowed)
        if cut is not None:
            found.append(cut)
            if not cut.strangers:
                break
    if not found:
        raise UsageError(
            "the values of {group} come from more than the code of {function} that is shown; write "
            "the file of wrong/ by hand",
            group=group.cluster.name,
            function=group.function,
        )
    return min(found, key=lambda cut: (len(cut.strangers), cut.statements))


def _wanted(member: Member) -> Wanted | None:
    """What the function of a member is to give. Checks that did not run say nothing."""
    values = unpacked(member.trace)
    own = [c for c in member.entry.report.checks if c.function == member.trace.function]
    ran = [c for c in own if c.verdict in _RAN]
    passes = {check.name: check.verdict is Verdict.PASSED for check in ran}
    return None if values is None else Wanted(member.trace.function, passes, values)


# --- the key of the class -------------------------------------------------------------------


def key_with(adopted: Adopted, lesson: Lesson, key: AnswerKey, workers: Workers) -> AnswerKey:
    """The key of the class with one known mistake more, and with the same cases."""
    with Examiner(workers, lesson) as examiner:
        recorder = Recorder(lesson, workers, key.checks, examiner)
        known = recorder.record([adopted.mutant(lesson)])
    words = {language: dict(pairs) for language, pairs in key.words.items()}
    for language, levels in adopted.words.items():
        words.setdefault(language, {}).update(zip(adopted.hints, levels, strict=False))
    return with_fields(key, mistakes=[*key.mistakes, *known], words=words)


def key_of_now(key: AnswerKey, tried: Tried) -> AnswerKey:
    """The key as one of the course with the new file: the next batch does not build it anew."""
    if not is_of(key, tried):
        return key
    return with_fields(key, sources={**key.sources, MISTAKES: tried.after})


def is_of(key: AnswerKey, tried: Tried) -> bool:
    """Whether the key of the class has the known mistakes of the course, but for the new one."""
    return key.sources.get(MISTAKES) in (tried.before, tried.after)


# --- the record ----------------------------------------------------------------------------


def told_the_hint(
    group: Group,
    name: str,
    lesson: Lesson,
    key: AnswerKey,
    workers: Workers,
    told: Told,
) -> dict[str, Report]:
    """By student, the report of each member who is told the hint with the key that has it.

    Raises UsageError where a score would change, or where nobody is told it.
    """
    students, reports = group.cluster.students, dict[str, Report]()
    found: dict[str, Report] = {}
    for number, student in enumerate(students):
        told(student, number, len(students))
        content, entry = group.contents[student], group.entries[student]
        if content not in reports:
            reports[content] = judge(lesson, key, group.works[content], workers)
        again = reports[content]
        _must_be_as_it_was(entry, again, group.function)
        own = [check for check in again.checks if check.function == group.function]
        if any(check.mistake and check.mistake.name == name for check in own):
            found[student] = _with(entry.report, own, group.function)
    if not found:
        raise UsageError(
            "none of the group would be told the hint: what {function} returns proves no mistake, "
            "or another known one gives the same",
            function=group.function,
        )
    return found


def renew(store: Store, group: Group, told: Mapping[str, Report], key: AnswerKey) -> None:
    """Write the class's record as graded with this key, with the reports that are told the hint.

    So does each earlier version with the same work; its score, and when it was graded, stay.
    """

    def change(student: str, content: str, report: Report) -> Report:
        if student in told and content == group.contents[student]:
            own = [c for c in told[student].checks if c.function == group.function]
            report = _with(report, own, group.function)
        if report.key_fingerprint == group.key:
            report = replace(report, key_fingerprint=key.fingerprint)
        return report

    store.renew(change, group.key, key.fingerprint)


def _must_be_as_it_was(entry: Entry, again: Report, function: str) -> None:
    """Raise UsageError where a student would get other points, or another verdict."""
    before = {check.name: (check.verdict, check.points) for check in entry.report.checks}
    after = {check.name: (check.verdict, check.points) for check in again.checks}
    own = [check.name for check in again.checks if check.function == function]
    changed = [name for name in own if before.get(name) != after[name]]
    if changed or entry.report.score != again.score:
        raise UsageError(
            "{student} would not get the same points again ({checks}), so nothing is written; "
            "grade the work again first: --regrade {student}",
            student=shown(entry.student),
            checks=", ".join(changed) or f"{entry.report.score:g}, {again.score:g}",
        )


def _with(report: Report, own: Sequence[CheckResult], function: str) -> Report:
    """The report with other words for one function's checks, which has a name for its mistake."""
    by_name = {check.name: check for check in own}
    checks = tuple(by_name.get(check.name, check) for check in report.checks)
    traces = tuple(trace for trace in report.traces if trace.function != function)
    return replace(report, checks=checks, traces=traces)
