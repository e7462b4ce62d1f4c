"""Survivors on inputs that the key has not: is there a difference at all?"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from random import Random
from threading import Lock
from typing import Any

import numpy as np

from grader.authoring import Asks, Check
from grader.build.counterexample import draw
from grader.build.inputs_file import load_strategies
from grader.build.mutants import unhurried
from grader.build.mutation.fate import bounded
from grader.build.mutation.source import Mutation
from grader.course import Lesson
from grader.judge import Examiner, Implementation, difference, distance, read_submission
from grader.report import Lost
from grader.sandbox import Workers
from grader.text import Message
from grader.wire import Array, Inputs, Map, Outcome, Raised, Returned, Seq

FRESH = 1000
"""How many fresh inputs are drawn for a survivor, over all checks of what is changed."""

MORE = 10
"""How many times a check's own number of inputs are drawn at most: some take seconds each."""

ROUNDING = 0.02
"""A difference below this share of the tolerance is one of rounding."""

OTHER_SEED = 7_001
"""From which the fresh inputs are drawn: no key is built from it."""


class Kind(Enum):
    """What a survivor is."""

    REAL = "differs on fresh inputs of inputs.py"
    BEYOND = "differs only on inputs that inputs.py does not draw"
    ACCEPTED = "is accepted by predicates"
    WITHIN = "differs within the tolerance"
    SAME = "gives the reference's values"


@dataclass(frozen=True)
class Survivor:
    """A changed file that passes every check, and what fresh inputs say of it.

    `shown` is how many of the `tried` fresh inputs show it, in `check` the first, with `inputs` and
    `message`. `largest` is the largest difference, in units of the tolerance.
    """

    mutation: Mutation
    kind: Kind
    tried: int
    shown: int = 0
    check: str = ""
    inputs: Inputs | None = None
    message: Message | None = None
    largest: float = 0.0


@dataclass
class _Found:
    """What is known of a survivor so far."""

    tried: int = 0
    shown: int = 0
    largest: float = 0.0
    first: tuple[str, Inputs, Message] | None = None


Answered = tuple[Inputs, Outcome]


