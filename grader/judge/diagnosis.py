"""Why a check fails: the known mistake whose outcomes are those of the submission."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from grader.authoring import Asks, Check
from grader.course import AnswerKey, KeyMistake, Lesson, definition_of
from grader.judge.causes import lost_gradient
from grader.judge.changes import changed
from grader.judge.compare import EXACT, alike, difference
from grader.judge.evidence import evidence
from grader.judge.examiner import Examiner
from grader.judge.places import names_of, returned_inputs
from grader.judge.relations import besides, leaning, related
from grader.judge.unequal import value_difference
from grader.report import Lost, Verdict
from grader.text import Message
from grader.wire import Inputs, Line, Loaded, Outcome, Returned, Said, Seq


class Diagnosis:
    """Compares a submission's outcomes with those of the key's known mistakes.

    `outcomes` has those of the checks that ran so far, by the check's name; `loaded` what the
    worker knows of the functions.
    """

    def __init__(
        self,
        lesson: Lesson,
        key: AnswerKey,
        examiner: Examiner,
        loaded: Loaded | Lost | None = None,
    ):
        self.lesson, self.key, self.examiner = lesson, key, examiner
        self.found = loaded.found if isinstance(loaded, Loaded) else {}
        self.outcomes: dict[str, list[Outcome | Lost]] = {}
        self.told: dict[str, list[Message]] = {}
        self.leaning: set[str] = set()
        """The checks of which less is told than a relation."""
        self._failed: set[str] = set()

    def knows(self, check: Check, outcomes: list[Outcome | Lost], verdict: Verdict) -> None:
        """Take over the outcomes of a check from before, as if it had been asked now."""
        self.outcomes[check.name] = outcomes
        if verdict is not Verdict.PASSED:
            self._failed.add(check.name)

    def of(self, check: Check) -> KeyMistake | None:
        """The known mistake that has the same outcomes as the submission, if there is one.

        If several fit this check, it is the one that fits most of the function's checks. Where that
        leaves several with different hints, none is named: it would be a guess.
        """
        self._failed.add(check.name)
        fitting = [m for m in self.key.mistakes if self._fits(m, check) and self._shows(m, check)]
        if fitting:
            agreements = [self._agreement(mistake) for mistake in fitting]
            best = [m for m, a in zip(fitting, agreements, strict=True) if a == max(agreements)]
            if len({mistake.hints for mistake in best}) == 1:
                return best[0]
        if self.shown(check):
            return None
        if not fitting and (another := self._under_another(check)):
            return another
        self._lean(check)
        return None

    def _lean(self, check: Check) -> None:
        """What wrong results have in common is told where nothing else is."""
        cases, outcomes = self.key.checks[check.name], self.outcomes[check.name]
        found = leaning(check, cases, outcomes, self.names(check))
        if found:
            self.told[check.name] = found
            self.leaning.add(check.name)

    def _under_another(self, check: Check) -> KeyMistake | None:
        """The one known mistake whose result something was done to; `shown` says what."""
        if check.holds is not None or check.asks is Asks.DTYPE:
            return None
        found: list[tuple[KeyMistake, Message]] = []
        for mistake in (m for m in self.key.mistakes if m.outcomes.get(check.name)):
            kept, cases = mistake.outcomes[check.name], self.key.checks[check.name]
            done = besides(check, cases, kept, self.outcomes[check.name])
            if done and self._shows(mistake, check):
                found.append((mistake, done))
        if len({mistake.hints for mistake, _ in found}) != 1:
            return None
        self.told[check.name] = [found[0][1]]
        return found[0][0]

    def shown(self, check: Check) -> list[Message]:
        """What numbers and source of a failed check show, beside a known mistake or without."""
        if check.name not in self.told:
            definition, _ = definition_of(self.lesson.checks_source, check.name)
            cases, outcomes = self.key.checks[check.name], self.outcomes[check.name]
            traits = self.traits(check.function)
            found = related(check, definition, cases, outcomes, traits, self.names(check))
            found = found or changed(check, self.outcomes, self.lesson.exercise.checks, self.key)
            cuts = lost_gradient(definition, outcomes, traits)
            self.told[check.name] = [found] if found else cuts
        return self.told[check.name]

    @property
    def related(self) -> dict[str, list[Message]]:
        """What is told of checks but for leanings: it may stand in the place of a hint."""
        return {name: told for name, told in self.told.items() if name not in self.leaning}

    def names(self, check: Check) -> Sequence[str]:
        """What the several values are called that a check returns, where a student knows it."""
        definition, _ = definition_of(self.lesson.checks_source, check.name)
        match self.key.checks[check.name].expected[0]:
            case Returned(value=Seq(items=several)):
                return names_of(definition, self.key.results, len(several))
        return ()

    def stays(self, check: Check) -> bool:
        """Whether a check returns what it gave to the call, which is to be as it was."""
        definition, _ = definition_of(self.lesson.checks_source, check.name)
        own = returned_inputs(definition)
        cases = self.key.checks[check.name]
        pairs = zip(cases.cases, cases.expected, strict=False)
        return bool(own) and all(_is_before(own, inputs, expected) for inputs, expected in pairs)

    def traits(self, function: str) -> dict[str, Line]:
        """What the source of the submission's function uses."""
        return self.found[function].traits if function in self.found else {}

    def _agreement(self, mistake: KeyMistake) -> int:
        """In how many of the checks that ran it fits, minus those in which it does not fit.

        Nor does it fit a check that fails and in which the mistake would pass.
        """
        checks = [c for c in self.lesson.exercise.checks if c.name in self.outcomes]
        seen = [c for c in checks if c.name in mistake.outcomes]
        fits = sum(1 if self._fits(mistake, c) else -1 for c in seen)
        own = {c.name for c in checks if c.function == mistake.function}
        return fits - len((self._failed & own) - mistake.outcomes.keys())

    def _shows(self, mistake: KeyMistake, check: Check) -> bool:
        """Whether the outcomes in the check, which fit, are evidence enough to name the mistake."""
        kept = mistake.outcomes[check.name]
        failing = [i for i, outcome in kept.items() if self._fails(check, i, outcome)]
        return any(
            evidence(outcomes, failing, self.key.checks[check.name], asked).names(
                mistake.traits, self.traits(check.function)
            )
            for outcomes, asked in readings(kept, check)
            if check.holds is None or self._agree(outcomes, asked)
        )

    def _fails(self, check: Check, case: int, outcome: Outcome | Said) -> bool:
        if isinstance(outcome, Said):
            return bool(outcome.messages)
        cases = self.key.checks[check.name]
        expected, inputs = cases.expected[case], cases.cases[case]
        return difference(expected, outcome, check, inputs, self.examiner) is not None

    def _fits(self, mistake: KeyMistake, check: Check) -> bool:
        kept = mistake.outcomes.get(check.name)
        if not kept or max(kept) >= len(self.outcomes[check.name]):
            return False
        return any(self._agree(outcomes, asked) for outcomes, asked in readings(kept, check))

    def _agree(self, kept: Mapping[int, Outcome | Said], check: Check) -> bool:
        """Whether the submission's outcomes are these."""
        outcomes, cases = self.outcomes[check.name], self.key.checks[check.name].cases
        return all(
            alike(outcome, outcomes[i], check, cases[i], self.examiner)
            for i, outcome in kept.items()
        )


def _is_before(own: Sequence[str], inputs: Inputs, expected: Outcome) -> bool:
    """Whether what is expected is just the inputs that were given."""
    given = [inputs[name] for name in own]
    before = given[0] if len(own) == 1 else Seq("list", given)
    asked = Check("", "", "", print, 1.0, tolerance=EXACT)
    return isinstance(expected, Returned) and not value_difference(before, expected.value, asked)


Reading = tuple[Mapping[int, Outcome | Said], Check]
"""Outcomes, and the check by which they are compared."""


def readings(kept: Mapping[int, Outcome | Said], check: Check) -> Iterator[Reading]:
    """The ways to compare outcomes with those of a known mistake that are kept in a key.

    Where a predicate decides: by what it says; and by the values, where these are kept as well.
    """
    yield kept, check
    said = [outcome for outcome in kept.values() if isinstance(outcome, Said)]
    if said and all(each.value is not None for each in said):
        values = {
            i: Returned(each.value) if isinstance(each, Said) else each for i, each in kept.items()
        }
        yield values, replace(check, holds=None)
