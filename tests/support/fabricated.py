"""An invented class: real checks, known mistakes and counterexamples of exercise 1, by a seed."""

import random
import zlib
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from grader.authoring import Check
from grader.classroom.record import CheckSpec, ClassRecord, Entry, State
from grader.course import key as keys
from grader.course.checks_file import definition_of
from grader.course.course import Course, Lesson
from grader.course.key import AnswerKey
from grader.judge import notation, snippet
from grader.judge.compare import difference, place
from grader.judge.sampled import Case, Failed, Traced
from grader.report import (
    CheckResult,
    Counterexample,
    Mistake,
    Problem,
    Report,
    Status,
    Trace,
    Verdict,
)
from grader.text import Message
from grader.wire.messages import Line, Raised, Returned, Said

ROOT = Path(__file__).parents[2]
NOTHING = Message("nothing was handed in")
GIVEN = "Alice Ben Chloe David Emma Farid Grace Hana Ivan Julia Kofi Lena Maya Noah Olga"
FAMILY = "Adams Becker Chen Dubois Evans Fischer García Hansen Ito Jones Kowalski Lopez"
GIVEN_ZH = "怡君 家豪 志明 淑芬 俊傑 雅婷 冠宇 欣怡 承翰 詩涵 宗翰 佳穎 彥廷 郁婷 柏翰"
FAMILY_ZH = "陳 林 黃 張 李 王 吳 劉 蔡 楊 許 鄭 謝 郭 歐陽"
PRINTED = ["", "", "", "(4, 3)\n", "tf.Tensor([0.25 0.75], shape=(2,), dtype=float32)\n"]
EXCEPTIONS = [
    "NameError: name 'np' is not defined",
    "TypeError: softmax() got an unexpected keyword argument 'axis'",
    "InvalidArgumentError: Matrix size-incompatible: In[0]: [{},12], In[1]: [4,3] [Op:MatMul]",
    "UnboundLocalError: cannot access local variable 'total'",
]
SYNTAX = Problem(
    "{}",
    14,
    Message("SyntaxError: '(' was never closed"),
    "    return tf.exp(x\n                 ^",
)


def class_of(size: int, seed: int = 0) -> ClassRecord:
    """A class of `size`; about one in thirty handed nothing in, and one in eighty is ungraded."""
    rng = random.Random(seed)
    lesson, key = _course()
    entries = tuple(_entry(rng, number) for number in range(size))
    return ClassRecord(
        exercise=lesson.exercise.name,
        title=lesson.exercise.title,
        checks=asked(),
        key_fingerprint=key.fingerprint,
        isolation="sealed",
        finished="2026-11-24T16:45:00+08:00",
        entries=entries,
    )


def asked() -> tuple[CheckSpec, ...]:
    """What exercise 1 asks."""
    checks = _course()[0].exercise.checks
    return tuple(CheckSpec(c.name, c.title, c.function, float(c.points)) for c in checks)


def entry(student: str = "alice", name: str = "Alice", **fields: Any) -> Entry:
    """A student of exercise 1 who did all right, but for what `fields` of Entry say."""
    checks = tuple(_result(check, Verdict.PASSED) for check in _course()[0].exercise.checks)
    whole = Entry(student, name, "logistic.py", State.GRADED, report("logistic.py", checks))
    return replace(whole, **fields)


def report(file: str, checks: Sequence[CheckResult], **fields: Any) -> Report:
    """A report of exercise 1."""
    lesson, key = _course()
    whole = Report(
        exercise=lesson.exercise.name,
        title=lesson.exercise.title,
        submission=file,
        status=Status.GRADED,
        isolation="sealed",
        duration_s=0.5,
        key_fingerprint=key.fingerprint,
        seed_is_public=False,
        checks=tuple(checks),
    )
    return replace(whole, **fields)


@cache
def _course() -> tuple[Lesson, AnswerKey]:
    lesson = Course(ROOT).lesson("ex1")
    return lesson, keys.read_key(lesson.key_path)


def _entry(rng: random.Random, number: int) -> Entry:
    student = f"{'bm'[number % 2]}{10 + number % 4}{901000 + number * 7}"
    chinese = rng.random() < 0.5
    name = (
        rng.choice(FAMILY_ZH.split()) + rng.choice(GIVEN_ZH.split())
        if chinese
        else f"{rng.choice(GIVEN.split())} {rng.choice(FAMILY.split())}"
    )
    fate = rng.random()
    if fate < 1 / 30:
        missing = _all_checks(Verdict.NOT_ATTEMPTED, NOTHING)
        nothing = report("", missing, duration_s=0.0)
        return Entry(student, name, "", State.NOTHING, nothing, (NOTHING,))
    file = rng.choice(["logistic.py", "logistic.py", "logistic.ipynb", f"{student}.py"])
    duration = round(rng.lognormvariate(-0.3, 0.5), 3)
    if fate < 1 / 30 + 1 / 80:
        reason = Message("the zygote died twice: out of memory")
        lost = _all_checks(Verdict.UNGRADED, reason)
        how = {"duration_s": duration, "status": Status.UNGRADED, "reason": reason}
        ungraded = report(file, lost, **how)
        return Entry(student, name, file, State.UNGRADED, ungraded)
    notes = (Message("handed in 3 h 20 min late"),) if rng.random() < 0.04 else ()
    graded = _report(rng, file, duration)
    return Entry(student, name, file, State.GRADED, graded, notes)


