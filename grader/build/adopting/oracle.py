"""The judge as the oracle: whether a function gives the same wrong values, with one part less."""

import ast
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from grader.build.adopting.pieces import text_of
from grader.build.mutation.fate import bounded
from grader.course import AnswerKey, Lesson
from grader.judge import (
    Examiner,
    Grading,
    Implementation,
    Submission,
    Traced,
    same_mistake,
    traces_of,
    unpacked,
)
from grader.report import CheckResult, Verdict
from grader.sandbox import Workers
from grader.wire import Unit

CALLS = 400
"""Functions that are judged at most, until the smallest so far is taken."""

SECONDS = 600.0
"""How long that may take."""


MISTAKE = "mistake.py"
"""What the unit is called."""


@dataclass(frozen=True)
class Wanted:
    """What a function is to give: which checks pass, by name, and the values of those that fail."""

    function: str
    passes: Mapping[str, bool]
    values: Traced


@dataclass
class Oracle:
    """Asks the judge about functions, each in the place of the reference's, in a worker.

    `told` is called with how many were asked. When it has been asked too often, it says no.
    """

    lesson: Lesson
    key: AnswerKey
    workers: Workers
    wanted: Wanted
    told: Callable[[int, int], None] = lambda *_: None
    most: int = CALLS
    seconds: float = SECONDS
    asked: int = 0
    spent: bool = False
    _known: dict[str, bool] = field(default_factory=dict)
    _begun: float = field(default_factory=time.monotonic)

    def __call__(self, tree: ast.Module) -> bool:
        """Whether the code gives the values; no where nothing more may be asked."""
        text = text_of(tree)
        if text is None:
            return False
        if text not in self._known:
            if self.asked >= self.most or time.monotonic() - self._begun > self.seconds:
                self.spent = True
                return False
            self._known[text] = self.gives(text)
        return self._known[text]

    def gives(self, text: str) -> bool:
        """Whether the code gives the values, however often was asked before."""
        self.asked += 1
        self.told(self.asked, self.most)
        submission = as_mutant(self.lesson, text)
        request = self.lesson.load_request(submission.units, spans=True)
        with (
            Implementation(self.workers, request, bounded(self.lesson)) as asked,
            Examiner(self.workers, self.lesson) as examiner,
        ):
            grading = Grading(self.lesson, self.key, submission, asked, examiner)
            results = self._results(grading)
            traces = () if results is None else traces_of(grading, results)
        values = [unpacked(t) for t in traces if t.function == self.wanted.function]
        return any(v is not None and same_mistake(self.wanted.values, v) for v in values)

    def _results(self, grading: Grading) -> list[CheckResult] | None:
        """The results of the checks; None from the first on that passes where it should not."""
        results = []
        for check in self.lesson.exercise.checks:
            if check.name in self.wanted.passes:
                results.append(grading.grade(check))
                passes = results[-1].verdict is Verdict.PASSED
                if passes is not self.wanted.passes[check.name]:
                    return None
        return results


def as_mutant(lesson: Lesson, text: str) -> Submission:
    """The code in the place of the reference's function."""
    units = (lesson.unit(lesson.reference), Unit(MISTAKE, text))
    return Submission(lesson.file_name, units)
