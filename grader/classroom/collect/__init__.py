"""Which student of a class handed in which file."""

from grader.classroom.collect.decide import Decided, decide, must_match
from grader.classroom.collect.handins import Handin, Plan, collect_handins, submission_of
from grader.classroom.collect.roster import Roster, read_roster
from grader.classroom.collect.whose import BETWEEN_STUDENTS, MAYBE_ABSENT

__all__ = [
    "BETWEEN_STUDENTS",
    "MAYBE_ABSENT",
    "Decided",
    "Handin",
    "Plan",
    "Roster",
    "collect_handins",
    "decide",
    "must_match",
    "read_roster",
    "submission_of",
]
