"""What `grader decide` does: a person's decision about a grade is written down, or taken back."""

import getpass
import shlex
from argparse import Namespace
from datetime import datetime

from grader import classroom, formats
from grader.classroom import Line, Store, Written
from grader.cli import language, screen
from grader.cli.exit_codes import PASSED
from grader.errors import UsageError
from grader.text import Words, clean, line


def decide(args: Namespace) -> int:
    """`grader decide`: nothing is written that can't be meant."""
    wanted = _wanted(args)
    words = language.words(args.lang)
    with Store(args.output) as store:
        if args.undo:
            written = classroom.undo_decision(store, args.student)
        else:
            written = classroom.write_decisions(store, args.student, wanted)
    for note in written.notes:
        screen.note(words(note))
    for text in _told(written, words):
        print(clean(text))
    command = f"grader report {shlex.quote(str(args.output))}"
    print(words("to write it into the page, the table and the letters: {command}", command=command))
    return PASSED


def _wanted(args: Namespace) -> list[Line]:
    """The decisions that the command line names. Raises UsageError where there are none, or too
    many to be meant at once."""
    kinds = [bool(args.points), args.score is not None, args.excused, args.undo]
    if sum(kinds) != 1:
        raise UsageError(
            "say what is decided, one of these: --points NAME=POINTS, --score POINTS, --excused; "
            "or take the last decision back with --undo"
        )
    if args.undo and args.comment:
        raise UsageError("--undo takes a line out, so there is no place for a --comment")
    named = [*args.points]
    if args.score is not None:
        named.append((classroom.SCORE, args.score))
    if args.excused:
        named.append((classroom.EXCUSED, ""))
    who = _user() if args.who is None else args.who
    when = datetime.now().astimezone().isoformat(timespec="seconds")
    return [
        Line(0, args.student, what.strip(), value.strip(), args.comment, who, when)
        for what, value in named
    ]


def _user() -> str:
    """Who runs the command; nobody, where the machine has no name for its user."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""


def _told(written: Written, words: Words) -> list[str]:
    """What counts now for the student."""
    entry = written.entry
    texts = []
    if written.undone:
        texts.append(words("taken back: {line}", line=line(written.undone)))
    if entry.ruling is None:
        told = words("nothing is decided about {student}", student=entry.student)
        return [*texts, told]
    texts += [f"{entry.student} {entry.name}".strip()]
    for told, comment in formats.ruled(entry.ruling, words):
        texts += [f"  {told}", *([f"    {comment}"] if comment else [])]
    return texts
