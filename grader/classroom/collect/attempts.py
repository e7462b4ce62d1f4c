"""The files of earlier attempts that are graded, too, where one of them may be the grade.

Each attempt is looked at for itself, as if it were all that the student had handed in: the same
rules choose its file. Where they choose none, that attempt is not graded, and it is said why.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from grader.classroom.collect.candidates import Chooser, Work
from grader.classroom.collect.earlier import NOTHING_BEFORE
from grader.classroom.collect.entries import Item
from grader.classroom.collect.handins import Handin, Plan
from grader.classroom.collect.platforms import Layout
from grader.classroom.collect.whose import Student
from grader.classroom.collect.works import SEVERAL_TIMES, Places, find_work
from grader.course import Lesson
from grader.text import Message, shown, template

EARLIER_TOO = template("handed in several times; earlier attempts that are graded, too: {count}")
"""What is noted where all attempts of a download are graded."""
EARLIER_LEFT = template("an earlier attempt, {file}, is not graded: {reason}")
EARLIER_UNSURE = template("the earlier attempts are not graded: {reason}")
NOT_GRADED = (EARLIER_LEFT, EARLIER_UNSURE)
"""What is noted where an attempt can't be graded, though it may be the one that counts."""


def with_attempts(plan: Plan, lesson: Lesson) -> Plan:
    """The plan in which all attempts of a student are graded, and not the last one alone.

    Where a person has named the file that counts, there is no other.
    """
    if plan.places is None:
        return plan
    chooser, places = Chooser(lesson), plan.places
    handins = tuple(_with_attempts(each, chooser, places) for each in plan.handins)
    return replace(plan, handins=handins)


def _with_attempts(handin: Handin, chooser: Chooser, places: Places) -> Handin:
    if handin.before == NOTHING_BEFORE or handin.path is None:
        return handin
    others = tuple(note for note in handin.notes if note.template != SEVERAL_TIMES)
    if handin.decided:
        return replace(handin, notes=others)
    if handin.before.doubt:
        unsure = Message(EARLIER_UNSURE, reason=handin.before.doubt)
        return replace(handin, notes=(*handin.notes, unsure))
    found: list[Work] = []
    notes: list[Message] = []
    for items in handin.before.attempts:
        work, why = _work(items, chooser, places)
        if work is not None:
            found.append(work)
        else:
            file = ", ".join(places.shown(item.path) for item in items)
            notes.append(Message(EARLIER_LEFT, file=shown(file), reason=why))
    if _are_parts(handin, found, chooser):
        why = Message("each defines functions that the others do not")
        return replace(handin, notes=(*handin.notes, Message(EARLIER_UNSURE, reason=why)))
    told = [Message(EARLIER_TOO, count=len(found))] if found else []
    return replace(handin, notes=(*others, *told, *notes), attempts=tuple(found))


def _work(items: Sequence[Item], chooser: Chooser, places: Places) -> tuple[Work | None, Message]:
    """The file of one attempt, or why there is none."""
    found = find_work(Student("", items=list(items)), chooser, places)
    return found.choice.work, found.choice.reason or Message("it holds no file")


def _are_parts(handin: Handin, earlier: Sequence[Work], chooser: Chooser) -> bool:
    """Whether the files may be parts of one work: logistic-1.py for one function, and so on.

    In Canvas's names, a student may have written the number.
    """
    if {item.claim.layout for items in handin.before.attempts for item in items} != {Layout.CANVAS}:
        return False
    last = [work for work in handin.works if work.path == handin.path]
    defined = [chooser.defined(work) for work in (*earlier, *last)]
    return any(one and other and not one & other for one, other in pairwise(defined))
