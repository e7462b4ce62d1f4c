"""Known mistakes, judged as a student's file is."""

import itertools
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from queue import SimpleQueue

from grader.build.mutants import Mutant
from grader.build.mutation.round import LANES
from grader.build.naming import faults_of_naming, remark_on_naming
from grader.build.progress import Progress
from grader.course import AnswerKey, Lesson, must_fit
from grader.errors import UsageError
from grader.judge import Grading, Submission, judge
from grader.report import Report, Verdict
from grader.sandbox import Workers, start
from grader.text import Message


@dataclass(frozen=True)
class Seen:
    """A known mistake, and the report that its student gets on the function."""

    path: Path
    mistake: Mutant
    report: Report
    faults: tuple[str, ...] = ()
    """What `grader verify` says of what its student is told."""
    remark: Message | None = None
    """What it says of that, which is no fault."""

    @property
    def notes(self) -> list[Message]:
        """What its author would not see in the report; nothing where its own hint is shown."""
        if self.faults:
            return [Message("{fault}", fault=fault) for fault in self.faults]
        failing = [c for c in self.report.checks if c.verdict not in (Verdict.PASSED, *_SILENT)]
        told = [(check.name, check.mistake) for check in failing if check.mistake]
        if not failing:
            return [Message("it loses no points")]
        if any(mistake.hints == self.mistake.hints for _, mistake in told):
            return [self.remark] if self.remark else []
        if told:
            return [
                Message(
                    "the hint is what the predicate of {check} returns, and not its own",
                    check=told[0][0],
                )
            ]
        return [
            Message(
                "its hint is not shown, and that is no fault: what is said above it has the cause"
            )
        ]


_SILENT = (Verdict.SKIPPED, Verdict.NOT_ATTEMPTED)


def chosen_mistakes(lesson: Lesson, names: Sequence[str]) -> list[Path]:
    """The files of wrong/ that are named: by file, by its name, or by the function; else all."""
    files = lesson.solution_files("wrong")
    found: list[Path] = []
    for name in names:
        stem = Path(name).name.removesuffix(".py")
        of_function = stem in lesson.exercise.functions
        fitting = [p for p in files if p.stem == stem]
        if not fitting and of_function:
            fitting = [p for p in files if Mutant.read(lesson, p).function == stem]
        if not fitting:
            near = get_close_matches(stem, [path.stem for path in files], n=3, cutoff=0.0)
            raise UsageError(
                "there is no wrong/{name}.py in {solution} (there is {near}, among {count}; a "
                "function names all of its own)",
                name=stem,
                solution=lesson.solution,
                near=", ".join(near) or Message("none"),
                count=len(files),
            )
        found += [path for path in fitting if path not in found]
    return found if names else files


def see_mistakes(
    lesson: Lesson, key: AnswerKey, paths: Sequence[Path], progress: Progress
) -> list[Seen]:
    """Judge each of these files on the checks of its function, several at once."""
    must_fit(key, lesson)
    mistakes = [Mutant.read(lesson, path) for path in paths]
    free: SimpleQueue[Workers] = SimpleQueue()

    def seen(mistake: Mutant) -> tuple[Report, tuple[str, ...], Message | None]:
        zygote, gradings = free.get(), list[Grading]()
        try:
            submission = Submission(f"{mistake.name}.py", tuple(mistake.units))
            report = judge(
                lesson, key, submission, zygote, only=[mistake.function], ended=gradings.append
            )
        finally:
            free.put(zygote)
        faults = (faults_of_naming(mistake, report.checks, each) for each in gradings[-1:])
        return (
            report,
            tuple(itertools.chain(*faults)),
            remark_on_naming(mistake, report.checks, key),
        )

    judged = []
    with ExitStack() as stack:
        for _ in range(min(LANES, len(mistakes))):
            free.put(stack.enter_context(start(lesson.exercise.framework)))
        with ThreadPoolExecutor(LANES) as lanes:
            done = lanes.map(seen, mistakes)
            for number, (mistake, found) in enumerate(zip(mistakes, done, strict=True)):
                judged.append(found)
                progress(mistake.name, number + 1, len(mistakes))
    each = zip(paths, mistakes, judged, strict=True)
    return [Seen(path, mistake, *found) for path, mistake, found in each]
