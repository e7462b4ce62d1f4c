"""The files of a mistake that is adopted: its code under its hint, and the hint translated."""

import re
import textwrap
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from grader.build.mistake import hints_of
from grader.build.mutants import Mutant
from grader.build.words import files_of
from grader.course import Lesson
from grader.errors import AuthorError, UsageError
from grader.text import paragraphs, parse
from grader.wire import Unit

_WIDTH = 99
_TABLE = re.compile(r"^\[mistakes\][ \t]*(#.*)?\r?\n", re.MULTILINE)
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


@dataclass(frozen=True)
class Adopted:
    """A mistake that is to be a file of wrong/; `words` has its hint in other languages."""

    name: str
    function: str
    hints: tuple[str, ...]
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    code: str = ""

    @property
    def text(self) -> str:
        """The file."""
        return f'"""{_docstring(self.hints)}"""\n\n{_gap(self.code)}{self.code}'

    def with_code(self, code: str) -> "Adopted":
        """The same with its code."""
        return replace(self, code=code)

    def path(self, lesson: Lesson) -> Path:
        """Where it is written."""
        return lesson.solution / "wrong" / f"{self.name}.py"

    def mutant(self, lesson: Lesson) -> Mutant:
        """The mistake as build knows it."""
        units = [lesson.unit(lesson.reference), Unit(f"{self.name}.py", self.text)]
        return Mutant(self.name, self.hints, self.function, units)

    def files(self, lesson: Lesson) -> dict[Path, bytes]:
        """All that is written into the solution: the file, and each file of words."""
        found = {self.path(lesson): self.text.encode()}
        paths = files_of(lesson)
        for language, levels in self.words.items():
            path = paths[language]
            text = path.read_bytes().decode("utf-8-sig")
            found[path] = with_words(text, self.name, levels, path).encode()
        return found


def _gap(code: str) -> str:
    return "" if code.startswith(("import ", "from ")) else "\n"


def _docstring(hints: Sequence[str]) -> str:
    """The levels as paragraphs, within the width of the page."""
    escaped = [hint.replace("\\", "\\\\").replace('"""', '\\"\\"\\"') for hint in hints]
    lines = [
        textwrap.fill(text, _WIDTH, break_long_words=False, break_on_hyphens=False)
        for text in ('"""' + escaped[0], *escaped[1:])
    ]
    text = "\n\n".join(lines)[3:]
    if len(hints) > 1:
        return text + "\n"
    return text[:-1] + '\\"' if text.endswith('"') else text


def must_be_possible(lesson: Lesson, asked: Adopted) -> None:
    """Raise UsageError for a name or a hint with which there can be no such file."""
    name, function = asked.name, asked.function
    if not _NAME.fullmatch(name) or not (name == function or name.startswith(f"{function}_")):
        raise UsageError(
            "--name {name} must be letters and digits that begin with the function: {function}_...",
            name=name,
            function=function,
        )
    if name == function:
        raise UsageError(
            "--name {name} says nothing of the mistake; write more: {name}_...", name=name
        )
    if not asked.hints:
        raise UsageError("--hint is empty; it is what a student reads who made this mistake")
    languages = files_of(lesson)
    for language in asked.words:
        if language not in languages:
            raise UsageError(
                "there is no {path}, so there is no place for a hint in {language}",
                path=lesson.solution / f"words.{language}.toml",
                language=language,
            )
    if hints_of(parse(f'"""{_docstring(asked.hints)}"""')) != asked.hints:
        raise UsageError("--hint has characters that can't stand in a file; write it anew")
    for path in lesson.solution_files("wrong"):
        if path.stem.lower() == name.lower() and not _can_be_this(path, asked):
            raise UsageError("{path} is there already; choose another --name", path=path)


def _can_be_this(path: Path, asked: Adopted) -> bool:
    """Whether a file may be of an earlier try that came to no end: it has the same hint."""
    try:
        return path.stem == asked.name and hints_of(parse(path.read_text("utf-8"))) == asked.hints
    except (SyntaxError, ValueError):
        return False


def with_words(text: str, name: str, levels: Sequence[str], path: Path) -> str:
    """A file of words with the hint of a mistake; raises AuthorError where it can't be put in."""
    before = _read(text, path)
    there = before.get("mistakes", {}).get(name)
    if isinstance(there, str):
        if paragraphs(there) == tuple(levels):
            return text
        raise AuthorError(
            "{path} has another hint of {name} already; take that out", path=path, name=name
        )
    entry = f'{name} = """\n{_escaped(levels)}"""\n\n'
    table = _TABLE.search(text)
    if table:
        made = text[: table.end()] + entry + text[table.end() :]
    else:
        made = text.rstrip("\n") + f"\n\n[mistakes]\n{entry}".rstrip("\n") + "\n"
    if not _is_put_in(made, before, name, levels):
        raise AuthorError("{path}: no place for the hint is found; write it there", path=path)
    return made


def _is_put_in(made: str, before: dict[str, Any], name: str, levels: Sequence[str]) -> bool:
    """Whether a file of words has the hint now, and all else as before."""
    try:
        after = tomllib.loads(made)
    except tomllib.TOMLDecodeError:
        return False
    entries = after.get("mistakes", {})
    own = entries.pop(name, "")
    return paragraphs(own) == tuple(levels) and {**before, **after} == {
        **before,
        "mistakes": before.get("mistakes", {}),
    }


def _escaped(levels: Sequence[str]) -> str:
    return "\n\n".join(levels).replace("\\", "\\\\").replace('"""', '""\\"').rstrip()


def _read(text: str, path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise AuthorError("{path}: it is not TOML: {error}", path=path, error=error) from None