def _report(rng: random.Random, file: str, duration: float) -> Report:
    if rng.random() < 0.015:
        unread = _all_checks(Verdict.ERROR, Message("the file could not be read"))
        problem = replace(SYNTAX, where=file)
        return report(file, unread, duration_s=0.05, problems=(problem,))
    if rng.random() < 0.01:
        reason = Message("killed after {seconds} s", seconds=10)
        reason = Message("{reason} while the file was loaded", reason=reason)
        late = _all_checks(Verdict.TIMEOUT, reason)
        return report(file, late, duration_s=round(10 + duration, 3))
    ability = rng.betavariate(2.5, 1.2)
    lesson, _ = _course()
    checks = []
    for function, ease in zip(lesson.exercise.functions, (1.1, 0.85, 0.9, 1.2), strict=True):
        checks += _function(rng, function, ability * ease, file)
    return report(file, checks, duration_s=duration)


def _function(rng: random.Random, function: str, chance: float, file: str) -> list[CheckResult]:
    """A function's results: right, a known mistake, an exception of its own, or not attempted."""
    lesson, key = _course()
    checks = [check for check in lesson.exercise.checks if check.function == function]
    if rng.random() < chance:
        return [_result(c, Verdict.PASSED, output=rng.choice(PRINTED)) for c in checks]
    kind = rng.random()
    if kind < 0.8:
        mistakes = [mistake for mistake in key.mistakes if mistake.function == function]
        weights = [1 / (place + 1) for place in range(len(mistakes))]
        mistake = rng.choices(mistakes, weights)[0]
        return [_mistaken(check.name, mistake.name, file) for check in checks]
    if kind < 0.9:
        message = Message("{function} is not implemented yet", function=function)
        return [_result(check, Verdict.NOT_ATTEMPTED, message) for check in checks]
    name, _, text = rng.choice(EXCEPTIONS).format(rng.randint(1, 6)).partition(": ")
    message = Message("{type}: {text}", type=name, text=text)
    where = place(Line(file, rng.randint(8, 40), function, "return x / total"))
    first = replace(_result(checks[0], Verdict.ERROR, message), details=(where,))
    waiting = Message("{check} comes first", check=first.name)
    return [first, *(_result(check, Verdict.SKIPPED, waiting) for check in checks[1:])]


@cache
def _mistaken(name: str, wrong: str, file: str) -> CheckResult:
    """What a submission with the mistake `wrong` gets in the check called `name`."""
    lesson, key = _course()
    check = next(check for check in lesson.exercise.checks if check.name == name)
    mistake = next(mistake for mistake in key.mistakes if mistake.name == wrong)
    for needed in check.needs:
        if _mistaken(needed, wrong, file).verdict is not Verdict.PASSED:
            waiting = Message("{check} comes first", check=needed)
            return _result(check, Verdict.SKIPPED, waiting)
    cases = key.checks[check.name]
    for number, outcome in mistake.outcomes.get(check.name, {}).items():
        inputs, expected = cases.cases[number], cases.expected[number]
        assert not isinstance(outcome, Said)
        if differs := difference(expected, outcome, check, inputs):
            definition, helpers = definition_of(lesson.checks_source, check.name)
            module = Path(file).stem
            shown = Counterexample(
                {name: notation.brief(value) for name, value in inputs.items()},
                _brief(expected),
                _brief(outcome),
                snippet.snippet(definition, helpers, module, inputs),
            )
            named = Mistake(mistake.name, mistake.hints)
            failed = _result(check, differs.verdict, differs.message)
            details = tuple(
                replaced(detail, file=file) if "file" in detail.facts else detail
                for detail in differs.details
            )
            return replace(failed, details=details, counterexample=shown, mistake=named)
    return _result(check, Verdict.PASSED)


def replaced(message: Message, **facts: object) -> Message:
    """The message with other facts."""
    return Message(message.template, **message.facts | facts)


def _brief(outcome: Returned | Raised) -> str:
    if isinstance(outcome, Returned):
        return notation.brief(outcome.value)
    return f"raises {outcome.type}"


def _all_checks(verdict: Verdict, message: Message) -> list[CheckResult]:
    return [_result(check, verdict, message) for check in _course()[0].exercise.checks]


def _result(
    check: Check, verdict: Verdict, message: Message | None = None, output: str = ""
) -> CheckResult:
    most = float(check.points)
    points = most if verdict is Verdict.PASSED else 0.0
    return CheckResult(
        check.name, check.title, check.function, verdict, points, most, message, output=output
    )


def trace(number: float, code: str = "def softmax(x):\n    return x") -> Trace:
    """A softmax that gives this number where another is right; 0.1 more or less is the same."""
    slack = np.array([0.1], np.float32).tobytes()
    case = Case(0, "()", False, np.array([float(number)]).tobytes(), slack)
    values = Traced([], [Failed("softmax_values", True, True, [], [case])])
    return Trace("softmax", code, zlib.compress(msgspec.msgpack.encode(values)))
