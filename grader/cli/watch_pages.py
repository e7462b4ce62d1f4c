"""The pages of `grader watch`: a report, a hint, the list, and what is said when all is done."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from grader import formats
from grader.cli import path_table
from grader.cli.watch_view import Page
from grader.text import Message, Words, clean

if TYPE_CHECKING:
    from grader.cli.hints import Told
    from grader.course import Course, Lesson
    from grader.report import Report


@dataclass(frozen=True)
class Pages:
    """Makes pages on an exercise in one language, `of_author` from what the author wrote to the
    same in it. `nudges` tells that a hint comes by levels.
    """

    lesson: "Lesson"
    words: Words
    of_author: Mapping[str, str]
    color: bool
    nudges: bool

    def report(self, report: "Report", pending: Mapping[str, str] | None = None) -> Page:
        """What is being worked on, and the rest in a line each."""
        render, told = formats.watched(), self._told(report)
        hinted = self._hinted(report)
        return lambda columns: ["", *_lines(render(told, self._options(columns, hinted), pending))]

    def every(self, report: "Report") -> Page:
        """Every check, whole. Each names the command for its hint: the key is for one of them."""
        render, told = formats.named("terminal"), self._told(report)
        hinted = self._hinted(report)
        return lambda columns: _lines(render(told, self._options(columns, hinted, every=True)))[1:]

    def hint(self, told: "Told") -> Page:
        """The levels of a hint that have been asked for."""
        end, levels = told.end(Message("h says more")), told.levels_in(self.of_author)

        def page(columns: int) -> list[str]:
            shown = formats.hint()(told.check, levels, self._options(columns))
            return ["", *_lines(shown), "", self._styled(self.words(end), "2")]

        return page

    def list(self, course: "Course") -> Page:
        """The exercises of the course, with what is done."""
        return lambda columns: ["", *path_table.lines(course, columns, self.words)]

    def passed(self, report: "Report", following: str) -> Page:
        """What is said where everything passes; `following` is what comes next on the path."""
        title = self.of_author.get(report.title, report.title)
        done = self.words("Everything passes: {title} is done.", title=title)
        then = Message("That was the last one: the whole course is done.")
        if following:
            then = Message("n goes on to {exercise}.", exercise=following)
        first = self._styled(f"✓ {clean(done)}", "1;32")
        last = self._styled(clean(self.words(then)), "1")
        shown = self.report(report)
        return lambda columns: ["", first, *shown(columns), "", last]

    def said(self, *messages: Message) -> Page:
        """A few sentences, where there is no report yet."""
        return lambda _: ["", *(f"  {clean(self.words(message))}" for message in messages)]

    def _told(self, report: "Report") -> "Report":
        from grader.judge import localized

        return localized(report, self.of_author)

    def _styled(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.color else text

    def _hinted(self, report: "Report") -> frozenset[str]:
        from grader.practice import hinted

        return hinted(report, self.lesson) if self.nudges else frozenset()

    def _options(
        self, columns: int, hinted: frozenset[str] = frozenset(), *, every: bool = False
    ) -> formats.Options:
        return formats.Options(
            every,
            self.color,
            columns,
            self.words.language,
            nudges=self.nudges,
            hinted=hinted,
            more="" if every else "h",
        )


def focus_of(report: "Report") -> str | None:
    """The check of which a report says most: the first that fails, or else that is not written."""
    from grader.report import Verdict

    passive = (Verdict.PASSED, Verdict.SKIPPED, Verdict.UNGRADED)
    found = [check for check in report.checks if check.verdict not in passive]
    found.sort(key=lambda check: check.verdict is Verdict.NOT_ATTEMPTED)
    return found[0].name if found else None


def _lines(text: str) -> list[str]:
    return text.strip("\n").split("\n")
