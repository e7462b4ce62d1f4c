"""What one student handed in, where a platform grades each student by himself."""

from pathlib import Path

from grader.classroom.collect.candidates import Chooser, Work
from grader.classroom.collect.entries import Item
from grader.classroom.collect.platforms import Claim, Layout
from grader.classroom.collect.whose import Student
from grader.classroom.collect.works import Places, find_work
from grader.course import Lesson
from grader.errors import SubmissionError
from grader.text import Message, shown

_STUDENT = "student"


def work_of_one(folder: Path, lesson: Lesson, scratch: Path) -> tuple[Work, tuple[Message, ...]]:
    """The file that is graded of all that is in a folder, and notes on the others.

    An archive is unpacked into `scratch`, an empty folder that the caller removes. Raises
    SubmissionError where no file fits, and where several do: this is never guessed.
    """
    if not folder.is_dir():
        raise SubmissionError("{folder} is no folder", folder=shown(str(folder)))
    folder = folder.absolute()
    item = Item(Claim(Layout.FOLDER, _STUDENT), folder, "folder")
    student = Student(_STUDENT, items=[item])
    found = find_work(student, Chooser(lesson), Places(folder.parent, scratch.absolute()))
    notes = (*found.choice.notes, *student.notes)
    if found.choice.work is not None:
        return found.choice.work, notes
    reason = found.choice.reason or Message("nothing was handed in")
    for note in notes[:1]:
        reason = Message("{reason} ({note})", reason=reason, note=note)
    raise SubmissionError(reason)
