"""Exercism's `results.json`, version 3: tests in the order of the file, and no points.

<https://exercism.org/docs/building/tooling/test-runners/interface>. Its status is `error` where no
test was executed, for a syntax error in the file too, and then it has a message. The limits of a
message and of a test's output stand there. A runner exits with 0, whatever the tests show.
"""

from collections.abc import Sequence

from grader.formats._options import DEFAULT, Options
from grader.formats._plain import about, headline, is_graded, is_passed, is_unread, told
from grader.formats.json import as_text
from grader.report import CheckResult, Report, Verdict
from grader.text import Words, plain

VERSION = 3
_MESSAGE, _OUTPUT = 65_535, 500
"""Characters of a message and of what was printed."""

_CUT = "\nOutput was truncated. Please limit to 500 chars"
"""Exercism's own words, for it shows them."""


def render(report: Report, options: Options = DEFAULT) -> str:
    """One report."""
    return render_all([report], options)


def render_all(reports: Sequence[Report], options: Options = DEFAULT) -> str:
    """Several reports; each function is a task, counted from 1."""
    words = Words(options.language)
    checks = [(report, check) for report in reports for check in report.checks]
    tasks = list(dict.fromkeys((report.exercise, check.function) for report, check in checks))
    if not checks or not is_graded(reports) or all(map(is_unread, reports)):
        message = "\n".join(dict.fromkeys(part for r in reports for part in _whole(r, words)))
        return _written("error", [], message or words("no check was run"))
    tests = [
        _test(check, report, tasks.index((report.exercise, check.function)) + 1, options)
        for report, check in checks
    ]
    return _written("pass" if all(is_passed(check) for _, check in checks) else "fail", tests)


def _whole(report: Report, words: Words) -> list[str]:
    """Why no test was executed."""
    parts = [about(report, words)]
    if is_unread(report):
        parts.append(headline(report.checks[0], words))
    return [part for part in parts if part]


def _written(status: str, tests: list[dict[str, object]], message: str = "") -> str:
    made: dict[str, object] = {"version": VERSION, "status": status}
    if message:
        made["message"] = message[:_MESSAGE]
    return as_text(made | {"tests": tests})


def _test(check: CheckResult, report: Report, task: int, options: Options) -> dict[str, object]:
    made: dict[str, object] = {
        "name": check.title,
        "test_code": plain(check.counterexample.try_it) if check.counterexample else "",
        "status": "pass" if is_passed(check) else "fail",
        "task_id": task,
    }
    if check.verdict in (Verdict.ERROR, Verdict.TIMEOUT, Verdict.CRASHED):
        made["status"] = "error"
    if not is_passed(check):
        made["message"] = told(check, report, options)[:_MESSAGE]
    if output := plain(check.output):
        fits = len(output) <= _OUTPUT
        made["output"] = output if fits else output[: _OUTPUT - len(_CUT)] + _CUT
    return made
