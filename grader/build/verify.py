"""The course checks itself: what is right scores full, what is wrong is caught and named."""

import math
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from queue import SimpleQueue
from threading import Lock

from grader.authoring import Asks, Check
from grader.build.generate import build_key
from grader.build.inputs_file import load_strategies
from grader.build.lint import lint_exercise
from grader.build.mutants import Mutant
from grader.build.mutation.round import LANES, short_round
from grader.build.mutation.told import unnoticed
from grader.build.naming import faults_of_naming, remark_on_naming
from grader.build.progress import Progress
from grader.build.stand_ins import costs_of_others, never_lent
from grader.build.verification import Exposure, Verification, not_passed, told_of
from grader.course import AnswerKey, Lesson, read_key
from grader.errors import GraderError, PredicateError
from grader.judge import (
    Examiner,
    Grading,
    Implementation,
    Submission,
    as_lists,
    difference,
    distance,
    read_submission,
)
from grader.report import CheckResult, Lost, Verdict
from grader.sandbox import Workers, start
from grader.wire import Inputs, Load, Outcome, Returned

OTHER_SEED = 1

SEEDS, FEW_SEEDS = 5, 1
"""From how many seeds a margin is measured: as a rule, and where a quick answer is asked."""

CLEARANCE = 0.05
"""How far above a check's bar the right ones must be, whatever the seed, unless it says so."""


def verify_exercise(lesson: Lesson, progress: Progress, *, quick: bool = False) -> Verification:
    """Verify one exercise, with the key that is in its folder and one of another seed.

    Where a `quick` answer is asked, only the key in the folder is used, and few seeds.
    """
    exercise = lesson.exercise
    found = Verification(exercise.name)
    faults = lint_exercise(lesson)
    found.faults += [fault.text(lesson.folder.parents[1]) for fault in faults]
    if any(fault.stops for fault in faults):
        return found
    with ExitStack() as stack:
        zygotes = [stack.enter_context(start(exercise.framework)) for _ in range(LANES)]
        try:
            load_strategies(lesson)
            both = [read_key(lesson.key_path)]
            if not quick:
                both.append(build_key(lesson, zygotes[0], OTHER_SEED, mistakes=()))
            _Session(lesson, both, zygotes, found, FEW_SEEDS if quick else SEEDS).run(progress)
            if not quick:
                found.round = short_round(lesson, both[0], zygotes, progress)
                cases = {name: len(check.cases) for name, check in both[0].checks.items()}
                found.faults += unnoticed(found.round, cases)
        except GraderError as error:
            found.faults += str(error).splitlines()
    return found


def verify_one(
    lesson: Lesson, key: AnswerKey, zygote: Workers, name: str, progress: Progress
) -> Verification:
    """Verify one known mistake: it is caught and named, and others of its function are as before.

    The right ones pass the checks of that function with the key.
    """
    found = Verification(lesson.exercise.name)
    session = _Session(lesson, [key], [zygote], found, FEW_SEEDS)
    session.run_one(name, progress)
    return found


