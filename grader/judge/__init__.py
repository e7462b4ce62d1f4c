"""One submission in, a report out."""

from grader.judge.changes import proves, sketch
from grader.judge.compare import Failure, alike, difference, is_stub
from grader.judge.credit import COMES_FIRST, Credit
from grader.judge.evidence import OWN_NAMES, telling
from grader.judge.examiner import Examiner
from grader.judge.example import digits, is_plain, rank, size
from grader.judge.form import as_lists, without_large
from grader.judge.grading import UNREADABLE, Grading, judge
from grader.judge.implementation import Implementation
from grader.judge.memo import Memo
from grader.judge.notation import rows
from grader.judge.numbers import VALUES_DIFFER, distance
from grader.judge.reporting import make_report, not_run
from grader.judge.sampled import Traced, unpacked
from grader.judge.second_look import Shrink
from grader.judge.submission import (
    Submission,
    code_cells,
    essence,
    limit_of,
    parse_submission,
    read_submission,
)
from grader.judge.traces import traces_of
from grader.judge.translation import localized
from grader.judge.trial import Trial, tried
from grader.judge.twins import landmark, same_mistake
from grader.judge.unequal import KEYS_DIFFER

__all__ = [
    "COMES_FIRST",
    "KEYS_DIFFER",
    "OWN_NAMES",
    "UNREADABLE",
    "VALUES_DIFFER",
    "Credit",
    "Examiner",
    "Failure",
    "Grading",
    "Implementation",
    "Memo",
    "Shrink",
    "Submission",
    "Traced",
    "Trial",
    "alike",
    "as_lists",
    "code_cells",
    "difference",
    "digits",
    "distance",
    "essence",
    "is_plain",
    "is_stub",
    "judge",
    "landmark",
    "limit_of",
    "localized",
    "make_report",
    "not_run",
    "parse_submission",
    "proves",
    "rank",
    "read_submission",
    "rows",
    "same_mistake",
    "size",
    "sketch",
    "telling",
    "traces_of",
    "tried",
    "unpacked",
    "without_large",
]
