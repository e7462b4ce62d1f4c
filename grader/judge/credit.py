"""Credit is about one thing: what is right by itself loses nothing by another function's fault.

A function that fails, and calls another graded one that fails too, is asked once more, in a new
worker in which a right one stands in for the other. Points are given for what passes then. What
fails then is reported from there, because it is this function's own fault.

The code that stands in is the reference's, and the student's file could read it there. So under a
secret key nothing of that run is told that the file could have chosen.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol, Self

from grader.authoring import Check
from grader.course import AnswerKey, Lesson, StandIn
from grader.judge.compare import Failure, unwritten
from grader.judge.diagnosis import Diagnosis
from grader.judge.implementation import Implementation
from grader.judge.memo import FLEETING, Kept
from grader.judge.submission import Submission
from grader.judge.traces import Wrong
from grader.report import NOT_IMPLEMENTED, CheckResult, Lost, Verdict
from grader.text import Message, template
from grader.wire import Loaded

MEND_FIRST = template("mend {functions} first, which it uses and which fails its own checks")
WRITE_FIRST = template("write {functions} first, which it uses")
COMES_FIRST = (MEND_FIRST, WRITE_FIRST)
"""The details by which a failure says that nothing can be said of its function alone."""


class Graded(Protocol):
    """What is asked of a grading: `anew` is another one of the same submission."""

    lesson: Lesson
    key: AnswerKey
    submission: Submission
    student: Implementation
    loaded: Loaded | Lost
    diagnosis: Diagnosis
    results: dict[str, CheckResult]
    kept: dict[str, Kept]
    failures: dict[str, Failure]
    unexplained: dict[str, tuple[Check, Failure]]
    wrong: dict[str, Wrong]

    def grade(self, check: Check) -> CheckResult: ...

    def anew(self, student: Implementation) -> "Graded": ...


class Credit:
    """Asks again what deserves it, after a grading. It ends the grading's worker when it does."""

    def __init__(self, first: Graded):
        self._first, self._exercise = first, first.lesson.exercise
        self._latest = first.student
        self._seconds: dict[tuple[str, ...], Graded] = {}
        self._now: dict[str, CheckResult] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self._latest.close()

    def is_final(self, check: Check) -> bool:
        """Whether what was found of a check is what will be said of it: nothing that it uses, and
        that is asked on its own, fails or is still to be asked.
        """
        results = self._first.results
        if results[check.name].verdict is Verdict.PASSED:
            return True
        used = [each for name in self._calls(check.function) for each in self._checks(name)]
        found = (results.get(each.name) for each in used)
        return all(each is not None and each.verdict is Verdict.PASSED for each in found)

    def settled(self, results: Sequence[CheckResult]) -> list[CheckResult]:
        """The results, as they are when each function is asked by itself."""
        failed = dict.fromkeys(r.function for r in results if r.verdict is not Verdict.PASSED)
        called = dict.fromkeys(other for name in failed for other in self._calls(name))
        known = {result.name for result in results}
        for check in (check for name in called for check in self._checks(name)):
            # It was not asked for, but decides on one that was. A key may be of one check alone.
            if check.name not in known and check.name in self._first.key.checks:
                self._first.grade(check)
        kept = {name: found.result for name, found in self._first.kept.items()}
        self._now = self._first.results | kept
        # What a function calls calls no more than it does itself, so it is settled before.
        for name in sorted(failed | called, key=lambda name: len(self._calls(name))):
            if all(check.name in self._first.kept for check in self._checks(name)):
                continue  # it was settled before
            wrong = [other for other in self._calls(name) if not self._is_right(other)]
            if wrong and not self._is_right(name):
                self._settle(name, wrong)
        return [self._now[result.name] for result in results]

    def _calls(self, function: str) -> list[str]:
        """The other graded functions that a function uses, or its checks beside it."""
        loaded = self._first.loaded
        found = loaded.found.get(function) if isinstance(loaded, Loaded) else None
        if found is None or not found.callable:
            return []
        said = set(found.calls).union(*(self._uses(check) for check in self._checks(function)))
        return [name for name in self._exercise.functions if name in said - {function}]

    def _uses(self, check: Check) -> list[str]:
        return self._first.lesson.uses.get(check.name, [])

    def _checks(self, function: str) -> list[Check]:
        return [check for check in self._exercise.checks if check.function == function]

    def _is_right(self, function: str) -> bool:
        each = (self._now.get(check.name) for check in self._checks(function))
        return all(result is None or result.verdict is Verdict.PASSED for result in each)

    def _is_written(self, function: str) -> bool:
        each = (self._now[check.name] for check in self._checks(function))
        return any(result.verdict is not Verdict.NOT_ATTEMPTED for result in each)

    def _settle(self, function: str, wrong: list[str]) -> None:
        """Ask a function's failed checks again, with right ones for those that are wrong."""
        failed = [
            check
            for check in self._checks(function)
            if check.name in self._now and self._now[check.name].verdict is not Verdict.PASSED
        ]
        second = self._second(function, wrong)
        if second is not None:
            second.results = {
                name: result
                for name, result in self._now.items()
                if result.function not in wrong
                and (result.function != function or result.verdict is Verdict.PASSED)
            }
        for check in failed:
            self._first.unexplained.pop(check.name, None)
            self._first.wrong.pop(check.name, None)
            again = self._again(check, second)
            if again is None:
                self._now[check.name] = self._waiting(self._now[check.name], wrong)
            else:
                self._now[check.name] = self._told(again, wrong)

    def _again(self, check: Check, second: Graded | None) -> CheckResult | None:
        """What a second run finds; None where it says nothing of this function.

        What stands in may raise because it is called wrongly, or because it takes less than what it
        stands in for: a graph, a tensor in place of a number. The two can't be told apart.
        """
        result = second.grade(check) if second is not None else None
        if second is None or result is None or result.verdict in FLEETING:
            return None
        failure = second.failures.pop(check.name, None)
        if failure is not None and failure.by_lent:
            return None
        self._first.failures.pop(check.name, None)
        if failure is not None:
            self._first.failures[check.name] = failure
        if check.name in second.wrong:
            self._first.wrong[check.name] = second.wrong[check.name]
        return result

    def _second(self, function: str, wrong: list[str]) -> Graded | None:
        """The grading in which right ones stand in; None where there is none for this function."""
        found = {name: self._first.key.stand_ins.get(name) for name in wrong}
        right = {name: each for name, each in found.items() if each and function not in each.holds}
        if len(right) < len(wrong):
            return None
        names = tuple(wrong)
        if names not in self._seconds:
            self._seconds[names] = self._begun(right)
        second = self._seconds[names]
        if not isinstance(second.loaded, Loaded):
            return None
        return second if function in second.loaded.found else None

    def _begun(self, right: dict[str, StandIn]) -> Graded:
        first = self._first
        request = first.lesson.load_request(
            first.submission.units,
            first.submission.siblings,
            stand_ins={name: each.tree for name, each in right.items()},
        )
        self._latest = self._latest.again(request)
        second = first.anew(self._latest)
        return second

    def _told(self, result: CheckResult, wrong: list[str]) -> CheckResult:
        """What the second run found, with what it is about."""
        is_secret = not self._first.key.seed_is_public
        match result.verdict:
            case Verdict.SKIPPED:
                return result
            case Verdict.PASSED:
                output = "" if is_secret else result.output
                return replace(result, message=self._given(wrong), output=output)
            case _ if is_secret:
                return _discreet(result, wrong)
            case Verdict.NOT_ATTEMPTED:
                return result
        note = Message(
            "this is with a right {functions} in the place of yours; what you try uses yours",
            functions=_named(wrong),
        )
        return replace(result, details=(*result.details, note))

    def _given(self, wrong: list[str]) -> Message:
        """Why a check passes that did not pass with the student's own function."""
        functions = _named(wrong)
        if any(self._is_written(name) for name in wrong):
            return Message(
                "right, given a right {functions} (yours fails)",
                functions=functions,
            )
        return Message(
            "right, given a right {functions} (yours is not written)", functions=functions
        )

    def _waiting(self, result: CheckResult, wrong: list[str]) -> CheckResult:
        """What the first run found, with what is to be mended first. It names no mistake."""
        first = self._comes_first(wrong)
        match result.verdict:
            case Verdict.SKIPPED:
                return result
            case Verdict.NOT_ATTEMPTED if _is_unwritten(result.message, wrong):
                return replace(result, verdict=Verdict.SKIPPED, message=first)
            case Verdict.NOT_ATTEMPTED:
                return result
        guessed = self._first.diagnosis.told.get(result.name, [])
        details = [detail for detail in result.details if detail not in guessed]
        return replace(result, mistake=None, details=(*details, first))

    def _comes_first(self, wrong: list[str]) -> Message:
        is_written = any(self._is_written(name) for name in wrong)
        return Message(MEND_FIRST if is_written else WRITE_FIRST, functions=_named(wrong))


def _named(functions: list[str]) -> str:
    return ", ".join(functions)


def _is_unwritten(message: Message | None, functions: list[str]) -> bool:
    """Whether one of the functions is the stub's, or a method of a class that is one of them."""
    if message is None or message.template != NOT_IMPLEMENTED:
        return False
    return str(message.facts["function"]).partition(".")[0] in functions


def _discreet(result: CheckResult, wrong: list[str]) -> CheckResult:
    """A failure without what the student's file said or returned: it could have been the code."""
    shown = result.counterexample
    if shown is not None:
        kept = {name: said for name, said in shown.instead.items() if name != "returned"}
        shown = replace(shown, returned="", instead=kept)
    if result.verdict is Verdict.NOT_ATTEMPTED:
        message = unwritten(result.function)
    else:
        message = Message(
            "it is wrong with a right {functions} in the place of yours, too",
            functions=_named(wrong),
        )
    return replace(
        result,
        message=message,
        details=(),
        counterexample=shown,
        output="",
    )
