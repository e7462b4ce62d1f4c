"""One check of a report by itself, and what a report says beside its checks.

This is for who shows each check in a place of its own, as pytest does.
"""

from collections.abc import Iterator

from rich.text import Text

from grader.formats._look import Part, View, check_line, details, indented
from grader.formats._options import DEFAULT, Options
from grader.formats._words import about_the_file
from grader.formats.terminal import head, printed
from grader.report import CheckResult, Report, Status
from grader.text import Message, Words, clean


def render(check: CheckResult, report: Report, options: Options = DEFAULT) -> str:
    """Its line, and all that is known of it.

    Where there is no example, what is wrong with the file as a whole can be the cause.
    """
    return printed(_check(check, View(report, options, Words(options.language))), options)


def beside(report: Report, most: int, options: Options = DEFAULT) -> str:
    """Which file it was, what is wrong with it as a whole, and the score.

    `most` is how many checks the exercise has: where the report has fewer, the score says so.
    """
    view = View(report, options, Words(options.language))
    return printed([*head(view), _score(report, most, view.words)], options)


def _check(check: CheckResult, view: View) -> Iterator[Part]:
    yield check_line(check, view.options.verbose)
    yield from details(check, view, by=2)
    if check.counterexample is None:
        for problem in view.report.problems:
            yield indented(Text(clean(about_the_file(problem, view.words)), "yellow"))


def _score(report: Report, most: int, words: Words) -> Text:
    if report.status is not Status.GRADED:
        reason = report.reason or Message("no reason was given")
        text = words("not graded, by no fault of the file: {reason}", reason=reason)
        return Text(clean(text), "magenta")
    made = Text(words("score"), "bold green" if report.passed else "bold")
    made.append(f" {report.score:g} / {report.max_score:g}")
    if (count := len(report.checks)) < most:
        some = words("({count} of {most} checks)", count=count, most=most)
        made.append(f" {some}", "not bold")
    return made
