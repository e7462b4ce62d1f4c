"""Grades each file once, for all of its checks that were selected."""

from argparse import Namespace
from collections.abc import Collection
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from grader import formats, practice
from grader.cli import live, progress_notes, ready, suggest
from grader.cli.as_tests.asked import Asked
from grader.course import AnswerKey, must_fit, read_key
from grader.judge import Submission, judge, read_submission
from grader.report import Report, Tier
from grader.sandbox import Workers, start
from grader.text import Words

_SHRINK = 100
"""How many calls are spent on a smaller failing input, as `grader check` does."""


@dataclass(frozen=True)
class Subject:
    """A file that was read, and its key."""

    asked: Asked
    submission: Submission
    key: AnswerKey


@dataclass(frozen=True)
class Graded:
    """What came of it, and how it is to be shown."""

    report: Report
    options: formats.Options


def read(asked: Asked) -> Subject:
    """Read a file and its key; raises GraderError where there is nothing to grade, or no key."""
    lesson = asked.work.lesson
    submission = read_submission(asked.work.path, given=lesson.exercise.given)
    key = read_key(lesson.key_path)
    must_fit(key, lesson)
    return Subject(asked, submission, key)


class Bench:
    """What grades. Its workers are started by the first file that needs them, and end with it."""

    def __init__(self, options: formats.Options, course: Path | None):
        self._options, self._course = options, course
        self.words = Words(options.language)
        self._workers: dict[str, Workers] = {}
        self._stack = ExitStack()
        self._graded: dict[Path, Graded] = {}

    def close(self) -> None:
        """End the workers."""
        self._stack.close()

    def graded(self, subject: Subject, only: Collection[str]) -> Graded:
        """The file's report on these checks. It is graded at the first call."""
        path = subject.asked.path
        if path not in self._graded:
            self._graded[path] = self._grade(subject, only)
        return self._graded[path]

    def _grade(self, subject: Subject, only: Collection[str]) -> Graded:
        work, lesson = subject.asked.work, subject.asked.work.lesson
        workers = self._workers_for(lesson.exercise.framework)
        shrink = live.shrinking(lesson, workers, _SHRINK)
        report = judge(lesson, subject.key, subject.submission, workers, only=only, shrink=shrink)
        home = practice.above(work.path.parent)
        whole = {check.name for check in lesson.exercise.checks} == {*only}
        progress_notes.remember(report, lesson, home, self.words, whole=whole)
        args = Namespace(course=self._course, isolation=Tier.OPEN.value)
        arguments = suggest.arguments(work, args, named=subject.asked.named)
        options = replace(self._options, arguments=arguments, nudges=home is not None)
        words = subject.key.words.get(options.language, {})
        return Graded(ready.for_the_reader(report, work, words), options)

    def _workers_for(self, framework: str) -> Workers:
        if framework not in self._workers:
            self._workers[framework] = self._stack.enter_context(start(framework, Tier.OPEN))
        return self._workers[framework]
