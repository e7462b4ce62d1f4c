"""A student's work on one exercise: the file that was saved last is graded, beside the screen."""

import os
import time
from collections.abc import Callable
from pathlib import Path

from grader.cli import here, language
from grader.course import Lesson, read_key
from grader.errors import GraderError, SubmissionError
from grader.judge import UNREADABLE, Memo, Submission, judge, make_report, read_submission
from grader.practice import Home, Run, Saves, signatures
from grader.report import CheckResult, Problem, Report
from grader.sandbox import Workers
from grader.text import Message

_COURSE_S = 1.0
"""How often the exercise's own files are looked at, which hardly ever change."""


class Work:
    """Watches the file and the notebook of an exercise. `tell` is called when a grading has news.

    `fault` says why the file that was saved last could not be graded, where it could not.
    """

    def __init__(self, lesson: Lesson, home: Home | None, tell: Callable[[], None]):
        self.lesson, self._tell = lesson, tell
        self._key = read_key(lesson.key_path)
        self.paths = _files(lesson, home)
        self.graded: Path | None = None
        """The file that was graded last, or is being graded."""
        self.run: Run | None = None
        self.fault: Message | None = None
        self.is_repeated = False
        """Whether everything is asked once more, since some of it was known from before."""
        self._saves = Saves(self.paths)
        self._saved: Path | None = None
        self._memos: dict[Path, Memo] = {}
        self._course, self._looked = signatures(self._course_files()), time.monotonic()

    def _course_files(self) -> list[Path]:
        lesson = self.lesson
        names = ["checks.py", *lesson.given_files]
        return [lesson.key_path, *(lesson.folder / name for name in names)]

    @property
    def shown(self) -> str:
        """The file that is graded, as it is seen from here."""
        return os.path.relpath(self.graded or self.paths[0])

    @property
    def is_gone(self) -> bool:
        """Whether the file that was graded last is there no more."""
        return self.graded is not None and not self.graded.exists()

    # --- what has changed ----------------------------------------------------------------------

    def look(self) -> None:
        """See whether something was saved. It ends a grading that goes on."""
        if saved := self._saves.latest():
            self._saved, self.is_repeated = saved, False
        if self._saved is not None and self.run is not None:
            self.run.stop()

    def course_has_changed(self) -> bool:
        """Whether the exercise's own files are others than before."""
        if time.monotonic() - self._looked < _COURSE_S:
            return False
        self._looked = time.monotonic()
        before, self._course = self._course, signatures(self._course_files())
        return self._course != before

    def again(self) -> None:
        """Ask everything anew; a file that is gone is waited for."""
        self._memos.clear()
        self._saved = None if self.is_gone else self.graded
        self.is_repeated = False

    # --- gradings ------------------------------------------------------------------------------

    def ended(self) -> Run | None:
        """The grading that has ended since this was asked before, unless it was stopped."""
        run = self.run
        if run is None or run.is_alive():
            return None
        self.run = None
        return None if run.is_stopped else run

    def begin(self, workers: Callable[[], Workers]) -> bool:
        """Begin to grade what was saved, if no grading goes on; whether something was begun."""
        if self.run is not None or self._saved is None:
            return False
        path, self._saved = self._saved, None
        self.graded, self.fault = path, None
        try:
            submission = read_submission(path, given=self.lesson.exercise.given)
        except SubmissionError as error:
            self.fault = error.messages[0]
            if path.is_dir():
                self.fault = Message("{file} is a folder; a file is graded", file=path.name)
            return True
        self._saves.uses(path, _modules(path, submission))
        if all(not unit.source.strip() for unit in submission.units if not unit.prose):
            self.fault = _of_the_file(submission.problems)
            return True
        self._start(workers(), submission, path)
        return True

    def _start(self, workers: Workers, submission: Submission, path: Path) -> None:
        lesson, key = self.lesson, self._key
        memo = self._memos.setdefault(path, Memo())
        self._submission = submission.name

        def grade(run: Run) -> Report:
            def known(result: CheckResult) -> None:
                if result.message != UNREADABLE:  # a line will tell that
                    run.knows(result)

            workers, told = run.workers, run.begins
            return judge(lesson, key, submission, workers, told=told, memo=memo, known=known)

        self.run = Run(workers, grade, self._tell)
        self.run.start()

    def take(self, run: Run) -> Report | None:
        """The report of a grading that has ended; None where there is none, or none is to be shown:
        where the file can't be read, or where everything passes and is asked once more.
        """
        report = run.report
        if report is None:
            self.fault = _of_the_grader(run.error) if run.error else None
            return None
        if all(check.message == UNREADABLE for check in report.checks):
            self.fault = _of_the_file(report.problems)
            return None
        if report.passed and len(run.asked) < len(report.checks):
            self.again()
            self.is_repeated = True
            return None
        self.is_repeated = False
        return report

    def so_far(self, run: Run) -> tuple[Report, dict[str, str]]:
        """What is known of a grading that goes on; and of the checks that are still asked the names
        and functions.
        """
        known = {result.name: result for result in run.known}
        checks = self.lesson.exercise.checks
        results = [known[check.name] for check in checks if check.name in known]
        report = make_report(self.lesson, self._key, self._submission, results)
        return report, {check.name: check.function for check in checks if check.name not in known}

    def close(self) -> None:
        """End a grading that goes on."""
        if self.run is not None:
            self.run.stop()
            self.run.join()
            self.run = None


def _of_the_grader(error: Exception) -> Message:
    """What ended a grading, in one line."""
    return error.messages[0] if isinstance(error, GraderError) else language.fault(error)


def _of_the_file(problems: tuple[Problem, ...]) -> Message | None:
    """The first thing that is wrong with a file, in one line."""
    for found in problems:
        if not found.line:
            return Message("{file}: {problem}", file=found.where, problem=found.message)
        return Message(
            "{file}, line {line}: {problem}",
            file=found.where,
            line=found.line,
            problem=found.message,
        )
    return None


def _modules(path: Path, submission: Submission) -> list[Path]:
    """Where the modules lie that a file uses, and that lie beside it."""
    return [path.parent / f"{name.replace('.', '/')}.py" for name in submission.siblings]


def _files(lesson: Lesson, home: Home | None) -> list[Path]:
    """The file and the notebook that are watched: in the first folder that has one of them."""
    names = (lesson.file_name, lesson.notebook_name)
    folders = here.own_folders(lesson)
    there = [f for f in folders if any((f / name).is_file() for name in names)]
    folder = next(iter(there), home.folder(lesson) if home else folders[0])
    return [folder / name for name in names]
