"""All reports of a class as one JSON text for the page's script; repeated values stand once."""

import json
import shlex
from collections.abc import Hashable, Mapping, Sequence
from typing import Any

from grader.classroom.analysis import points, standing
from grader.classroom.collect import LATE, NOT_ON_ROSTER
from grader.classroom.planned import groups_of
from grader.classroom.publish.extras import Extras
from grader.classroom.publish.sources import named_lines, sources_of
from grader.classroom.record import Attempt, ClassRecord, Entry, State, Why
from grader.formats import about_the_file, outcomes, ruled
from grader.report import CheckResult, Counterexample, Problem, Ruling
from grader.text import Words, label, language, line, shortened

_LIMITS = (4000, 1000, 200, 50)
"""How many characters of a text are kept: the next limit is tried where all are too many."""

_MAX_BYTES = 2_900_000
_ESCAPES = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}
_SHOWN_USES = 6

LATE_FLAG, STRANGER, RULED, WAITS, SEVERAL = "late", "stranger", "ruled", "waits", "attempts"


def anchors(entries: Sequence[Entry]) -> list[str]:
    """The name in a link to each student: the id, with a number where an earlier one is equal."""
    found: dict[str, None] = {}
    for entry in entries:
        name = wanted = line(entry.student)[:120]
        number = 1
        while name in found:
            number += 1
            name = f"{wanted}~{number}"
        found[name] = None
    return list(found)


def dumps(
    record: ClassRecord,
    extras: Extras,
    said: Mapping[str, str],
    unnamed: Mapping[str, Sequence[str]],
) -> str:
    """The reports as JSON that may stand in a `script` element.

    `said` is what the script says, in the page's language, and `unnamed` has the names of the
    groups in which each student is for a mistake that has no name.
    """
    code = sources_of(extras.sources, extras.others)
    most = _MAX_BYTES + _size(_json(code.lines)) + _size(_json(code.works[code.count :]))
    for limit in _LIMITS:
        packer = _Packer(record, limit, extras, unnamed)
        packed = packer.packed() | {"words": said, "lines": code.lines}
        for student, entry in zip(packed["students"], record.entries, strict=True):
            graded = extras.graded.get(entry.student)
            student["code"] = code.place(graded.content if graded else "")
            for packed_one, attempt in zip(student["attempts"], entry.attempts, strict=True):
                packed_one.append(code.place(attempt.content))
        packed["sources"] = [work and [[packer.text(name), *rest] for name, *rest in work]
                             for work in code.works]  # fmt: skip
        text = _json(packed)
        if _size(text) <= most:
            break
    return text


