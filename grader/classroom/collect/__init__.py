"""Which student of a class handed in which file."""

from grader.classroom.collect.attempts import EARLIER_LEFT, NOT_GRADED, with_attempts
from grader.classroom.collect.decide import NOTHING_COUNTS, Decided, decide, must_match
from grader.classroom.collect.groups import with_groups
from grader.classroom.collect.handins import Handin, Plan, collect_handins, submission_of
from grader.classroom.collect.layouts import SOURCES
from grader.classroom.collect.naming import fit, folded, squeezed, turned
from grader.classroom.collect.one import work_of_one
from grader.classroom.collect.platforms import LATE, Claim, Layout, on_platform
from grader.classroom.collect.roster import ROUNDED, Roster, read_roster, read_table, read_text
from grader.classroom.collect.times import Row, Times, read_times, with_times
from grader.classroom.collect.whose import (
    BETWEEN_STUDENTS,
    MAYBE_ABSENT,
    NOT_ON_ROSTER,
    TOGETHER,
)
from grader.classroom.collect.works import SEVERAL_TIMES

__all__ = [
    "BETWEEN_STUDENTS",
    "EARLIER_LEFT",
    "LATE",
    "MAYBE_ABSENT",
    "NOTHING_COUNTS",
    "NOT_GRADED",
    "NOT_ON_ROSTER",
    "ROUNDED",
    "SEVERAL_TIMES",
    "SOURCES",
    "TOGETHER",
    "Claim",
    "Decided",
    "Handin",
    "Layout",
    "Plan",
    "Roster",
    "Row",
    "Times",
    "collect_handins",
    "decide",
    "fit",
    "folded",
    "must_match",
    "on_platform",
    "read_roster",
    "read_table",
    "read_text",
    "read_times",
    "squeezed",
    "submission_of",
    "turned",
    "with_attempts",
    "with_groups",
    "with_times",
    "work_of_one",
]
