"""One submission in, a report out."""

from grader.judge.compare import (
    NOT_IMPLEMENTED,
    Failure,
    alike,
    as_array,
    difference,
    plain,
    spread,
)
from grader.judge.grading import Grading, Shrink, checks_to_run, judge, make_report, not_run
from grader.judge.implementation import Implementation
from grader.judge.submission import (
    Submission,
    code_cells,
    limit_of,
    parse_submission,
    read_submission,
)

__all__ = [
    "NOT_IMPLEMENTED",
    "Failure",
    "Grading",
    "Implementation",
    "Shrink",
    "Submission",
    "alike",
    "as_array",
    "checks_to_run",
    "code_cells",
    "difference",
    "judge",
    "limit_of",
    "make_report",
    "not_run",
    "parse_submission",
    "plain",
    "read_submission",
    "spread",
]
