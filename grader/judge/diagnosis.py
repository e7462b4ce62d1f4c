"""Why a check fails: the known mistake whose outcomes are those of the submission."""

from grader.authoring import Check
from grader.course import AnswerKey, KeyMistake, Lesson
from grader.judge.compare import alike
from grader.judge.examiner import Examiner
from grader.report import Lost
from grader.wire import Outcome


class Diagnosis:
    """Compares a submission's outcomes with those of the key's known mistakes.

    `outcomes` has those of the checks that ran so far, by the check's name.
    """

    def __init__(self, lesson: Lesson, key: AnswerKey, examiner: Examiner):
        self.lesson, self.key, self.examiner = lesson, key, examiner
        self.outcomes: dict[str, list[Outcome | Lost]] = {}

    def of(self, check: Check) -> KeyMistake | None:
        """The known mistake that has the same outcomes as the submission, if there is one.

        If several fit this check, it is the one that fits most of the function's checks.
        """
        fitting = [m for m in self.key.mistakes if self._fits(m, check)]
        return max(fitting, key=self._agreement, default=None)

    def _agreement(self, mistake: KeyMistake) -> int:
        """In how many of the checks that ran it fits, minus those in which it does not fit."""
        checks = [c for c in self.lesson.exercise.checks if c.name in self.outcomes]
        seen = [c for c in checks if c.name in mistake.outcomes]
        return sum(1 if self._fits(mistake, c) else -1 for c in seen)

    def _fits(self, mistake: KeyMistake, check: Check) -> bool:
        kept = mistake.outcomes.get(check.name)
        outcomes = self.outcomes[check.name]
        if not kept or max(kept) >= len(outcomes):
            return False
        cases = self.key.checks[check.name].cases
        return all(
            alike(outcome, outcomes[i], check, cases[i], self.examiner)
            for i, outcome in kept.items()
        )
