"""What pytest collects: a file that is graded, and in it an item for each check."""

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import Any

import pytest

from grader import formats
from grader.authoring import Check
from grader.cli.as_tests.asked import Asked
from grader.cli.as_tests.bench import Bench, Graded, read
from grader.cli.as_tests.told import one_line, said
from grader.cli.language import fault
from grader.errors import GraderError
from grader.report import CheckResult, Verdict
from grader.text import clean


class NotGraded(Exception):
    """A check is ungraded, which is an error and no failure of the file's."""


class GradedFile(pytest.File):
    """A file, as a collection of the checks that it is graded by."""

    def __init__(self, *, asked: Asked, bench: Bench, **kwargs: Any):
        super().__init__(**kwargs)
        self.bench, self.exercise = bench, asked.work.lesson.exercise
        self._asked = asked

    def collect(self) -> Iterator["CheckItem"]:
        """An item for each check, in the exercise's order. Nothing of the file is executed."""
        words = self.bench.words
        try:
            self._subject = read(self._asked)
        except GraderError as error:
            raise self.CollectError(f"grader: {said(error, words)}") from None
        translated = self._subject.key.words.get(words.language, {})
        for check in self.exercise.checks:
            title = translated.get(check.title, check.title)
            yield CheckItem.from_parent(self, name=check.name, check=check, title=title)

    def graded(self) -> Graded:
        """Its report on all of its checks that this session runs. The first call grades it."""
        only = [item.name for item in self.session.items if item.parent is self]
        return self.bench.graded(self._subject, only)

    @cached_property
    def beside(self) -> list[str]:
        """What the report says beside the checks, plain and in colours: the file, and the score."""
        graded, most = self.graded(), len(self.exercise.checks)
        render = formats.beside()
        looks = (replace(graded.options, color=color) for color in (False, True))
        return [render(graded.report, most, look).rstrip("\n") for look in looks]

    def line_of(self, function: str) -> int | None:
        """On which line the function seems to be defined. Cells of a notebook have no lines of it.

        This is for editors, which list checks before anything is graded: only a worker parses.
        """
        units = self._subject.submission.units
        if len(units) != 1 or units[0].cell:
            return None
        name, source = re.escape(function), units[0].source
        defined = rf"(?:async[ \t]+)?def[ \t]+{name}\b|class[ \t]+{name}\b|{name}[ \t]*=(?!=)"
        found = [*re.finditer(rf"^(?:{defined})", source, re.MULTILINE)]
        return source.count("\n", 0, found[-1].start()) + 1 if found else None


class CheckItem(pytest.Item):
    """A check. Its `result` is there when it was set up: that is when the file is graded."""

    def __init__(self, *, check: Check, title: str, **kwargs: Any):
        super().__init__(**kwargs)
        assert isinstance(self.parent, GradedFile)
        self.file, self.check, self.title = self.parent, check, title
        self.line = self.file.line_of(check.function)
        self.result: CheckResult | None = None
        self.extra_keyword_matches |= {self.file.exercise.name, check.function}

    def __repr__(self) -> str:
        return f"<Check {self.name}: {self.title} ({self.check.points:g})>"

    def setup(self) -> None:
        """Have the file graded, and take what is this check's. What is ungraded is an error."""
        report = self.file.graded().report
        self.result = result = next(each for each in report.checks if each.name == self.name)
        place = {}
        if result.place is not None:
            place = {"file": result.place.unit, "line": f"{result.place.line}"}
            self.line = result.place.line if result.place.unit == self.path.name else None
        points = {"points": f"{result.points:g}", "max_points": f"{result.max_points:g}"}
        self.user_properties[:] = ({"title": self.title} | points | place).items()
        if result.verdict is Verdict.UNGRADED:
            raise NotGraded

    def runtest(self) -> None:
        """Pass, or raise what is taken for a skip or for a failure, by editors too."""
        assert self.result is not None
        if self.result.verdict is Verdict.SKIPPED:
            pytest.skip(one_line(self.result, self.file.bench.words))
        if self.result.verdict is not Verdict.PASSED:
            raise AssertionError(one_line(self.result, self.file.bench.words))

    def reportinfo(self) -> tuple[os.PathLike[str], int | None, str]:
        """Where the function is defined, as far as that is known, counted from 0."""
        return self.path, None if self.line is None else self.line - 1, self.name

    def fault(self, error: BaseException) -> str:
        """In one line what kept it from being graded; empty where pytest's trace tells more."""
        words = self.file.bench.words
        if isinstance(error, GraderError):
            return f"grader: {said(error, words)}"
        if not isinstance(error, Exception) or os.environ.get("GRADER_DEBUG"):
            return ""
        return f"grader: {clean(words(fault(error)))}"

    @property
    def shown(self) -> list[str]:
        """All that the report says of this check, plain and in colours."""
        graded, render = self.file.graded(), formats.single()
        looks = (replace(graded.options, color=color) for color in (False, True))
        return [render(self.result, graded.report, look).rstrip("\n") for look in looks]
