"""Known mistakes: files of `wrong/`, and which of their outcomes are worth keeping in a key."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations, islice, zip_longest
from pathlib import Path

import msgspec

from grader.authoring import Check, Limits
from grader.build.by_hand import are_own
from grader.build.mistake import faults_of, hints_of, overridden
from grader.course import KeyCheck, KeyMistake, Lesson
from grader.errors import AuthorError, PredicateError
from grader.judge import Examiner, Implementation, alike, difference, telling
from grader.report import Lost
from grader.sandbox import Workers
from grader.text import Message, parse
from grader.wire import (
    Array,
    Inputs,
    Loaded,
    Map,
    Outcome,
    Raised,
    Returned,
    Said,
    Seq,
    Unit,
    Value,
)

SIMPLEST = 8
"""Cases at the front of a check on which every mistake's outcome is kept."""

OWN = 4
"""On how many more cases a mistake's outcome is kept, because they are evidence of it."""

MOST = 16_384
"""Bytes of a value that is kept beside what a predicate says of it: a trained network has more."""

Outcomes = dict[str, list[Outcome | Lost]]
"""By check, the outcomes on the key's cases."""


def unhurried(lesson: Lesson) -> Limits:
    """The exercise's limits, without those on a submission as a whole."""
    return replace(lesson.exercise.limits, submission_seconds=float("inf"), answers=2**62)


class Mutant:
    """A file of `wrong/`: the reference with one function overridden."""

    def __init__(self, name: str, hints: tuple[str, ...], function: str, units: list[Unit]):
        self.name, self.hints, self.function, self.units = name, hints, function, units

    @classmethod
    def read(cls, lesson: Lesson, path: Path) -> "Mutant":
        """The known mistake in a file. Its docstring is the hint, each paragraph a level of it."""
        unit = lesson.unit(path)
        tree = parse(unit.source, str(path))
        for fault in faults_of(tree, lesson.exercise.functions):
            raise AuthorError("{path}: {fault}", path=path, fault=fault)
        (function,) = overridden(tree, lesson.exercise.functions)
        return cls(path.stem, hints_of(tree), function, [lesson.unit(lesson.reference), unit])

    def implementation(self, lesson: Lesson, zygote: Workers) -> Implementation:
        """The mistake as an implementation, which can be called."""
        return Implementation(zygote, lesson.load_request(self.units), unhurried(lesson))


