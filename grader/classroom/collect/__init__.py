"""Which student of a class handed in which file."""

from grader.classroom.collect.handins import Handin, Plan, collect_handins, submission_of
from grader.classroom.collect.roster import Roster, read_roster

__all__ = ["Handin", "Plan", "Roster", "collect_handins", "read_roster", "submission_of"]
