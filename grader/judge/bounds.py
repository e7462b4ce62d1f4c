"""How long a report may be, whatever a worker sends: a report is kept, copied and shown many times.

What an ordinary file gets lies far within these bounds, and is not touched.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from grader.report import CheckResult, Problem
from grader.text import Message

MAX_REPORT = 250_000
"""About how many bytes of JSON all that a student's process has a part in may take."""

_LEAST = 4_000
"""Bytes for each check, however many there are."""

_MAX_MESSAGE, _MAX_DETAILS = 9_000, 12
_FOR_PROBLEMS, _MAX_PROBLEM, _MAX_PROBLEMS = 30_000, 3_000, 50
_DEEPEST, _FRAME = 4, 200


def bounded(results: Sequence[CheckResult]) -> Iterator[CheckResult]:
    """The results, each with its share of a report's length."""
    share = max(_LEAST, (MAX_REPORT - _FOR_PROBLEMS) // max(len(results), 1))
    for result in results:
        room = _Room(share)
        message = room.message(result.message) if result.message else None
        each = result.details[:_MAX_DETAILS]
        details = tuple(room.message(detail) for detail in each if room.left > 0)
        shown = result.counterexample
        if shown is not None:
            instead = {name: room.message(said) for name, said in shown.instead.items()}
            shown = replace(shown, returned=room.text(shown.returned), instead=instead)
        output = room.text(result.output)
        yield replace(result, message=message, details=details, counterexample=shown, output=output)


def bounded_problems(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The first problems of a file, as many as there is room for."""
    room = _Room(_FOR_PROBLEMS)
    for problem in list(problems)[:_MAX_PROBLEMS]:
        where, text = room.text(problem.where), room.text(problem.text)
        message = room.message(problem.message, _MAX_PROBLEM)
        yield replace(problem, where=where, message=message, text=text)


class _Room:
    """Counts the bytes that are left, as JSON has them."""

    def __init__(self, left: int):
        self.left = left

    def text(self, text: str, most: int = MAX_REPORT) -> str:
        """As much of the text as there is room for."""
        most = max(min(most, self.left), 0)
        cut = text[:most]
        while cut and _size(cut) > most:
            cut = cut[: len(cut) // 2]
        self.left -= _size(cut)
        return text if cut == text else cut + "…"

    def message(self, message: Message, most: int = _MAX_MESSAGE) -> Message:
        """The message, or as much of its sentence as there is room for."""
        sentence = str(message)
        # In JSON its sentence stands twice, and its template and facts once.
        self.left -= _FRAME
        most = max(min(most, self.left), 0)
        size = 2 * _size(sentence) + _parts(message, most)
        if size <= most:
            self.left -= size
            return message
        text = self.text(sentence, most // 3)
        self.left -= 2 * _size(text)
        return Message("{text}", text=text)


def _parts(message: Message, most: int, depth: int = 0) -> int:
    """Bytes of a message's template and facts, or more than `most`, also where they lie deep."""
    size = _size(message.template)
    for name, fact in message.facts.items():
        if size > most or depth > _DEEPEST:
            return most + 1
        size += _size(name)
        if isinstance(fact, Message):
            size += _parts(fact, most - size, depth + 1)
        else:
            size += _size(str(fact))
    return size


def _size(text: str) -> int:
    if len(text) > MAX_REPORT:
        return MAX_REPORT
    return len(json.dumps(text, ensure_ascii=False).encode("utf-8", "replace"))
