"""Which changes of the reference a key keeps, so that nobody need write a file for each mistake.

Each has a sentence that says what was changed, and outcomes that are evidence of it.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

import numpy as np

from grader.authoring import Asks, Check, Limits
from grader.build.mutation.candidates import WITH_LOOPS, Candidate, candidates
from grader.build.mutation.fate import bounded
from grader.build.progress import Progress
from grader.course import KeyChange, KeyCheck, KeyMistake, Lesson
from grader.errors import SandboxError
from grader.judge import Implementation, alike, difference, proves, sketch, telling
from grader.report import Lost
from grader.sandbox import Workers
from grader.text import Message
from grader.wire import Outcome, Returned

MOST, FEW = 450, 40
"""How many changes are run: as a rule, and where a call may take longer than usual."""

KEPT = 4
"""On how many of the cases that it fails a change's outcome is kept."""

TRIES = 3
"""How often a change is run where the machine is too busy."""

SHOWING = 12
"""In how many of the cases that it fails evidence is looked for."""

SAID = 2
"""How many sentences are kept for changes that no case tells apart."""


@dataclass
class _Ran:
    """A change, in words, and its outcomes on all cases of the checks that it fails."""

    said: list[Message]
    outcomes: dict[str, list[Returned]]
    failing: dict[str, list[int]]


def changes(
    lesson: Lesson,
    zygote: Workers,
    cases: dict[str, KeyCheck],
    mistakes: Sequence[KeyMistake],
    progress: Progress,
) -> list[KeyChange]:
    """The changes that a submission may be told, but for those that are known mistakes as well.

    The same files and cases give the same ones, the plainest first.
    """
    return _Keeper(lesson, zygote, cases, mistakes).kept(progress)


class _Keeper:
    """Runs changes of the reference on a key's cases."""

    def __init__(
        self,
        lesson: Lesson,
        zygote: Workers,
        cases: dict[str, KeyCheck],
        mistakes: Sequence[KeyMistake],
    ):
        self.lesson, self.zygote, self.cases, self.mistakes = lesson, zygote, cases, mistakes
        self.checks = {c.name: c for c in lesson.exercise.checks if _is_of_values(c)}

    def kept(self, progress: Progress) -> list[KeyChange]:
        """All of them."""
        slow = self.lesson.exercise.limits.call_seconds > Limits.call_seconds
        most = FEW if slow else MOST
        chosen = candidates(self.lesson, list(self.checks.values()), self.cases, most)
        ran: list[_Ran] = []
        for i, candidate in enumerate(chosen):
            progress("changes of the reference", i, len(chosen))
            found = self._ran(candidate)
            if found.failing and not any(self._is(found, mistake) for mistake in self.mistakes):
                self._add(found, ran)
        return [self._as_kept(found) for found in ran]

    def _as_kept(self, found: _Ran) -> KeyChange:
        outcomes = {
            name: {i: found.outcomes[name][i] for i in self._evident(found, name)}
            for name in found.failing
        }
        sketches = {name: _sketches(found, name) for name in found.failing}
        return KeyChange(found.said, outcomes, found.failing, sketches)

    def _ran(self, candidate: Candidate) -> _Ran:
        """As `_run`; once more where the machine was too busy: the key is to be the same then."""
        for _ in range(TRIES - 1):
            with suppress(SandboxError):
                return self._run(candidate)
        return self._run(candidate)

    def _run(self, candidate: Candidate) -> _Ran:
        """What it gives in the checks that a student who made this change would see."""
        found = _Ran([candidate.words], {}, {})
        submission = candidate.submission()
        request = self.lesson.load_request(submission.units, submission.siblings)
        with Implementation(self.zygote, request, bounded(self.lesson)) as changed:
            failed: set[str] = set()
            for check in self.checks.values():
                if check.function not in candidate.functions or failed.intersection(check.needs):
                    continue
                outcomes = self._outcomes(changed, check)
                if outcomes and isinstance(outcomes[-1], Lost):
                    return _Ran([candidate.words], {}, {})
                if failing := self._failing(check, outcomes):
                    failed.add(check.name)
                    self._keep(found, check, outcomes, failing)
        return found

    def _outcomes(self, changed: Implementation, check: Check) -> list[Outcome | Lost]:
        """On all cases; on the first alone where it raises, as most that are kept nowhere do."""
        cases = self.cases[check.name].cases
        first = list(changed.outcomes(check, cases[:1]))
        if not all(isinstance(outcome, Returned) for outcome in first):
            return first
        return [*first, *changed.outcomes(check, cases[1:])]

    def _keep(
        self, found: _Ran, check: Check, outcomes: list[Outcome | Lost], failing: list[int]
    ) -> None:
        """Add the outcomes, where they are values that prove something."""
        values = [Returned(o.value) for o in outcomes if isinstance(o, Returned)]
        key = self.cases[check.name]
        if len(values) < len(key.cases):
            return
        if proves(values, failing[:SHOWING], key, check):
            found.outcomes[check.name] = values
            found.failing[check.name] = failing

    def _failing(self, check: Check, outcomes: list[Outcome | Lost]) -> list[int]:
        key = self.cases[check.name]
        tried = zip(key.cases, key.expected, outcomes, strict=False)
        return [i for i, (case, e, o) in enumerate(tried) if difference(e, o, check, case)]

    def _is(self, found: _Ran, mistake: KeyMistake) -> bool:
        """Whether a known mistake has the same outcomes."""
        if found.failing.keys() != mistake.outcomes.keys() & self.checks.keys():
            return False
        return all(
            i < len(found.outcomes[name])
            and alike(o, found.outcomes[name][i], self.checks[name], self.cases[name].cases[i])
            for name in found.failing
            for i, o in mistake.outcomes[name].items()
        )

    def _add(self, found: _Ran, ran: list[_Ran]) -> None:
        """Keep it: by itself, or as other words for what gives the same values."""
        for other in ran:
            if other.failing == found.failing and all(
                self._first_unlike(found, other, name) is None for name in found.failing
            ):
                other.said = _plainest([*other.said, *found.said])
                return
        ran.append(found)

    def _first_unlike(self, one: _Ran, other: _Ran, name: str) -> int | None:
        """The first case that tells two changes apart in a check."""
        check, cases = self.checks[name], self.cases[name].cases
        each = zip(one.outcomes[name], other.outcomes[name], cases, strict=True)
        return next(
            (i for i, (a, b, case) in enumerate(each) if not alike(a, b, check, case)), None
        )

    def _evident(self, found: _Ran, name: str) -> list[int]:
        """Cases that it fails, first those whose values no constant gives."""
        cases, outcomes, failing = self.cases[name], found.outcomes[name], found.failing[name]
        tells = [i for i in failing if telling(cases.expected[i], outcomes[i], cases.cases[i])]
        others = [i for i in failing if i not in tells]
        return sorted([*tells, *others][:KEPT])


def _plainest(said: list[Message]) -> list[Message]:
    """The first of them; what is said of loops only where nothing else can be said."""
    others = [words for words in said if words.template != WITH_LOOPS]
    return list(dict.fromkeys(others or said))[:SAID]


def _sketches(found: _Ran, name: str) -> bytes:
    numbers = [sketch(found.outcomes[name][i].value) for i in found.failing[name]]
    return np.asarray(numbers, np.float32).tobytes()


def _is_of_values(check: Check) -> bool:
    """Whether there is one right value: a predicate takes many, an exception is told as it is."""
    return check.holds is None and check.asks is not Asks.DTYPE and not check.raises
