"""Exercism's `results.json`, version 3: tests in the order of the file, and no points."""

import json
from collections.abc import Sequence

from grader.formats._options import DEFAULT, Options
from grader.formats._plain import about, is_graded, is_passed, told
from grader.report import CheckResult, Report, Verdict
from grader.text import Words

VERSION = 3
_MESSAGE, _OUTPUT = 65_535, 500
"""Characters of a message and of what was printed."""


def render(report: Report, options: Options = DEFAULT) -> str:
    """One report."""
    return render_all([report], options)


def render_all(reports: Sequence[Report], options: Options = DEFAULT) -> str:
    """Several reports; each function is a task, counted from 1."""
    made = as_object(reports, options)
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def as_object(reports: Sequence[Report], options: Options) -> dict[str, object]:
    """The same as plain dicts and lists."""
    words = Words(options.language)
    checks = [(report, check) for report in reports for check in report.checks]
    tasks = list(dict.fromkeys((report.exercise, check.function) for report, check in checks))
    if not is_graded(reports) or not checks:
        message = "\n".join(about(report, words) for report in reports)
        return {
            "version": VERSION,
            "status": "error",
            "message": message[:_MESSAGE] or words("no check was run"),
            "tests": [],
        }
    tests = [
        _test(check, report, tasks.index((report.exercise, check.function)) + 1, options)
        for report, check in checks
    ]
    passed = all(is_passed(check) for _, check in checks)
    return {"version": VERSION, "status": "pass" if passed else "fail", "tests": tests}


def _test(check: CheckResult, report: Report, task: int, options: Options) -> dict[str, object]:
    made: dict[str, object] = {
        "name": check.title,
        "test_code": check.counterexample.try_it if check.counterexample else "",
        "status": "pass" if is_passed(check) else "fail",
        "task_id": task,
    }
    if check.verdict in (Verdict.ERROR, Verdict.TIMEOUT, Verdict.CRASHED):
        made["status"] = "error"
    if not is_passed(check):
        made["message"] = told(check, report, options)[:_MESSAGE]
    if check.output:
        made["output"] = check.output[:_OUTPUT]
    return made
