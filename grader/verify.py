"""The course checks itself: what is right scores full, what is wrong is caught and named."""

import re
from pathlib import Path

import numpy as np

from grader import build
from grader import key as keys
from grader.authoring import Check
from grader.compare import as_array, spread
from grader.counterexample import load_strategies
from grader.course import Lesson
from grader.errors import GraderError
from grader.judge import Grading
from grader.key import AnswerKey
from grader.results import CheckResult, Verdict, Verification
from grader.sandbox.implementation import Implementation
from grader.sandbox.zygote import Zygote
from grader.submission import Submission, read
from grader.worker.wire import Array, Outcome, Returned, Seq, Value

FULL = 10.0
"""The points of an exercise."""

OTHER_SEED = 1
_TABLE_ROW = re.compile(r"^\| *`(\w+)` *\| *([\d.]+) *\|", re.MULTILINE)


def verify(lesson: Lesson, progress: build.Progress) -> Verification:
    """Verify one exercise, with the key that is in its folder and one of another seed."""
    exercise = lesson.exercise
    found = Verification(exercise.name)
    found.faults += names_that_disagree(lesson)
    with Zygote(exercise.framework) as zygote:
        try:
            key = keys.read(lesson.key_path)
            found.faults += stale_files(lesson, key)
            other = build.build_key(lesson, zygote, OTHER_SEED, public=False, progress=progress)
        except GraderError as error:
            found.faults += str(error).splitlines()
            return found
        _Session(lesson, zygote, found, progress).run(key, other)
    return found


def names_that_disagree(lesson: Lesson) -> list[str]:
    """Checks, strategies and the READMEs' tables name the same checks with the same points."""
    checks = lesson.exercise.checks
    faults = []
    try:
        load_strategies(lesson.inputs, checks)
    except GraderError as error:
        faults.append(str(error))
    points = {check.name: float(check.points) for check in checks}
    if sum(points.values()) != FULL:
        faults.append(f"checks.py: the points sum to {sum(points.values()):g}, not to {FULL:g}")
    for name in ("README.md", "README.zh-TW.md"):
        faults += _table_faults(lesson.folder / name, points)
    return faults


def _table_faults(path: Path, points: dict[str, float]) -> list[str]:
    if not path.is_file():
        return [f"{path.name} is missing"]
    rows = {name: float(p) for name, p in _TABLE_ROW.findall(path.read_text(encoding="utf-8"))}
    differing = sorted(set(rows.items()) ^ set(points.items()))
    return [f"{path.name}: its table and checks.py disagree about {name}" for name, _ in differing]


def stale_files(lesson: Lesson, key: AnswerKey) -> list[str]:
    """Generated files that are not what the solution would give now."""
    stub = lesson.folder / lesson.file_name
    faults = []
    if not stub.is_file() or stub.read_text(encoding="utf-8") != build.build_stub(lesson):
        faults.append(f"{stub.name} is stale; run `grader build {lesson.exercise.name}`")
    if key.sources != build.fingerprint(lesson):
        faults.append(f"answers.key is stale; run `grader build {lesson.exercise.name}`")
    return faults


class _Session:
    """Judges all files of a solution with one zygote."""

    def __init__(
        self, lesson: Lesson, zygote: Zygote, found: Verification, progress: build.Progress
    ):
        self.lesson, self.zygote, self.found, self.progress = lesson, zygote, found, progress
        self.checks = lesson.exercise.checks

    def run(self, key: AnswerKey, other: AnswerKey) -> None:
        """Judge every file with both keys, and write down what is not as it should be."""
        right, wrong = self.lesson.solution_files("right"), self.lesson.solution_files("wrong")
        self.found.right = len(right)
        for done, path in enumerate([self.lesson.reference, *right]):
            self.progress(path.stem, done, len(right) + len(wrong))
            self._right(path, key, other)
        for done, path in enumerate(wrong):
            self.progress(path.stem, len(right) + done, len(right) + len(wrong))
            self._wrong(build.Specimen.read(self.lesson, path), key, other)
        self._stub(key)

    def _grade(
        self, submission: Submission, key: AnswerKey, checks: list[Check]
    ) -> tuple[list[CheckResult], Grading]:
        request = self.lesson.load(submission.units, submission.siblings)
        with Implementation(self.zygote, request, self.lesson.exercise.limits) as student:
            grading = Grading(self.lesson, key, submission, student)
            return [grading.grade(check) for check in checks], grading

    def _right(self, path: Path, key: AnswerKey, other: AnswerKey) -> None:
        for label, answers in (("", key), (" (another seed)", other)):
            results, grading = self._grade(read(path), answers, self.checks)
            for result in results:
                if result.verdict is not Verdict.PASSED:
                    text = f"{result.name} {result.verdict.value}: {result.message}"
                    self.found.faults.append(f"right {path.name}{label}: {text}")
            for check in self.checks:
                self._measure(check, answers, grading.outcomes.get(check.name, []))

    def _measure(self, check: Check, key: AnswerKey, outcomes: list) -> None:
        expected = key.checks[check.name].expected
        pairs = zip(expected, outcomes, strict=False)
        worst = max((_distance(e, o, check) for e, o in pairs), default=0.0)
        self.found.spreads[check.name] = max(self.found.spreads.get(check.name, 0.0), worst)

    def _wrong(self, mistake: build.Specimen, key: AnswerKey, other: AnswerKey) -> None:
        checks = [check for check in self.checks if check.graded == mistake.function]
        submission = Submission(self.lesson.file_name, tuple(mistake.units))
        results, _ = self._grade(submission, key, checks)
        again, _ = self._grade(submission, other, checks)
        self.found.matrix[mistake.name] = results
        lost = [r for r in results if r.verdict not in (Verdict.PASSED, Verdict.SKIPPED)]
        if not lost:
            self.found.faults.append(f"wrong/{mistake.name}.py loses no points")
        for result in lost:
            named = result.mistake.name if result.mistake else "no known mistake"
            if named != mistake.name:
                self.found.faults.append(
                    f"wrong/{mistake.name}.py is diagnosed as {named} in {result.name}"
                )
        for one, two in zip(results, again, strict=True):
            if one.verdict is not two.verdict:
                self.found.faults.append(
                    f"wrong/{mistake.name}.py: {one.name} {one.verdict.value} with one seed, "
                    f"{two.verdict.value} with another"
                )

    def _stub(self, key: AnswerKey) -> None:
        results, _ = self._grade(read(self.lesson.folder / self.lesson.file_name), key, self.checks)
        for result in results:
            if result.verdict is not Verdict.NOT_ATTEMPTED:
                self.found.faults.append(f"the stub: {result.name} is {result.verdict.value}")


def _distance(expected: Outcome, outcome: object, check: Check) -> float:
    """The largest difference of two outcomes in units of the check's tolerance."""
    if not isinstance(expected, Returned) or not isinstance(outcome, Returned):
        return 0.0
    return _value_distance(expected.value, outcome.value, check)


def _value_distance(expected: Value, value: Value, check: Check) -> float:
    if isinstance(expected, Seq) and isinstance(value, Seq):
        pairs = zip(expected.items, value.items, strict=False)
        return max((_value_distance(e, v, check) for e, v in pairs), default=0.0)
    e, v = as_array(expected), as_array(value)
    if e is None or v is None or e.shape != v.shape or not isinstance(expected, Array):
        return 0.0
    with np.errstate(all="ignore"):
        return float(np.max(spread(e, v, check.tolerance), initial=0.0))