class Recorder:
    """Runs the mistakes on a key's cases, and keeps what tells them from one another."""

    def __init__(
        self,
        lesson: Lesson,
        zygote: Workers,
        cases: dict[str, KeyCheck],
        examiner: Examiner,
    ):
        self.lesson, self.zygote, self.cases = lesson, zygote, cases
        self.examiner = examiner
        self.checks = lesson.exercise.checks
        simplest = {name: min(SIMPLEST, len(check.cases)) for name, check in cases.items()}
        self.telling = {name: set(range(count)) for name, count in simplest.items()}

    def record(self, mistakes: Sequence[Mutant]) -> list[KeyMistake]:
        """Each mistake with its outcomes on the telling cases of the checks that it fails.

        Raises AuthorError for two that no case tells apart, unless they have the same hint.
        """
        ran = {mistake.name: self._run(mistake) for mistake in mistakes}
        outcomes = {name: found for name, (found, _) in ran.items()}
        for check in self.checks:
            for mine in outcomes.values():
                self.telling[check.name].update(self._differing(check, mine)[:1])
        twins = [
            Message(
                "wrong/{one}.py and wrong/{other}.py: no input tells them apart; "
                "merge them, widen inputs.py, or give them one hint",
                one=one.name,
                other=other.name,
            )
            for one, other in combinations(mistakes, 2)
            if one.function == other.function
            and not self._tell_apart(outcomes[one.name], outcomes[other.name])
            and one.hints != other.hints
        ]
        if twins:
            raise AuthorError(*twins)
        return [
            KeyMistake(m.name, m.hints, m.function, self._kept(outcomes[m.name]), ran[m.name][1])
            for m in mistakes
        ]

    def _run(self, mistake: Mutant) -> tuple[Outcomes, tuple[str, ...]]:
        """Its outcomes in the checks that a student who made this mistake would see, its traits."""
        found: Outcomes = {}
        failed: set[str] = set()
        with mistake.implementation(self.lesson, self.zygote) as wrong:
            loaded = wrong.load()
            bound = loaded.found.get(mistake.function) if isinstance(loaded, Loaded) else None
            for check in (c for c in self.checks if c.function == mistake.function):
                if failed.isdisjoint(check.needs):
                    cases = self.cases[check.name].cases
                    found[check.name] = list(wrong.outcomes(check, cases))
                if check.name not in found or self._differing(check, found):
                    failed.add(check.name)
        return found, tuple(bound.traits) if bound else ()

    def _differing(self, check: Check, outcomes: Outcomes) -> list[int]:
        """The cases on which the check does not pass."""
        key = self.cases[check.name]
        tried = zip(key.cases, key.expected, outcomes.get(check.name, []), strict=False)
        return [
            i
            for i, (case, e, o) in enumerate(tried)
            if difference(e, o, check, case, self.examiner)
        ]

    def _tell_apart(self, one: Outcomes, other: Outcomes) -> bool:
        """Whether some case tells the two apart; in each check where one does, one is kept."""
        apart = False
        for check in self.checks:
            mine, theirs = one.get(check.name, []), other.get(check.name, [])
            kept = self.telling[check.name]
            order = sorted(range(min(len(mine), len(theirs))), key=lambda i: i not in kept)
            cases = self.cases[check.name].cases
            differs = (i for i in order if self._unlike(mine[i], theirs[i], check, cases[i]))
            first = next(differs, None)
            if first is not None:
                apart = True
                kept.add(first)
        return apart

    def _kept(self, outcomes: Outcomes) -> dict[str, dict[int, Outcome | Said]]:
        kept: dict[str, dict[int, Outcome | Said]] = {}
        for check in self.checks:
            if differing := self._differing(check, outcomes):
                mine = outcomes[check.name]
                numbers = self.telling[check.name] | self._evident(check, mine, differing)
                chosen = ((i, mine[i]) for i in sorted(numbers) if i < len(mine))
                found = {i: o for i, o in chosen if not isinstance(o, Lost)}
                kept[check.name] = self._as_kept(check, found)
        return kept

    def _evident(
        self, check: Check, outcomes: list[Outcome | Lost], differing: list[int]
    ) -> set[int]:
        """Cases that are evidence of a mistake: its numbers are no constant's, or say what failed.

        They differ among themselves, in their shapes or in what is said, as far as there are such.
        True and False prove little and take no room: of these all are kept.
        """
        if check.holds is None and all(map(_is_flag, outcomes)):
            return set(range(len(outcomes)))
        cases = self.cases[check.name]
        kinds: dict[object, list[int]] = {}
        for i in differing:
            outcome = outcomes[i]
            match outcome:
                case Raised():
                    kinds.setdefault(outcome.message, []).append(i)
                case Returned() if check.holds is None or len(cases.cases) > 1:
                    said = "" if check.holds is None else self._said(check, outcome, i).messages
                    tells = telling(cases.expected[i], outcome, cases.cases[i])
                    kind = not tells, form_of(outcome.value), str(said)
                    kinds.setdefault(kind, []).append(i)
        best = sorted(kinds, key=lambda kind: isinstance(kind, tuple) and kind[0])
        each_in_turn = zip_longest(*(kinds[kind] for kind in best))
        in_turn = (i for each in each_in_turn for i in each if i is not None)
        return {*islice(in_turn, OWN), *differing[:1], *differing[-1:]}

    def _as_kept(self, check: Check, outcomes: dict[int, Outcome]) -> dict[int, Outcome | Said]:
        """What of outcomes is worth keeping: where a predicate decides, what it says of values.

        Of a check of one case, as of a network that is made without an input, that is all: no two
        are alike by their values. Elsewhere small values are kept beside it.
        """
        if check.holds is None:
            return dict(outcomes)
        returned = {i: o for i, o in outcomes.items() if isinstance(o, Returned)}
        said = {i: self._said(check, o, i) for i, o in returned.items()}
        if len(self.cases[check.name].cases) > 1:
            told = {i: (returned[i].value, each.messages) for i, each in said.items()}
            failing = {i: each for i, each in told.items() if each[1]}
            own = are_own(check, failing, self.cases[check.name], self.examiner)
            said = {
                i: Said(messages, value=value if _is_small(value) else None, own=own)
                for i, (value, messages) in told.items()
            }
        return {**outcomes, **said}

    def _said(self, check: Check, outcome: Returned, number: int) -> Said:
        """What the predicate says of a value; nothing where it can't cope with it.

        That is a value of another form than the reference's: of that, it would have raised before.
        """
        try:
            said = self.examiner.said(check, outcome.value, self.cases[check.name].cases[number])
        except PredicateError:
            return Said([])
        return Said([]) if isinstance(said, Lost) else Said(said.messages)

    def _unlike(
        self, mine: Outcome | Lost, theirs: Outcome | Lost, check: Check, case: Inputs
    ) -> bool:
        """Whether two outcomes differ; where a predicate decides in several cases, their values."""
        if mine == theirs:
            return False
        if len(self.cases[check.name].cases) > 1:
            check = replace(check, holds=None)
        return isinstance(mine, Lost) or not alike(mine, theirs, check, case, self.examiner)


def _is_small(value: Value) -> bool:
    return len(msgspec.msgpack.encode(value)) <= MOST


def _is_flag(outcome: Outcome | Lost) -> bool:
    """Whether one True or False came back."""
    if not isinstance(outcome, Returned):
        return False
    value = outcome.value
    return isinstance(value, bool) or (
        isinstance(value, Array) and value.dtype == "bool" and value.shape == ()
    )


def form_of(value: Value) -> object:
    """The shapes of a value's arrays; for a single number, the number."""
    match value:
        case Seq():
            return tuple(form_of(item) for item in value.items)
        case Map():
            return tuple((str(key)[:80], form_of(item)) for key, item in value.items)
        case Array():
            return value.shape or float(value.numpy().real)
        case _:
            return str(value)[:80]
