"""Known mistakes, judged as a student's file is."""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

from grader.build.mutants import Mutant
from grader.build.progress import Progress
from grader.course import AnswerKey, Lesson, must_fit
from grader.errors import UsageError
from grader.judge import Submission, judge
from grader.report import Report, Verdict
from grader.sandbox import Workers, start
from grader.text import Message

LANES = min(4, os.cpu_count() or 1)


@dataclass(frozen=True)
class Seen:
    """A known mistake, and the report that its student gets on the function."""

    path: Path
    mistake: Mutant
    report: Report

    @property
    def note(self) -> Message | None:
        """What its author would not see in the report; None where its own hint is shown."""
        failing = [c for c in self.report.checks if c.verdict not in (Verdict.PASSED, *_SILENT)]
        told = [check.mistake for check in failing if check.mistake]
        if not failing:
            return Message("it loses no points")
        if not told:
            return Message("its hint is not shown: `grader verify` says whether that is a fault")
        if told[0].hints != self.mistake.hints:
            return Message("it gets the hint of {name}", name=told[0].name)
        return None


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
            known = ", ".join(path.stem for path in files) or Message("none")
            raise UsageError(
                "there is no wrong/{name}.py in {solution} (there is: {known})",
                name=stem,
                solution=lesson.solution,
                known=known,
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

    def seen(mistake: Mutant) -> Report:
        zygote = free.get()
        try:
            submission = Submission(f"{mistake.name}.py", tuple(mistake.units))
            return judge(lesson, key, submission, zygote, only=[mistake.function])
        finally:
            free.put(zygote)

    reports = []
    with ExitStack() as stack:
        for _ in range(min(LANES, len(mistakes))):
            free.put(stack.enter_context(start(lesson.exercise.framework)))
        with ThreadPoolExecutor(LANES) as lanes:
            done = lanes.map(seen, mistakes)
            for number, (mistake, report) in enumerate(zip(mistakes, done, strict=True)):
                reports.append(report)
                progress(mistake.name, number + 1, len(mistakes))
    return [Seen(*each) for each in zip(paths, mistakes, reports, strict=True)]
