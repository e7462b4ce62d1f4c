"""What a CodeRunner template grader prints: a combinator's JSON, with a table of the checks.

<https://github.com/trampgeek/moodle-qtype_coderunner#combinator-template-grading>. The column
`iscorrect` is CodeRunner's own, and gives each row its mark; the others are shown as they are, each
in a `<pre>`. A field that CodeRunner doesn't know, a fraction outside of 0 to 1, and a program that
ends with another exit code than 0 are errors there.
"""

from collections.abc import Sequence
from html import escape

from grader.formats._options import DEFAULT, Options
from grader.formats._plain import about, fraction, is_graded, is_passed, told
from grader.formats.json import as_text
from grader.report import Report
from grader.text import Words


def render(report: Report, options: Options = DEFAULT) -> str:
    """One report."""
    return render_all([report], options)


def render_all(reports: Sequence[Report], options: Options = DEFAULT) -> str:
    """Several reports as one question."""
    words = Words(options.language)
    whole = "\n".join(text for report in reports if (text := about(report, words)))
    prologue = f"<pre>{escape(whole)}</pre>" if whole else ""
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
            "graderstate": "graded",
        }
    )


def _written(made: dict[str, object]) -> str:
    """In one line: whatever is printed besides makes it no JSON."""
    return as_text(made, indent=None)
