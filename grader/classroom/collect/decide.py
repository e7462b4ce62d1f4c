"""What a person decided, and what a plan leaves open: whose file it is, and who is absent."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from grader.classroom.collect import archives, tree
from grader.classroom.collect.candidates import Work
from grader.classroom.collect.handins import Handin, Plan
from grader.classroom.collect.layouts import ARCHIVES, is_work
from grader.classroom.collect.naming import folded, some
from grader.classroom.collect.whose import MAYBE_ABSENT
from grader.classroom.collect.works import MAX_ARCHIVES, Places, unpacked
from grader.errors import SubmissionError, UsageError
from grader.text import Message, shown, template

_MAX_READ = 34 << 20
_MAX_FILES = 300
_MAX_LISTED, _MAX_IN_REASON = 8, 3

NOTHING_COUNTS = template("decided with --use: no file of this student's counts")
"""Why there is no file, where a person has said so."""


@dataclass(frozen=True)
class Decided:
    """The plan as a person decided; for each student named the file, and a digest of what was
    there to choose from."""

    plan: Plan
    named: tuple[tuple[str, str, str], ...]


def decide(
    plan: Plan, uses: Mapping[str, str], earlier: Mapping[str, tuple[str, str]] | None = None
) -> Decided:
    """The plan with the files that a person named: `uses` maps a student to a file.

    Without a file, the earlier grade stays, or nothing counts. `earlier` decisions (a file, and a
    digest of what was found then) hold as long as the same is found. Raises UsageError where there
    is no such student or file.
    """
    by_id = {folded(handin.student): handin for handin in plan.handins}
    used: list[Path] = []
    named = []
    for student, file in uses.items():
        handin = by_id.get(folded(student))
        if handin is None:
            raise UsageError(
                "--use {student}: no such student; --plan lists them", student=shown(student)
            )
        named.append((handin.student, file, _digest(handin)))
        by_id[folded(student)] = _using(handin, file, plan, used)
    for student, (file, found) in (earlier or {}).items():
        handin = by_id.get(folded(student))
        if handin is None or handin.decided or _digest(handin) != found:
            continue
        try:
            by_id[folded(student)] = _using(handin, file, plan, used)
        except (UsageError, SubmissionError):
            pass  # the file is not there any more, so the student is what the plan says
    return Decided(_settled(plan, list(by_id.values()), used), tuple(named))


def must_match(plan: Plan, roster: Path, people: Sequence[str]) -> None:
    """Raise UsageError where the roster has fewer than half of the names that were read."""
    matched = [name for name, is_known in plan.names.items() if is_known]
    if 2 * len(matched) >= len(plan.names):
        return
    strange = [name for name, is_known in plan.names.items() if not is_known]
    raise UsageError(
        Message(
            "{roster} has {matched} of the {count} names that were read, so nothing is graded; "
            "is it the roster of this class?",
            roster=roster,
            matched=len(matched),
            count=len(plan.names),
        ),
        Message("  read, and not on the roster: {names}", names=some(strange, _MAX_LISTED)),
        Message("  on the roster: {names}", names=some(people, _MAX_LISTED)),
    )


def _using(handin: Handin, file: str, plan: Plan, used: list[Path]) -> Handin:
    """The handin with this file, which is added to those that are `used`."""
    if not file:
        nothing = Message(NOTHING_COUNTS)
        return replace(
            handin,
            path=None, file="", reason=nothing, absent=False, undecided=False, decided=True,
        )  # fmt: skip
    work = _named(handin, file, plan)
    if work.base.lower().endswith(ARCHIVES):
        raise UsageError(
            "--use {student}={file}: it is an archive; unpack it, and name the file in it",
            student=handin.student,
            file=shown(file),
        )
    tree.read(work.path, 1)  # raises where it is a link, or can't be read
    used.append(work.path)
    note = Message("{file} was named with --use", file=work.file)
    return replace(
        handin,
        path=work.path,
        file=work.file,
        own_folder=work.own_folder,
        handed_in=work.handed_in,
        clone=work.clone,
        notes=(note, *handin.notes),
        reason=None,
        absent=False,
        undecided=False,
        decided=True,
    )


def _named(handin: Handin, file: str, plan: Plan) -> Work:
    """The file that a person means: one of the student's, one of the class's, or any other."""
    theirs = [work for other in plan.handins for work in other.works]
    for works, name in (
        (handin.works, "file"),
        (handin.works, "name"),
        (handin.works, "base"),
        (theirs, "file"),
    ):
        fitting = {work.path: work for work in works if getattr(work, name) == file}
        if len(fitting) == 1:
            return next(iter(fitting.values()))
    places = plan.places
    for path in (places.top / file if places else Path(file), Path(file).absolute()):
        if path.is_file():
            is_shared = places is not None and path.parent == places.top
            return Work(path, path.name, shown(file), own_folder=not is_shared)
    if places and (work := _in_an_archive(file, theirs, places)):
        return work
    raise UsageError(
        "--use {student}={file}: there is no such file, or more than one; --plan shows where the "
        "files are",
        student=handin.student,
        file=shown(file),
    )


def _in_an_archive(
    file: str, works: Collection[Work], places: Places, levels: int = MAX_ARCHIVES
) -> Work | None:
    """A file in an archive that was left shut: alice/hw.zip/logistic.py."""
    for packed in works:
        if archives.is_readable(packed.base) and file.startswith(f"{packed.file}/"):
            inside = unpacked(packed, [], places)
            found = next((work for work in inside if work.file == file), None)
            if found or levels == 1:
                return found
            return _in_an_archive(file, inside, places, levels - 1)
    return None


def _settled(plan: Plan, handins: list[Handin], used: Collection[Path]) -> Plan:
    """The plan without what has found its student, and with who may be absent and may be not."""
    has_roster = bool(plan.names)
    left = [
        handin
        for handin in handins
        if handin.known or handin.decided or not has_roster
        or not any(work.path in used for work in handin.works)
    ]  # fmt: skip
    top = plan.places.top if plan.places else Path()
    ignored = tuple((path, why) for path, why in plan.ignored if top / path not in used)
    loose = [h.file or h.student for h in left if has_roster and not (h.known or h.decided)]
    loose += [path for path, _ in ignored if has_roster and is_work(path)]
    marked = [_marked(handin, loose) if handin.absent else handin for handin in left]
    return replace(plan, handins=tuple(sorted(marked, key=lambda h: h.student)), ignored=ignored)


def _marked(absent: Handin, loose: Sequence[str]) -> Handin:
    """One of whom nothing was found. While a file belongs to nobody, it may be this student's."""
    if not loose:
        return replace(absent, undecided=False, reason=Message("handed in nothing"))
    reason = Message(MAYBE_ABSENT, files=some(loose, _MAX_IN_REASON))
    return replace(absent, undecided=True, reason=reason)


def _digest(handin: Handin) -> str:
    """A digest of what was found of a student: when it changes, a decision is void."""
    total = hashlib.sha256(repr((handin.file, str(handin.reason))).encode())
    for work in [work for work in handin.works if is_work(work.base)][:_MAX_FILES]:
        try:
            data = tree.read(work.path, _MAX_READ)
        except SubmissionError:
            data = b""
        total.update(repr((work.file, hashlib.sha256(data).hexdigest())).encode())
    return total.hexdigest()
