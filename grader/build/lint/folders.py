"""What lies in an exercise's two folders: nothing is missing, and nothing is there for nobody."""

import re
from collections.abc import Iterator
from pathlib import Path

from grader.build.lint.faults import Fault
from grader.build.lint.files import READMES, Files, bound_in
from grader.build.verified import RECORD as VERIFIED
from grader.build.words import files_of
from grader.build.written import RECORD
from grader.text import Message

_HIDES = ("globals()", "exec(", "setattr(")
"""With these, what a file defines can't be read off it."""

_KEPT = re.compile(r".+\.\d{4}-\d\d-\d\d(\.\d+)?")
"""What `grader build` calls a file that it has kept."""


def missing(files: Files) -> Iterator[Fault]:
    """There are right solutions and known mistakes, and the task in both languages."""
    for name in READMES:
        files.text(files.lesson.folder / name)
    wanted = {
        "right": Message("there is no right solution; write one that goes another way"),
        "wrong": Message("there is no known mistake; write one for each check"),
    }
    for kind, said in wanted.items():
        if not files.lesson.solution_files(kind):
            yield Fault(files.lesson.solution / kind, 1, said)


def python(files: Files) -> Iterator[Fault]:
    """All that should be Python is."""
    solution = files.lesson.solution
    for path in (*_in(solution), *_in(solution / "right"), *_in(solution / "wrong")):
        if path.suffix == ".py":
            files.tree(path)
    yield from ()


def right(files: Files) -> Iterator[Fault]:
    """Each right solution is Python and defines all that is graded."""
    assert files.exercise is not None
    for path in files.lesson.solution_files("right"):
        tree = files.tree(path)
        text = files.text(path)
        if tree is None or "import *" in text or any(word in text for word in _HIDES):
            continue
        bound = bound_in(tree)
        for name in files.exercise.functions:
            if name not in bound:
                said = Message("it does not define {name}, which is graded", name=name)
                yield Fault(path, 1, said)


def unread(files: Files) -> Iterator[Fault]:
    """No file lies in the solution that nothing reads, and none that build has kept."""
    solution = files.lesson.solution
    known = {files.lesson.file_name, "inputs.py", RECORD, VERIFIED, "right", "wrong"}
    known.update(path.name for path in files_of(files.lesson).values())
    strays = [path for path in _in(solution) if path.name not in known]
    strays += [
        path for kind in ("right", "wrong") for path in _in(solution / kind) if path.suffix != ".py"
    ]
    for path in strays:
        yield Fault(path, 1, Message("nobody reads this file"))
    for path in _in(files.lesson.folder):
        if _KEPT.fullmatch(path.name):
            said = Message(
                "somebody's work, which build has kept: move it away, or students get it"
            )
            yield Fault(path, 1, said)


def _in(folder: Path) -> list[Path]:
    """What lies in a folder, without what Python and editors hide."""
    found = folder.iterdir() if folder.is_dir() else ()
    return sorted(path for path in found if not path.name.startswith((".", "__")))
