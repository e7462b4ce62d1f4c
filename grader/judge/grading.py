"""Judge one submission: load it, run every check on the key's cases, compare, diagnose."""

import time
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from functools import partial
from typing import TypeVar

from grader.authoring import Check
from grader.course import AnswerKey, KeyCheck, KeyMistake, Lesson, must_fit
from grader.errors import PredicateError, SandboxError, ZygoteDied
from grader.judge import example, snippet
from grader.judge.arity import both_signatures
from grader.judge.compare import TOO_LARGE, Failure, difference, unwritten
from grader.judge.credit import Credit
from grader.judge.diagnosis import Diagnosis
from grader.judge.examiner import Examiner
from grader.judge.implementation import Implementation
from grader.judge.kept import outcomes_of
from grader.judge.memo import Kept, Memo
from grader.judge.places import named
from grader.judge.reporting import make_report, mistake_told, result_of
from grader.judge.second_look import SecondLook, Shrink
from grader.judge.submission import Submission
from grader.judge.traces import Wrong, traces_of
from grader.report import (
    CheckResult,
    Counterexample,
    Lost,
    Place,
    Problem,
    Report,
    Trace,
    Verdict,
)
from grader.sandbox import Workers
from grader.text import Message
from grader.wire import Found, Loaded, Missing, Outcome, Raised, Returned

UNREADABLE = Message("the file could not be read")
"""Is said of each check of a file that Python can't read; a problem of the report says why."""

T = TypeVar("T")


def judge(
    lesson: Lesson,
    key: AnswerKey,
    submission: Submission,
    zygote: Workers,
    *,
    only: Collection[str] = (),
    shrink: Shrink | None = None,
    told: Callable[[Check], None] = lambda _: None,
    ended: Callable[["Grading"], None] = lambda _: None,
    memo: Memo | None = None,
    known: Callable[[CheckResult], None] = lambda _: None,
    traced: bool = False,
) -> Report:
    """Grade one submission; `only` names checks or functions. Our own failure is `ungraded`.

    `told` is called with each check before it is begun, and `ended` with the grading at its end.
    What the `memo` has of a grading before is not asked again, and what is found is put into it.
    `known` is called with each result that nothing which is asked later can change. Where it is
    `traced`, the report keeps what fails and has no name, for the class to be put in groups.

    When the zygote dies meanwhile, it is started again and the submission is graded once more.
    """
    started = time.monotonic()
    checks, limits = checks_to_run(lesson, key, only), lesson.exercise.limits
    request = lesson.load_request(
        submission.units, submission.siblings, digests=memo is not None, spans=traced
    )

    def attempt() -> tuple[list[CheckResult], tuple[Problem, ...], tuple[Trace, ...]]:
        with (
            Implementation(zygote, request, limits) as student,
            Examiner(zygote, lesson) as examiner,
        ):
            grading = Grading(lesson, key, submission, student, examiner)
            if memo is not None:
                grading.kept = memo.kept(lesson, checks, grading.loaded)
            for found in grading.kept.values():
                known(found.result)
            with Credit(grading) as credit:
                for check in checks:
                    if grading.keeps(check):
                        continue
                    told(check)
                    result = grading.grade(check)
                    if credit.is_final(check):
                        known(result)
                asked = [grading.results[check.name] for check in checks]
                results = credit.settled(asked)
        with SecondLook(partial(Implementation, zygote, request, limits), shrink) as look:
            results = [grading.explained(result, look) for result in results]
        if memo is not None:
            memo.keep(lesson, grading.loaded, asked, results, grading.diagnosis.outcomes)
        ended(grading)
        traces = traces_of(grading, results) if traced else ()
        return [grading.placed(result) for result in results], grading.problems, traces

    try:
        results, found, traces = _again_if_it_dies(zygote, attempt)
    except SandboxError as error:
        reason = error.messages[0]
        results = [result_of(check, Verdict.UNGRADED, reason) for check in checks]
        found, traces = (), ()
    return make_report(
        lesson,
        key,
        submission.name,
        results,
        problems=submission.problems + found,
        isolation=zygote.tier.value,
        duration_s=round(time.monotonic() - started, 3),
        traces=traces,
    )


def _again_if_it_dies(zygote: Workers, attempt: Callable[[], T]) -> T:
    try:
        return attempt()
    except ZygoteDied:
        zygote.restart()
        return attempt()