class Fresh:
    """Fresh inputs with the reference's answers; both are made once, when they are first needed."""

    def __init__(self, lesson: Lesson, seed: int, most: int = FRESH):
        self.lesson, self.seed, self.most = lesson, OTHER_SEED + seed, most
        self._strategies = load_strategies(lesson)
        self._known: dict[tuple[str, Path | None], list[Answered]] = {}
        self._drawn: dict[str, list[Inputs]] = {}
        self._lock = Lock()

    def compared(self, mutation: Mutation, zygote: Workers) -> Survivor:
        """What a survivor is, by the checks of the functions that need what is changed.

        A predicate has no one right value, and has decided. Where one has, that the values of the
        other checks are the same (an argument that is left as it was) says little.
        """
        every = [c for c in self.lesson.exercise.checks if c.function in mutation.functions]
        checks = [check for check in every if check.holds is None]
        if not checks:
            return Survivor(mutation, Kind.ACCEPTED, 0)
        submission = mutation.submission()
        request = self.lesson.load_request(submission.units, submission.siblings)
        limits = bounded(self.lesson)
        with Examiner(zygote, self.lesson) as examiner:
            for kind, beyond in ((Kind.REAL, False), (Kind.BEYOND, True)):
                with Implementation(zygote, request, limits) as changed:
                    found = _Found()
                    for check in checks:
                        answered = self._answered(check, mutation.path, beyond, zygote)
                        share = self.most // len(checks)
                        _compare(changed, check, answered[: share or 1], examiner, found)
                if found.first is not None:
                    return Survivor(mutation, kind, found.tried, found.shown, *found.first)
                if not beyond:
                    inside = found
        kind = Kind.SAME if inside.largest <= ROUNDING else Kind.WITHIN
        if checks != every and kind is Kind.SAME:
            kind = Kind.ACCEPTED
        return Survivor(mutation, kind, inside.tried, largest=inside.largest)

    def _answered(self, check: Check, path: Path, beyond: bool, zygote: Workers) -> list[Answered]:
        """Fresh inputs of a check, with the reference's answers.

        Where they are `beyond` those of inputs.py, only the ones that the unchanged file answers
        as the reference does: of the others it is not said what is right.
        """
        known = (check.name, path if beyond else None)
        with self._lock:
            if check.name not in self._drawn:
                self._drawn[check.name] = self._draw(check)
            if known not in self._known:
                cases = self._drawn[check.name]
                if beyond:
                    cases = list(others(cases[: len(cases) // 2], Random(self.seed)))
                answered = self._by_reference(check, cases, zygote)
                if beyond:  # what it raises there, or gives as infinite, is not asked for
                    answered = [(i, o) for i, o in answered if _is_finite(o)]
                if beyond and path != self.lesson.reference:
                    answered = self._agreed(check, answered, path, zygote)
                self._known[known] = answered
            return self._known[known]

    def _agreed(
        self, check: Check, answered: list[Answered], path: Path, zygote: Workers
    ) -> list[Answered]:
        """Those inputs on which a file is as the reference."""
        submission = read_submission(path)
        request = self.lesson.load_request(submission.units, submission.siblings)
        with (
            Implementation(zygote, request, unhurried(self.lesson)) as right,
            Examiner(zygote, self.lesson) as examiner,
        ):
            outcomes = list(right.outcomes(check, [inputs for inputs, _ in answered]))
            return [
                (inputs, expected)
                for (inputs, expected), outcome in zip(answered, outcomes, strict=False)
                if difference(expected, outcome, check, inputs, examiner) is None
            ]

    def _draw(self, check: Check) -> list[Inputs]:
        """Its share of the inputs that are drawn for all checks of its function."""
        share = sum(other.function == check.function for other in self.lesson.exercise.checks)
        wanted = max(1, min(self.most // share, MORE * check.examples))
        # Some are drawn twice. To draw five for one, as a key does, takes longer than all the rest.
        return draw(self._strategies[check.name], wanted * 5 // 4, self.seed, spare=1)[:wanted]

    def _by_reference(
        self, check: Check, cases: Sequence[Inputs], zygote: Workers
    ) -> list[Answered]:
        """The inputs with what the reference answers, as far as it does."""
        request = self.lesson.load_request([self.lesson.unit(self.lesson.reference)])
        with Implementation(zygote, request, unhurried(self.lesson)) as reference:
            outcomes = list(reference.outcomes(check, cases))
        each = zip(cases, outcomes, strict=False)
        return [(inputs, outcome) for inputs, outcome in each if not isinstance(outcome, Lost)]


def _compare(
    changed: Implementation,
    check: Check,
    answered: list[Answered],
    examiner: Examiner,
    found: _Found,
) -> None:
    outcomes = changed.outcomes(check, [inputs for inputs, _ in answered])
    for (inputs, expected), outcome in zip(answered, list(outcomes), strict=False):
        found.tried += 1
        differs = difference(expected, outcome, check, inputs, examiner)
        if differs is None:
            if check.asks is Asks.VALUES:
                found.largest = max(found.largest, distance(expected, outcome, check))
            continue
        found.shown += 1
        if found.first is None:
            found.first = check.name, inputs, differs.message
        if isinstance(outcome, Lost):
            return


def others(cases: Sequence[Inputs], random: Random) -> Iterator[Inputs]:
    """Inputs like these that inputs.py need not draw: of another size, sign, place or order.

    Only arrays with some real number are changed. Whole ones may be names of classes, or indices.
    """
    for inputs in cases:
        changed = {name: _other(value, random) for name, value in inputs.items()}
        if changed != inputs:
            yield changed


def _other(value: Any, random: Random) -> Any:
    match value:
        case Array() if value.numpy().dtype.kind == "f" and (value.numpy() % 1 != 0).any():
            way = random.choice(_WAYS if value.shape else _WAYS[:OF_ALL])
            made = np.ascontiguousarray(way(value.numpy(), random), value.numpy().dtype)
            return Array(value.kind, value.dtype, value.shape, memoryview(made.tobytes()))
        case Seq():
            return Seq(value.kind, [_other(item, random) for item in value.items])
        case Map():
            return Map([(key, _other(item, random)) for key, item in value.items])
    return value


def _rows(array: np.ndarray, random: Random, low: float, high: float) -> np.ndarray:
    """A number for each row, which fits the array's shape."""
    shape = (*array.shape[:1], *(1 for _ in array.shape[1:]))
    generator = np.random.default_rng(random.randrange(2**32))
    return generator.uniform(low, high, shape)


_WAYS = (
    lambda array, random: array,
    lambda array, random: array * random.choice([-1.0, 0.1, 3.0]),
    lambda array, random: array + random.choice([-7.0, 0.5, 7.0]),
    lambda array, random: array + _rows(array, random, -5, 5),
    lambda array, random: array * _rows(array, random, 0.2, 4),
    lambda array, random: array[::-1],
)
OF_ALL = 3
"""How many of these ways are for a number alone as well."""


def _is_finite(value: Any) -> bool:
    """Whether an outcome is a value in which every number is finite."""
    match value:
        case Returned():
            return _is_finite(value.value)
        case Array():
            return bool(np.isfinite(value.numpy()).all())
        case Seq():
            return all(_is_finite(item) for item in value.items)
        case Map():
            return all(_is_finite(item) for _, item in value.items)
        case float():
            return math.isfinite(value)
    return not isinstance(value, Raised)
