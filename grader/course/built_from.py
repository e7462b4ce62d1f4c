"""What an answer key was built from, and whether it was these files.

A key holds inputs and the outcomes of the reference on them. Under other checks, another reference
or other strategies they mean nothing: then the reference itself would lose points. So a key keeps a
digest of each file that decides what is in it.
"""

import ast
import hashlib
import io
import tokenize
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from grader.course.key import AnswerKey
from grader.errors import StaleKeyError
from grader.text import parse

if TYPE_CHECKING:
    from grader.course.course import Lesson

MISTAKES = "wrong/"
"""Under what name the known mistakes stand among a key's sources. They decide its hints alone."""

_WORDS = {"Exercise": "title", "check": "hints"}
"""The argument of a call in checks.py that is words for a student, and decides nothing."""

_REMEMBERED = 64
"""Of how many texts the digests are remembered: each submission of a class asks for the same."""


def sources(lesson: "Lesson") -> dict[str, str]:
    """The digest of each file that decides what is in a key of this lesson, by the file's name.

    Where no solution is at hand, these are checks.py, the given modules and the data files.
    """
    found = _deciding(lesson)
    if lesson.has_solution:
        found[MISTAKES] = _together(lesson.solution_files("wrong"))
    return found


def _deciding(lesson: "Lesson") -> dict[str, str]:
    """Those of them that decide what is right."""
    found = {"checks.py": without_words(lesson.checks_source)}
    found |= {f"{name}.py": digest(source) for name, source in lesson.given.items()}
    found |= {name: _digest_of(content) for name, content in lesson.data.items()}
    if lesson.has_solution:
        for path in (lesson.reference, lesson.inputs):
            found[path.name] = digest(path.read_text(encoding="utf-8-sig"))
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
    for file, current in _deciding(lesson).items():
        if key.sources.get(file) != current:
            raise StaleKeyError(
                "the key was built with another {file}, so its answers are not those of {folder}; "
                "run `grader build {name}`",
                file=file,
                folder=lesson.folder.name,
                name=name,
            )


@lru_cache(_REMEMBERED)
def without_words(source: str) -> str:
    """A digest of code without its docstrings, titles, hints and layout.

    Such words can be written anew in a key whose inputs and outcomes stay: `grader build --words`.
    """
    try:
        tree = parse(source)
    except (SyntaxError, ValueError):  # a zero byte is the latter
        return digest(source)  # no code; whoever reads the file next will say so
    lines: list[str] = []
    _outline(tree, lines)
    return _digest_of("\n".join(lines).encode())


def _outline(node: ast.AST, lines: list[str]) -> None:
    """Add a tree as lines. `ast.dump` writes it in another way in each version of Python."""
    lines.append(type(node).__name__)
    for name, value in ast.iter_fields(node):
        if name == "body" and isinstance(value, list) and _begins_with_words(node):
            value = value[1:]
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, ast.AST):
                if not _are_words(node, each):
                    lines.append(f"({name}")
                    _outline(each, lines)
                    lines.append(")")
            elif each is not None and name not in ("kind", "type_comment"):
                lines.append(f"{name}={each!r}")


def _are_words(node: ast.AST, part: ast.AST) -> bool:
    """Whether a part of a call is the title or the hints that an author writes."""
    if not (isinstance(node, ast.Call) and isinstance(part, ast.keyword)):
        return False
    called = node.func
    name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
    return part.arg is not None and _WORDS.get(name) == part.arg


def _begins_with_words(node: ast.AST) -> bool:
    documented = (ast.Module, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return isinstance(node, documented) and ast.get_docstring(node, clean=False) is not None


@lru_cache(_REMEMBERED)
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
    """One digest of the code of several files. The docstring of a mistake is its hint."""
    each = (f"{path.name} {without_words(text_of(path))}" for path in paths)
    return _digest_of("\n".join(each).encode())


def text_of(path: Path) -> str:
    """The text of a file of code; where it is none, it is no code either, and a rule says so."""
    return path.read_text(encoding="utf-8-sig", errors="replace")
