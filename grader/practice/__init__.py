"""A student's loop: a folder of one's own, and what is remembered of the work in it."""

from grader.practice.grading import Run
from grader.practice.handing_out import Handed, hand_out, take_back
from grader.practice.home import MARK, Home, above, has_lost_its_mark
from grader.practice.memory import Diagnosis, Memory, Standing
from grader.practice.remembering import diagnoses, hinted, remember
from grader.practice.reset import give_back
from grader.practice.saves import Saves, signatures

__all__ = [
    "MARK",
    "Diagnosis",
    "Handed",
    "Home",
    "Memory",
    "Run",
    "Saves",
    "Standing",
    "above",
    "diagnoses",
    "give_back",
    "hand_out",
    "has_lost_its_mark",
    "hinted",
    "remember",
    "signatures",
    "take_back",
]