class _Session:
    """Judges all files of a solution, on as many zygotes as there are lanes."""

    def __init__(
        self,
        lesson: Lesson,
        keys_: Sequence[AnswerKey],
        zygotes: list[Workers],
        found: Verification,
        seeds: int,
    ):
        self.lesson, self.keys, self.found, self.seeds = lesson, keys_, found, seeds
        self.checks = lesson.exercise.checks
        self.differing: list[Mutant] = []
        self.costing: set[str] = set()
        self.writing = Lock()
        self.free: SimpleQueue[Workers] = SimpleQueue()
        for zygote in zygotes:
            self.free.put(zygote)

    def run(self, progress: Progress) -> None:
        """Judge every file with every key, and write down what is not as it should be."""
        right = [self.lesson.reference, *self.lesson.solution_files("right")]
        wrong = self.lesson.solution_files("wrong")
        self.found.right = len(right) - 1
        self.costing = self._costing(wrong)
        tasks: list[tuple[Callable[[Path], list[str]], Path]] = [(self._right, p) for p in right]
        tasks += [(self._wrong, path) for path in wrong]
        tasks += [(self._stub, self.lesson.folder / self.lesson.file_name)]
        with ThreadPoolExecutor(self.free.qsize()) as lanes:
            done = lanes.map(lambda task: task[0](task[1]), tasks)
            for i, ((_, path), faults) in enumerate(zip(tasks, done, strict=True)):
                progress(path.stem, i, len(tasks))
                self.found.faults += faults
        self.found.faults += self.found.narrow
        self.found.faults += self._predicates_that_raise()
        if self.differing:
            self.found.faults += self._unlike_with_another_seed()
        self.found.faults += never_lent(self.lesson, self.keys[0])

    def run_one(self, name: str, progress: Progress) -> None:
        """Judge the files that one known mistake is about."""
        all_wrong = {
            path: Mutant.read(self.lesson, path) for path in self.lesson.solution_files("wrong")
        }
        function = next(each.function for each in all_wrong.values() if each.name == name)
        wrong = [path for path, each in all_wrong.items() if each.function == function]
        right = self.lesson.solution_files("right")
        checks = [check for check in self.checks if check.function == function]
        self.costing = {name}
        for i, path in enumerate([*wrong, *right]):
            progress(path.stem, i, len(wrong) + len(right))
            if path in all_wrong:
                self.found.faults += self._wrong(path)
            else:
                results, _ = self._grade(read_submission(path), self.keys[0], checks)
                self.found.faults += not_passed(path, results)

    def _costing(self, wrong: Sequence[Path]) -> set[str]:
        """The mistakes of which it is asked what they cost other functions: in short, one of each.

        All checks run for it, and it depends on the exercise's files alone.
        """
        if len(self.keys) > 1:
            return {path.stem for path in wrong}
        firsts = {Mutant.read(self.lesson, path).function: path.stem for path in reversed(wrong)}
        return set(firsts.values())

    def _unlike_with_another_seed(self) -> list[str]:
        """Mistakes whose verdicts depend on the key's seed, though both keys expose them.

        The other key has inputs as they were drawn; here it gets those that a whole key would
        have for these mistakes.
        """
        zygote = self.free.get()
        other = build_key(self.lesson, zygote, OTHER_SEED, mistakes=self.differing)
        self.free.put(zygote)
        faults = []
        for mistake in sorted(self.differing, key=lambda mistake: mistake.name):
            judged, _ = self._judged(mistake, other)
            pairs = zip(self.found.matrix[mistake.name], judged, strict=True)
            faults += [
                f"wrong/{mistake.name}.py: {one.name} {one.verdict.value} with one seed, "
                f"{two.verdict.value} with another"
                for one, two in pairs
                if one.verdict is not two.verdict
            ]
        return faults

    def _judged(self, mistake: Mutant, key: AnswerKey) -> tuple[list[CheckResult], Grading]:
        """The results of the checks of the mistake's function."""
        checks = [check for check in self.checks if check.function == mistake.function]
        submission = Submission(self.lesson.file_name, tuple(mistake.units))
        return self._grade(submission, key, checks)

    def _grade(
        self,
        submission: Submission,
        key: AnswerKey,
        checks: list[Check],
        lent: dict[str, bytes] | None = None,
    ) -> tuple[list[CheckResult], Grading]:
        units, siblings = submission.units, submission.siblings
        request = self.lesson.load_request(units, siblings, stand_ins=lent)
        with self._lane(request) as (student, examiner):
            grading = Grading(self.lesson, key, submission, student, examiner)
            return [grading.grade(check) for check in checks], grading

    def _costs_of_others(self, mistake: Mutant) -> list[str]:
        submission = Submission(self.lesson.file_name, tuple(mistake.units))
        with self._lane(self.lesson.load_request(submission.units)) as (student, examiner):
            grading = Grading(self.lesson, self.keys[0], submission, student, examiner)
            return costs_of_others(mistake, grading)

    @contextmanager
    def _lane(self, request: Load) -> Iterator[tuple[Implementation, Examiner]]:
        """What the request loads, and an examiner, on the next zygote that is free."""
        zygote, limits = self.free.get(), self.lesson.exercise.limits
        try:
            with (
                Implementation(zygote, request, limits) as implementation,
                Examiner(zygote, self.lesson) as examiner,
            ):
                yield implementation, examiner
        finally:
            self.free.put(zygote)

    def _right(self, path: Path) -> list[str]:
        faults = []
        graded = [(key, *self._grade(read_submission(path), key, self.checks)) for key in self.keys]
        for key, results, grading in graded:
            faults += not_passed(path, results, f" (seed {key.seed})")
            for check in filter(_has_tolerance, self.checks):
                self._measure(check, key, grading.diagnosis.outcomes.get(check.name, []))
        if len(self.keys) > 1:
            faults += self._right_when_lent(path)
        for check in (c for c in self.checks if hasattr(c.holds, "margin")):
            outcomes = graded[0][2].diagnosis.outcomes.get(check.name, [])
            faults += self._margins(path, check, outcomes[:1])
        return faults

    def _right_when_lent(self, path: Path) -> list[str]:
        """Checks that fail when right ones stand in for functions that others of the file use."""
        lent = {name: each.tree for name, each in self.keys[0].stand_ins.items()}
        if not lent:
            return []
        results, grading = self._grade(read_submission(path), self.keys[0], self.checks, lent)
        which = f"right {path.name}, lent a right {', '.join(lent)}"
        return [
            f"{which}: {r.name} {r.verdict.value}: {told_of(r)}"
            for r in results
            if r.verdict not in (Verdict.PASSED, Verdict.SKIPPED)
            # Where that itself has raised, a student is told nothing of it.
            and not (r.name in grading.failures and grading.failures[r.name].by_lent)
        ]

    def _margins(self, path: Path, check: Check, first: list[Outcome | Lost]) -> list[str]:
        """How far above a check's bar the file is, from several seeds for all random numbers.

        `first` is the outcome of the check from the seed 0.
        """
        submission, case = read_submission(path), self.keys[0].checks[check.name].cases[0]
        margins: list[float] = []
        for seed in range(self.seeds):
            request = self.lesson.load_request(submission.units, submission.siblings, seed)
            with self._lane(request) as (student, examiner):
                outcome = first[seed] if seed < len(first) else student.outcome(check, case)
                margins.append(margin(outcome, check, case, examiner))
        self.found.margins.setdefault(check.name, {})[path.stem] = margins
        asked = getattr(check.holds, "clearance", CLEARANCE)
        return [
            f"right {path.name}: {check.name} is below its bar with seed {seed}"
            if found < 0
            else f"right {path.name}: {check.name} is {found:.3f} above its bar with seed {seed}, "
            f"and {asked:g} are asked for"
            for seed, found in enumerate(margins)
            if found < asked
        ]

    def _measure(self, check: Check, key: AnswerKey, outcomes: list[Outcome | Lost]) -> None:
        expected = key.checks[check.name].expected
        pairs = zip(expected, outcomes, strict=False)
        worst = max((distance(e, o, check) for e, o in pairs), default=0.0)
        with self.writing:  # several lanes measure at once, and none may lose another's
            self.found.spreads[check.name] = max(self.found.spreads.get(check.name, 0.0), worst)

    def _wrong(self, path: Path) -> list[str]:
        mistake = Mutant.read(self.lesson, path)
        (results, first), *others = [self._judged(mistake, key) for key in self.keys]
        self.found.matrix[mistake.name] = results
        faults = faults_of_naming(mistake, results, first)
        if remark := remark_on_naming(mistake, results, self.keys[0]):
            self.found.remarks[mistake.name] = str(remark)
        verdicts = [result.verdict for result in results]
        if any([result.verdict for result in other] != verdicts for other, _ in others):
            self.differing.append(mistake)
        if mistake.function in self.keys[0].stand_ins and mistake.name in self.costing:
            faults += self._costs_of_others(mistake)
        for _, grading in others:
            if found := self._exposures(grading):
                most = max(found, key=lambda exposure: exposure.share)
                self.found.exposures[mistake.name] = most
        return faults

    def _exposures(self, grading: Grading) -> list[Exposure]:
        """How many inputs show the mistake, in each check that ran."""
        found = []
        with self._lane(self.lesson.load_request([])) as (_, examiner):
            for check in (c for c in self.checks if c.name in grading.diagnosis.outcomes):
                key, came = grading.key.checks[check.name], grading.diagnosis.outcomes[check.name]
                each = zip(key.expected, came, key.cases, strict=False)
                differs = [difference(e, o, check, i, examiner) is not None for e, o, i in each]
                found.append(Exposure(check.name, sum(differs), len(key.cases)))
        return found

    def _predicates_that_raise(self) -> list[str]:
        """Predicates that raise where the reference's arrays come as lists: that is as right."""
        faults = []
        request = self.lesson.load_request([self.lesson.unit(self.lesson.reference)])
        with self._lane(request) as (reference, examiner):
            for check in (check for check in self.checks if check.holds is not None):
                case = self.keys[0].checks[check.name].cases[0]
                outcome = reference.outcome(check, case)
                try:
                    if isinstance(outcome, Returned):
                        examiner.said(check, as_lists(outcome.value), case)
                except PredicateError as error:
                    faults.append(f"{error} (it was given lists in place of arrays)")
        return faults

    def _stub(self, path: Path) -> list[str]:
        results, _ = self._grade(read_submission(path), self.keys[0], self.checks)
        return [
            f"the stub: {result.name} is {result.verdict.value}"
            for result in results
            if result.verdict is not Verdict.NOT_ATTEMPTED
        ]


def _has_tolerance(check: Check) -> bool:
    return check.asks is Asks.VALUES and check.holds is None and not check.raises


def margin(outcome: Outcome | Lost, check: Check, case: Inputs, examiner: Examiner) -> float:
    """How far above its bar a check's outcome is; far below for one that is no value."""
    if not isinstance(outcome, Returned):
        return -math.inf
    found = examiner.margin(check, outcome.value, case)
    return -math.inf if isinstance(found, Lost) else found
