"""What a CodeRunner template grader prints: a combinator's JSON, with a table of the checks.

<https://coderunner.org.nz>, "combinator template graders". The table's column `iscorrect` is
CodeRunner's own, and gives each row its mark.
"""

import json
from collections.abc import Sequence
from html import escape

from grader.formats._options import DEFAULT, Options
from grader.formats._plain import about, fraction, is_graded, is_passed, told
from grader.report import Report
from grader.text import Words


def render(report: Report, options: Options = DEFAULT) -> str:
    """One report."""
    return render_all([report], options)


def render_all(reports: Sequence[Report], options: Options = DEFAULT) -> str:
    """Several reports as one question."""
    words = Words(options.language)
    whole = "\n".join(text for report in reports if (text := about(report, words)))
    prologue = f"<p>{escape(whole)}</p>" if whole else ""
    if not is_graded(reports):
        return _written({"fraction": 0, "prologuehtml": prologue, "graderstate": "ungraded"})
    head = ["iscorrect", words("check"), words("points"), words("what was found")]
    rows = [
        [
            int(is_passed(check)),
            check.title,
            f"{check.points:g} / {check.max_points:g}",
            told(check, report, options),
        ]
        for report in reports
        for check in report.checks
    ]
    return _written(
        {
            "fraction": fraction(reports),
            "prologuehtml": prologue,
            "testresults": [head, *rows],
            "columnformats": ["%s", "%s", "%s", "%s"],
            "graderstate": "graded",
        }
    )


def _written(made: dict[str, object]) -> str:
    return json.dumps(made, ensure_ascii=False) + "\n"
