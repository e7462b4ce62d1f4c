"""What an answer key was built from, and whether it was these files.

A key holds inputs and the outcomes of the reference on them. Under other checks, another reference
or other strategies they mean nothing: then the reference itself would lose points. So a key keeps a
digest of each file that decides what is in it.
"""

import hashlib
import io
import tokenize
from pathlib import Path
from typing import TYPE_CHECKING

from grader.course.key import AnswerKey
from grader.errors import StaleKeyError

if TYPE_CHECKING:
    from grader.course.course import Lesson

MISTAKES = "wrong/"
"""Under what name the known mistakes stand among a key's sources. They decide its hints alone."""


def sources(lesson: "Lesson") -> dict[str, str]:
    """The digest of each file that decides what is in a key of this lesson, by the file's name.

    Where no solution is at hand, these are checks.py, the given modules and the data files.
    """
    found = {"checks.py": digest(lesson.checks_source)}
    found |= {f"{name}.py": digest(source) for name, source in lesson.given.items()}
    found |= {name: _digest_of(content) for name, content in lesson.data.items()}
    if lesson.has_solution:
        for path in (lesson.reference, lesson.inputs):
            found[path.name] = digest(path.read_text(encoding="utf-8-sig"))
        found[MISTAKES] = _together(lesson.solution_files("wrong"))
    return found


def must_fit(key: AnswerKey, lesson: "Lesson") -> None:
    """Raise StaleKeyError for a key that was not built for this exercise as it is here.

    Known mistakes that were changed are no reason to refuse a key: it still grades truly.
    """
    name = lesson.exercise.name
    if key.exercise != name:
        raise StaleKeyError(
            "the key is for {exercise}, not for {name}", exercise=key.exercise, name=name
        )
    for file, current in sources(lesson).items():
        if file != MISTAKES and key.sources.get(file) != current:
            raise StaleKeyError(
                "the key was built with another {file}, so its answers are not those of {folder}; "
                "run `grader build {name}`",
                file=file,
                folder=lesson.folder.name,
                name=name,
            )


def digest(source: str) -> str:
    """A digest of a file's code: comments and blank lines do not count."""
    return _digest_of(_code(source).encode())


def _digest_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:32]


def _code(source: str) -> str:
    lines = source.replace("\r\n", "\n").split("\n")
    try:
        for token in tokenize.generate_tokens(io.StringIO(source).readline):
            if token.type == tokenize.COMMENT:
                row, column = token.start
                lines[row - 1] = lines[row - 1][:column]
    except (tokenize.TokenError, SyntaxError):
        return source  # no code; whoever reads the file next will say so
    return "\n".join(line.rstrip() for line in lines if line.strip())


def _together(paths: list[Path]) -> str:
    """One digest of several files. The comments and docstrings of a mistake are its hints."""
    whole = hashlib.sha256()
    for path in paths:
        content = path.read_bytes().replace(b"\r\n", b"\n")
        whole.update(f"{path.name} {len(content)}\n".encode() + content)
    return whole.hexdigest()[:32]
