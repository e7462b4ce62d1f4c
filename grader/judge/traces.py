"""What is kept of a function that fails and has no name, so that a class can be put in groups.

Two functions have the same mistake where they give the same wrong results in the same cases of the
same checks. What is kept is small: of each case that fails the form of the result, some of its
numbers, and how far each may be off; an exception by its type and by the line that raised, and not
by its text, in which a student's names stand. No input and no right result is in it.
"""

import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import msgspec

from grader.authoring import Check, Tolerance
from grader.course import AnswerKey, KeyCheck
from grader.judge.compare import EXACT, Failure, difference
from grader.judge.diagnosis import Diagnosis
from grader.judge.evidence import CASES, NONE, OWN_NAMES, Evidence, evidence, has_many_causes
from grader.judge.sampled import (
    NAME,
    Case,
    Failed,
    Names,
    Traced,
    case_of_exception,
    case_of_value,
    short,
)
from grader.judge.submission import Submission
from grader.report import CheckResult, Lost, Trace, Verdict
from grader.wire import Found, Loaded, Outcome, Raised, Returned, Span

LAST_CASE = 200
"""The case of a check from which on nothing is kept. Cases are sorted, so the larger ones miss."""

MAX_CODE = 8_000
"""Characters of source that are kept."""

_DIFFERENT = (Verdict.FAILED, Verdict.ERROR)


@dataclass(frozen=True)
class Wrong:
    """A check that failed: its outcomes on all cases, and the failure that is shown."""

    check: Check
    outcomes: Sequence[Outcome | Lost]
    failure: Failure


class Graded(Protocol):
    """What is asked of a grading."""

    key: AnswerKey
    submission: Submission
    loaded: Loaded | Lost
    diagnosis: Diagnosis
    wrong: dict[str, Wrong]


def traces_of(grading: Graded, results: Iterable[CheckResult]) -> tuple[Trace, ...]:
    """A trace of each function of which a check fails, and none has a mistake's name.

    What was killed or timed out has none: the machine has a part in that. Nor has what can't be
    told apart from another function's fault.
    """
    of: dict[str, list[CheckResult]] = {}
    for result in results:
        of.setdefault(result.function, []).append(result)
    found = (_trace(grading, function, own) for function, own in of.items())
    return tuple(trace for trace in found if trace is not None)


def _trace(grading: Graded, function: str, results: Sequence[CheckResult]) -> Trace | None:
    loaded = grading.loaded
    if isinstance(loaded, Lost) or function not in loaded.found:
        return None
    failing = [each for each in results if each.verdict in _DIFFERENT]
    lost = any(each.verdict in (Verdict.TIMEOUT, Verdict.CRASHED) for each in results)
    wrong = [grading.wrong[each.name] for each in failing if each.name in grading.wrong]
    if lost or not wrong or len(wrong) < len(failing) or any(each.mistake for each in failing):
        return None
    if any(isinstance(outcome, Lost) for each in wrong for outcome in each.outcomes):
        return None
    given = frozenset(NAME.findall(grading.key.signatures.get(function, "")))
    checks = [_failed(each, grading.key.checks[each.check.name], given) for each in wrong]
    values = Traced(sorted(grading.diagnosis.traits(function)), checks)
    packed = zlib.compress(msgspec.msgpack.encode(values), 9)
    return Trace(function, code_of(grading.submission, loaded.found[function]), packed)


# --- the code ------------------------------------------------------------------------------


def code_of(submission: Submission, found: Found) -> str:
    """The source of what is executed for a function, cut where it is too long."""
    units = {unit.label: unit.source.split("\n") for unit in submission.units}
    code = ""
    for span in found.spans:
        part = _cut(units.get(span.file, []), span)
        gap = "\n" if part[:1].isspace() else "\n\n"
        code += (gap if code else "") + part
    return code[:MAX_CODE]


def _cut(lines: Sequence[str], span: Span) -> str:
    return "\n".join(lines[max(span.first, 1) - 1 : max(span.last, 0)]).rstrip()


# --- the values ----------------------------------------------------------------------------


def _failed(wrong: Wrong, key: KeyCheck, given: Names) -> Failed:
    check, outcomes = wrong.check, wrong.outcomes
    if check.tolerance == EXACT:  # as where a known mistake is named
        check = replace(check, tolerance=Tolerance())
    answers = {i: o for i, o in enumerate(outcomes) if isinstance(o, Returned | Raised)}
    failing = _failing(wrong, key, answers)
    proof = _proof(answers, failing, key, check)
    cases = [
        case_of_exception(i, answer, given)
        if isinstance(answer := answers[i], Raised)
        else case_of_value(i, answer, key.expected[i], check)
        for i in failing
        if i < LAST_CASE
    ]
    if check.holds is not None:
        said = short(wrong.failure.difference.message.template)
        cases = [_as(case, f"{said} {case.form}") for case in cases]
    firm = check.holds is None
    return Failed(check.name, firm, proof.enough, sorted(proof.traits), cases)


def _as(case: Case, form: str) -> Case:
    """The case with another form."""
    return msgspec.structs.replace(case, form=form)


def _failing(wrong: Wrong, key: KeyCheck, answers: Mapping[int, Outcome]) -> list[int]:
    """The cases that fail. A predicate is not asked again: it is those from the first one on."""
    check = wrong.check
    if check.holds is not None:
        first = next((i for i, x in enumerate(key.cases) if x is wrong.failure.inputs), 0)
        return [i for i in answers if i >= first]
    return [
        i
        for i, outcome in answers.items()
        if difference(key.expected[i], outcome, check, key.cases[i])
    ]


def _proof(
    answers: Mapping[int, Outcome], failing: Sequence[int], key: KeyCheck, check: Check
) -> Evidence:
    """What the results are worth as evidence that two who have them made the same mistake."""
    values = [i for i in failing if isinstance(answers[i], Returned)]
    found = evidence(answers, values, key, check) if values else NONE
    if found.enough or len(values) == len(failing):
        return found
    raised = [o for i in failing if isinstance(o := answers[i], Raised)]
    tells = all(o.lines and o.type not in OWN_NAMES and not has_many_causes(o) for o in raised)
    return Evidence(True) if tells and len(raised) >= min(CASES, len(key.cases)) else found
