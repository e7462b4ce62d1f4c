"""Coursera's `feedback.json` of a custom grader: a share of the points, and a text."""

import json
from collections.abc import Sequence

from grader.formats._excerpt import render as excerpt
from grader.formats._options import DEFAULT, Options
from grader.formats._plain import about, fraction, is_graded
from grader.report import Report
from grader.text import Words

PLACE = "/shared/feedback.json"


def render(report: Report, options: Options = DEFAULT) -> str:
    """One report."""
    return render_all([report], options)


def render_all(reports: Sequence[Report], options: Options = DEFAULT) -> str:
    """Several reports as one."""
    words = Words(options.language)
    parts = [p for each in reports for p in (about(each, words), excerpt(each, options))]
    made = {
        "fractionalScore": fraction(reports) if is_graded(reports) else 0,
        "feedback": "\n\n".join(part.strip("\n") for part in parts if part.strip()),
    }
    return json.dumps(made, ensure_ascii=False) + "\n"