def _json(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.translate(_ESCAPES)


def _size(text: str) -> int:
    return len(text.encode("utf-8", "replace"))


def is_timed(entry: Entry) -> bool:
    """Whether it makes sense to say how long a student's grading took."""
    return entry.state in (State.GRADED, State.UNGRADED)


def is_late(entry: Entry) -> bool:
    """Whether the platform, or the time at which the work was due, says so."""
    if entry.lateness is not None and entry.lateness.handed_in:
        return entry.lateness.late > 0
    return any(note.template == LATE for note in _messages(entry))


def flags(entry: Entry) -> list[str]:
    """What a student can be found by, beside the standing."""
    found = {
        LATE_FLAG: is_late(entry),
        WAITS: entry.waits,
        STRANGER: any(note.template == NOT_ON_ROSTER for note in _messages(entry)),
        RULED: entry.ruling is not None,
        SEVERAL: len(entry.attempts) > 1,
    }
    return [flag for flag, has in found.items() if has]


def uses(entry: Entry, extras: Extras) -> list[str]:
    """What can be written behind `grader batch` to decide which file of a student counts."""
    if not entry.waits or entry.state is State.UNGRADED:
        return []
    files = list(extras.planned.choices.get(entry.student, ()))[:_SHOWN_USES]
    if entry.later is not None and entry.later.why is Why.WORSE:
        files += [file] if (file := str(entry.later.message.facts.get("file", ""))) else []
    files += [""] if entry.later is not None else []  # without a file the earlier grade stays
    return [f"--use {shlex.quote(f'{entry.student}={file}')}" for file in files]


def _messages(entry: Entry) -> list[Any]:
    return [note for note in entry.notes if not isinstance(note, str)]


class _Table:
    """Numbers the values, equal ones alike; number 0 stands for no value."""

    def __init__(self, nothing: Any):
        self.values = [nothing]
        self.numbers: dict[Hashable, int] = {nothing: 0}

    def number(self, value: Hashable) -> int:
        """The value's number; a new value is added to the table."""
        if value not in self.numbers:
            self.numbers[value] = len(self.values)
            self.values.append(value)
        return self.numbers[value]


class _Packer:
    """Packs a record: `students` and `results` refer to texts and examples by number."""

    def __init__(
        self,
        record: ClassRecord,
        limit: int,
        extras: Extras,
        unnamed: Mapping[str, Sequence[str]],
    ):
        self.record, self.limit, self.extras, self.unnamed = record, limit, extras, unnamed
        self.words = Words(extras.language)
        self.groups = groups_of(record.entries, extras.graded, extras.planned)
        self.order = {check.name: place for place, check in enumerate(record.checks)}
        self.texts, self.examples, self.results = _Table(""), _Table(None), _Table(None)
        self.known: dict[str, int] = {}

    def packed(self) -> dict[str, Any]:
        """The whole as plain values."""
        names = anchors(self.record.entries)
        checks = [
            [line(c.name), line(c.title), line(c.function), c.points] for c in self.record.checks
        ]
        students = [
            self._student(entry, anchor)
            for entry, anchor in zip(self.record.entries, names, strict=True)
        ]
        return {
            "exercise": line(self.record.exercise),
            "checks": checks,
            "students": students,
            "results": self.results.values,
            "examples": self.examples.values,
            "texts": self.texts.values,
        }

    def _student(self, entry: Entry, anchor: str) -> dict[str, Any]:
        found = {check.name: check for check in entry.report.checks}
        named = named_lines(entry, self.order)
        return {
            "anchor": anchor,
            "id": label(entry.student),
            "name": label(entry.name),
            "language": language(entry.name),
            "file": label(entry.file),
            "outcome": standing(entry).value,
            "state": entry.state.value,
            "score": entry.score,
            "ruling": self._ruling(entry.ruling),
            "functions": points(self.record, entry),
            "duration": entry.report.duration_s if is_timed(entry) else None,
            "later": self.text(self._later(entry)),
            "notes": [self.text(self.words(note)) for note in entry.notes],
            "problems": [self._problem(problem) for problem in entry.report.problems],
            "results": [self._result(found.get(spec.name)) for spec in self.record.checks],
            "lines": [[self.text(unit), at, checks] for (unit, at), checks in named.items()],
            "flags": flags(entry),
            "group": label(self.groups.get(entry.student, "")),
            "uses": uses(entry, self.extras),
            "unnamed": self.unnamed.get(entry.student, ()),
            "lateness": self.text(self.words(entry.lateness.message)) if entry.lateness else 0,
            "attempts": [self._attempt(each) for each in entry.attempts],
        }

    def _later(self, entry: Entry) -> str:
        waits = entry.later is not None and not entry.is_settled
        return self.words(entry.later.message) if entry.later and waits else ""

    def _ruling(self, ruling: Ruling | None) -> list[list[int]]:
        """What people decided, the comment, and who wrote it when."""
        if ruling is None:
            return []
        by = [line(f"{each.who} {each.when}") for each in ruling.overrides]
        told = ruled(ruling, self.words)
        by += [""] * (len(told) - len(by))
        return [
            [self.text(said), self.text(comment), self.text(who)]
            for (said, comment), who in zip(told, by, strict=True)
        ]

    def _attempt(self, each: Attempt) -> list[Any]:
        when = each.handed_in or each.graded
        return [self.text(each.file), line(when), bool(each.handed_in), each.score, each.counts]

    def _problem(self, problem: Problem) -> list[int]:
        said = about_the_file(problem, self.words)
        return [self.text(said), self.text(problem.text)]

    def _result(self, check: CheckResult | None) -> int:
        if check is None:
            return 0
        mistake = check.mistake
        packed = (
            check.verdict.value,
            check.points,
            self.text("\n".join(map(self.words, check.said))),
            self.text(mistake.name if mistake else ""),
            self.text("\n\n".join(mistake.hints) if mistake else ""),
            self.text(check.output),
            self._example(check.counterexample),
        )
        return self.results.number(packed)

    def _example(self, shown: Counterexample | None) -> int:
        if shown is None:
            return 0
        rows = [*shown.inputs.items(), *outcomes(shown, self.words)]
        packed = tuple((self.text(name), self.text(value)) for name, value in rows if value)
        return self.examples.number((packed, self.text(shown.try_it)))

    def text(self, text: str) -> int:
        """The number of a text that other people wrote, made plain and not too long."""
        if text not in self.known:
            self.known[text] = self.texts.number(shortened(text, self.limit))
        return self.known[text]
