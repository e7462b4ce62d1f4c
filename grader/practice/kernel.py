"""`%grade` in a notebook: the cells that were executed are graded as a file is.

    %load_ext grader
    %grade ex1                all of exercise 1
    %grade ex1 softmax        one function of it
    %%grade softmax           above a cell: it is executed, and then graded

The source is what was executed in the kernel, in that order; of a name that was defined twice, the
last definition counts. It runs in a worker, as a file does, and not in the kernel. What imports the
framework is started by the first of these lines, stays warm, and ends with the kernel.
"""

import atexit
import json
import os
import shlex
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from grader import formats
from grader.course import Course, Lesson, find, named, read_key
from grader.errors import GraderError, UsageError
from grader.judge import Submission, judge, parse_submission
from grader.report import Report, Tier
from grader.sandbox import Workers, start

_NAME = "notebook.ipynb"
_CELL = "%%grade"


class Kernel:
    """What the magic keeps between two cells: warm workers, and which exercise was meant last."""

    def __init__(self, shell: Any):
        self._shell = shell
        self._workers: dict[str, Workers] = {}
        self._exercise = ""
        self._stack = ExitStack()
        atexit.register(self._stack.close)

    def grade(self, line: str, cell: str | None = None) -> None:
        """Grade what the line names; a cell below it is executed first."""
        if cell is not None:
            self._shell.run_cell(cell)
        try:
            report = self._report(shlex.split(line))
        except GraderError as error:
            print(f"grader: {error}")
            return
        _show(report)

    def _report(self, words: Sequence[str]) -> Report:
        lesson, names = self._meant(words)
        framework = lesson.exercise.framework
        if framework not in self._workers:
            started = start(framework, Tier.OPEN)
            self._workers[framework] = self._stack.enter_context(started)
        workers = self._workers[framework]
        return judge(lesson, read_key(lesson.key_path), self._source(lesson), workers, only=names)

    def _meant(self, words: Sequence[str]) -> tuple[Lesson, list[str]]:
        """The exercise, and the checks or functions of it; the exercise need not be named."""
        course = _course()
        if words and course.has(words[0]):
            self._exercise, names = words[0], list(words[1:])
        else:
            names = list(words)
            self._exercise = self._having(course, names)
        lesson = course.lesson(self._exercise)
        known = _names(lesson)
        for name in names:
            if name not in known:
                raise UsageError(
                    "{exercise} has no check and no function {name}; it has {known}",
                    exercise=lesson.exercise.name,
                    name=repr(name),
                    known=", ".join(lesson.exercise.functions),
                )
        return lesson, names

    def _having(self, course: Course, names: list[str]) -> str:
        """The exercise that was graded last, or else the only one that has these names."""
        lessons = [lesson for lesson in course.path if {*names} <= {*_names(lesson)}]
        fitting = [lesson.exercise.name for lesson in lessons]
        if self._exercise in fitting:
            return self._exercise
        if len(fitting) == 1 and names:
            return fitting[0]
        raise UsageError(
            "which exercise is meant? name it: %grade {exercise} {names}",
            exercise=(fitting or ["ex1"])[0],
            names=" ".join(names),
        )

    def _source(self, lesson: Lesson) -> Submission:
        """What was executed, as a notebook whose cells have the numbers of `In`."""
        executed = [_plain(text) for text in self._shell.history_manager.input_hist_raw[1:]]
        cells = [{"cell_type": "code", "metadata": {}, "source": text} for text in executed]
        document = {"nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": cells}
        data = json.dumps(document).encode()
        return parse_submission(Path.cwd() / _NAME, data, lesson.exercise.given)


def load(shell: Any) -> None:
    """Give the shell the magic."""
    shell.register_magic_function(Kernel(shell).grade, "line_cell", "grade")


def _plain(cell: str) -> str:
    """A cell without the line that has it graded, which would leave it out."""
    first, _, rest = cell.lstrip().partition("\n")
    return rest if first.startswith(_CELL) else cell


def _course() -> Course:
    variable = os.environ.get("GRADER_COURSE")
    return named(Path(variable), "GRADER_COURSE") if variable else find(Path.cwd())


def _names(lesson: Lesson) -> list[str]:
    return [*lesson.exercise.functions, *(check.name for check in lesson.exercise.checks)]


def _show(report: Report) -> None:
    """The report as HTML, and as text where there is no HTML."""
    from IPython.display import display

    shown = {
        "text/html": formats.named("html")(report, formats.Options()),
        "text/plain": formats.named("terminal")(report, formats.Options()),
    }
    display(shown, raw=True)