def checks_to_run(lesson: Lesson, key: AnswerKey, only: Collection[str]) -> list[Check]:
    """The checks to run; raises StaleKeyError when the key is not of these checks."""
    must_fit(key, lesson)
    chosen = lesson.exercise.checks
    return [c for c in chosen if not only or c.name in only or c.function in only]


class Grading:
    """The state of one submission's grading: what was loaded, and the results so far."""

    def __init__(
        self,
        lesson: Lesson,
        key: AnswerKey,
        submission: Submission,
        student: Implementation,
        examiner: Examiner,
    ):
        self.lesson, self.key, self.submission = lesson, key, submission
        self.student, self.examiner = student, examiner
        self.results: dict[str, CheckResult] = {}
        self.kept: dict[str, Kept] = {}
        """What is known from a grading before, of functions that are as they were."""
        self.unexplained: dict[str, tuple[Check, Failure]] = {}
        self.failures: dict[str, Failure] = {}
        """What is shown of each check that failed on an input."""
        self.wrong: dict[str, Wrong] = {}
        self.loaded = student.load() if submission.units else Loaded({}, [], readable=False)
        self.diagnosis = Diagnosis(lesson, key, examiner, self.loaded)

    def anew(self, student: Implementation) -> "Grading":
        """A grading of the same submission, of which nothing is known yet, as it runs there."""
        return Grading(self.lesson, self.key, self.submission, student, self.examiner)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What the worker found wrong with the file as a whole."""
        if isinstance(self.loaded, Lost):
            return (
                Problem(
                    self.submission.name,
                    0,
                    Message("while it was loaded: {reason}", reason=_whole(self.loaded)),
                ),
            )
        return tuple(Problem(p.where, p.line, p.message, p.text) for p in self.loaded.problems)

    def placed(self, result: CheckResult) -> CheckResult:
        """The result with the place of its function, where what was handed in has such a line."""
        found = {} if isinstance(self.loaded, Lost) else self.loaded.found
        at = found[result.function].place if result.function in found else None
        for unit in self.submission.units:
            if at and unit.label == at.file and 1 <= at.number <= unit.source.count("\n") + 1:
                return replace(result, place=Place(unit.label, at.number))
        return result

    def keeps(self, check: Check) -> bool:
        """Whether what is known of a check from before still holds. Then it is taken over."""
        found = self.kept.get(check.name)
        if found is None:
            return False
        self.results[check.name] = found.first
        if found.outcomes is not None:
            self.diagnosis.knows(check, found.outcomes, found.first.verdict)
        return True

    def grade(self, check: Check) -> CheckResult:
        """The result of one check."""
        result = self._without_running(check) or self._from_running(check)
        self.results[check.name] = result
        return result

    def _without_running(self, check: Check) -> CheckResult | None:
        """The result of a check that need not run, or None."""
        if isinstance(self.loaded, Lost):
            verdict = self.loaded.verdict
            reason = Message("{reason} while the file was loaded", reason=self.loaded.reason)
            return result_of(check, verdict, reason)
        if not self.loaded.readable:
            return result_of(check, Verdict.ERROR, UNREADABLE)
        found, missing = self.loaded.found, self.loaded.missing
        if check.function not in found:
            return self._not_found(check, check.function, missing.get(check.function))
        if waiting := self._waiting(check):
            return waiting
        if found[check.function].is_blank:
            return result_of(check, Verdict.NOT_ATTEMPTED, unwritten(check.function))
        for name in (check.function, *self.lesson.uses.get(check.name, ())):
            if name not in found:
                return self._not_found(check, name, missing.get(name))
            if not found[name].callable:
                return self._not_callable(check, name, found[name], missing.get(name))
        return None

    def _not_found(self, check: Check, function: str, missing: Missing | None) -> CheckResult:
        """The result of a check that needs a function which has no value."""
        if missing is not None:
            verdict = Verdict.ERROR if missing.failed else Verdict.NOT_ATTEMPTED
            return result_of(check, verdict, missing.reason)
        message = Message(
            "{function} is not defined in {file}", function=function, file=self.submission.name
        )
        return result_of(check, Verdict.NOT_ATTEMPTED, message)

    def _not_callable(
        self, check: Check, function: str, found: Found, missing: Missing | None
    ) -> CheckResult:
        """The result of a check that needs a function which is none."""
        message = Message(
            "{function} is of type {type} and can't be called; {signature} is asked",
            function=function,
            type=found.type,
            signature=self.key.signatures.get(function, function),
        )
        details = (missing.reason,) if missing else ()
        return replace(result_of(check, Verdict.ERROR, message), details=details)

    def _waiting(self, check: Check) -> CheckResult | None:
        """The result of a check that needs one which has not passed, or several, or None."""
        known = (self.results[name] for name in check.needs if name in self.results)
        first = [result for result in known if result.verdict is not Verdict.PASSED]
        if not first:
            return None
        if all(result.verdict is Verdict.NOT_ATTEMPTED for result in first):
            own = (result for result in first if result.function == check.function)
            return result_of(check, Verdict.NOT_ATTEMPTED, next(own, first[0]).message)
        names = [result.name for result in first]
        if len(names) == 1:
            return result_of(check, Verdict.SKIPPED, Message("{check} comes first", check=names[0]))
        message = Message("{checks} come first", checks=", ".join(names))
        return result_of(check, Verdict.SKIPPED, message)

    def _from_running(self, check: Check) -> CheckResult:
        cases = self.key.checks[check.name]
        outcomes = list(outcomes_of(self.student, check, cases, self.examiner))
        self.diagnosis.outcomes[check.name] = outcomes
        try:
            failure = example.plainest(self._failures(check, cases, outcomes), check)
        except PredicateError as error:
            return result_of(check, Verdict.UNGRADED, error.messages[0])
        output = next((o.output for o in outcomes if not isinstance(o, Lost) and o.output), "")
        if failure is None:
            return replace(result_of(check, Verdict.PASSED), points=check.points, output=output)
        self.wrong[check.name] = Wrong(check, outcomes, failure)
        lost = check.holds is not None and failure.difference.message == TOO_LARGE
        mistake = None if lost else self.diagnosis.of(check)
        if mistake is None:
            self.unexplained[check.name] = check, failure
        return self._failed(check, failure, mistake, output)

    def explained(self, result: CheckResult, look: SecondLook) -> CheckResult:
        """The result with what a second look finds. Its verdict and its points are as they were."""
        if result.name not in self.unexplained:
            return result
        check, failure = self.unexplained[result.name]
        shown, note = look.at(check, failure)
        if note is not None:
            return replace(result, details=(note, *result.details))
        return result if shown is failure else self._failed(check, shown, None, result.output)

    def _failed(
        self, check: Check, failure: Failure, mistake: KeyMistake | None, output: str
    ) -> CheckResult:
        verdict = failure.difference.verdict
        if verdict is Verdict.NOT_ATTEMPTED:
            return result_of(check, verdict, failure.difference.message)
        message = named(failure.difference.message, self.diagnosis.names(check))
        details = failure.difference.details
        if arity := self._arity(check, failure.outcome):
            details = (*details, arity)
        else:
            details = (*details, *self.diagnosis.told.get(check.name, []))
        if verdict in (Verdict.TIMEOUT, Verdict.CRASHED):
            message = Message("{reason} in {check}", reason=message, check=check.name)
        if isinstance(failure.outcome, Returned | Raised):
            output = failure.outcome.output or output
        return replace(
            result_of(check, verdict, message),
            details=details,
            counterexample=self._shown(check, failure),
            mistake=mistake_told(check, failure, mistake),
            output=output,
        )

    def _arity(self, check: Check, outcome: Outcome | Lost) -> Message | None:
        """Both signatures, where the arguments of the call did not fit the student's function."""
        assert isinstance(self.loaded, Loaded)
        found = self.loaded.found[check.function]
        return both_signatures(outcome, check.function, found, self.key.signatures)

    def _shown(self, check: Check, failure: Failure) -> Counterexample:
        self.failures[check.name] = failure
        can_be_tried = not isinstance(failure.outcome, Lost)  # what hangs would hang a terminal
        code = (
            snippet.of_check(self.lesson, check, self.submission, failure.inputs)
            if can_be_tried
            else ""
        )
        stays = isinstance(failure.outcome, Returned) and self.diagnosis.stays(check)
        return replace(example.shown(check, failure, code), stays=stays)

    def _failures(
        self, check: Check, cases: KeyCheck, outcomes: list[Outcome | Lost]
    ) -> Iterator[Failure]:
        """The cases on which the check does not pass, the smallest first."""
        for inputs, expected, outcome in zip(cases.cases, cases.expected, outcomes, strict=False):
            if differs := difference(expected, outcome, check, inputs, self.examiner):
                yield Failure(inputs, expected, outcome, differs)


def _whole(lost: Lost) -> Message:
    """Why, and where it was then."""
    if not lost.details:
        return lost.reason
    return Message("{reason}; {place}", reason=lost.reason, place=lost.details[0])
