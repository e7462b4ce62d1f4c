"""The checks of a report alone, as a terminal shows them: without a head and without the score."""

from grader.formats._look import View
from grader.formats._options import DEFAULT, Options
from grader.formats._short import short
from grader.formats.terminal import printed
from grader.report import Report
from grader.text import Words


def render(report: Report, options: Options = DEFAULT) -> str:
    """What a student sees of each function: the first failure whole, everything else a line."""
    view = View(report, options, Words(options.language))
    return printed(short(view, [*report.functions.values()]), options)
