"""When something was handed in, as nbgrader says: `submitted/STUDENT/ASSIGNMENT/timestamp.txt`.

nbgrader writes the file when a student submits (nbgrader/exchange/default/submit.py), over one
that the student has put there: `2026-11-28 10:00:00.000000 UTC`, in the zone that it is configured
for. Where the folders are not nbgrader's, a student can have written it; he wins nothing by that,
for nobody is late whose time is not known.
"""

from collections.abc import Iterable
from pathlib import Path

from grader.classroom.collect import tree
from grader.classroom.collect.dates import time_of
from grader.classroom.collect.layouts import Names
from grader.classroom.collect.platforms import Claim, Layout
from grader.classroom.record import HandedIn, Source
from grader.errors import SubmissionError
from grader.text import Message, shown

TIMESTAMP = "timestamp.txt"
_MAX_READ = 100


def times(
    claim: Claim, folder: Path, files: Iterable[str], names: Names, notes: list[Message]
) -> dict[str, HandedIn]:
    """By the folders of this assignment in a student's folder, with these files in it: when.

    Of a time that can't be read in one way only, a note is added.
    """
    if claim.layout is not Layout.FOLDER:
        return {}
    parts = [name.partition("/") for name in files]
    found = {}
    for assignment in dict.fromkeys(first for first, _, rest in parts if rest == TIMESTAMP):
        if not names.fits(assignment):
            continue
        text = _text(folder / assignment / TIMESTAMP)
        if when := time_of(text):
            found[assignment] = HandedIn(when, Source.PLATFORM)
        elif text:
            told = Message(
                "{place}: {text} is no time that can be read in one way only",
                place=f"{shown(assignment)}/{TIMESTAMP}",
                text=repr(shown(text)),
            )
            notes.append(told)
    return found


def _text(path: Path) -> str:
    try:
        return tree.read(path, _MAX_READ).decode("utf-8", "replace").strip()
    except SubmissionError:
        return ""
