"""All reports of a class as one JSON text for the page's script; repeated values stand once."""

import json
from collections.abc import Hashable, Sequence
from typing import Any

from grader.classroom.analysis import points, standing
from grader.classroom.record import ClassRecord, Entry, State
from grader.report import CheckResult, Counterexample, Problem, Ruling
from grader.text import label, language, line, shortened

_LIMITS = (4000, 1000, 200, 50)
"""How many characters of a text are kept: the next limit is tried where all are too many."""

_MAX_BYTES = 3_500_000
_ESCAPES = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


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


def dumps(record: ClassRecord) -> str:
    """The reports as JSON that may stand in a `script` element."""
    for limit in _LIMITS:
        packed = _Packer(record, limit).packed()
        text = json.dumps(packed, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
        if len(text.encode()) <= _MAX_BYTES:
            break
    return text


def is_timed(entry: Entry) -> bool:
    """Whether it makes sense to say how long a student's grading took."""
    return entry.state in (State.GRADED, State.UNGRADED)


def _later(entry: Entry) -> str:
    return "" if entry.later is None or entry.is_settled else str(entry.later.message)


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

    def __init__(self, record: ClassRecord, limit: int):
        self.record, self.limit = record, limit
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
            "later": self._text(_later(entry)),
            "notes": [self._text(str(note)) for note in entry.notes],
            "problems": [self._problem(problem) for problem in entry.report.problems],
            "results": [self._result(found.get(spec.name)) for spec in self.record.checks],
        }

    def _ruling(self, ruling: Ruling | None) -> list[list[int]]:
        """What people decided, the comment, and who wrote it when."""
        if ruling is None:
            return []
        told = [[str(e.said), e.comment, line(f"{e.who} {e.when}")] for e in ruling.overrides]
        told += [[str(ruling.said), "", ""]] if ruling.said else []
        return [[self._text(text) for text in each] for each in told]

    def _problem(self, problem: Problem) -> list[int]:
        where = problem.where + (f", line {problem.line}" if problem.line else "")
        return [self._text(f"{where}: {problem.message}"), self._text(problem.text)]

    def _result(self, check: CheckResult | None) -> int:
        if check is None:
            return 0
        mistake = check.mistake
        packed = (
            check.verdict.value,
            check.points,
            self._text("\n".join(map(str, check.said))),
            self._text(mistake.name if mistake else ""),
            self._text(mistake.hint if mistake else ""),
            self._text(check.output),
            self._example(check.counterexample),
        )
        return self.results.number(packed)

    def _example(self, shown: Counterexample | None) -> int:
        if shown is None:
            return 0
        rows = [*shown.inputs.items(), *shown.outcomes]
        packed = tuple((self._text(name), self._text(value)) for name, value in rows if value)
        return self.examples.number((packed, self._text(shown.try_it)))

    def _text(self, text: str) -> int:
        if text not in self.known:
            self.known[text] = self.texts.number(shortened(text, self.limit))
        return self.known[text]
