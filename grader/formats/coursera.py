"""Coursera's `feedback.json` of a custom grader: a share of the points, and a text.

<https://github.com/coursera/programming-assignments-demo> has graders that write it, to
`/shared/feedback.json`, with `fractionalScore` (0 to 1) and `feedback`.
"""

from collections.abc import Iterator, Sequence

from grader.formats._look import MARKS, points
from grader.formats._options import DEFAULT, Options
from grader.formats._plain import about, fraction, is_graded, told
from grader.formats.json import as_text
from grader.report import Report, Verdict
from grader.text import Words

PLACE = "/shared/feedback.json"


def render(report: Report, options: Options = DEFAULT) -> str:
    """One report."""
    return render_all([report], options)


def render_all(reports: Sequence[Report], options: Options = DEFAULT) -> str:
    """Several reports as one."""
    graded = is_graded(reports)
    made = {
        "fractionalScore": fraction(reports) if graded else 0,
        "feedback": "\n\n".join(text for each in reports for text in _parts(each, options, graded)),
    }
    return as_text(made, indent=None)


def _parts(report: Report, options: Options, graded: bool) -> Iterator[str]:
    """What concerns the file, and each check with what is to be said of it."""
    if whole := about(report, Words(options.language)):
        yield whole
    for check in report.checks if graded else ():
        text = f"{MARKS[check.verdict][0]} {check.title} ({points(check)})"
        more = "" if check.verdict is Verdict.PASSED else told(check, report, options)
        yield f"{text}\n{more}" if more else text
