"""The files of an exercise, each read and parsed once."""

import ast
import re
from functools import cached_property
from pathlib import Path

from grader.authoring import Exercise
from grader.build.lint.faults import Fault
from grader.course import Lesson
from grader.errors import AuthorError
from grader.text import Message, parse

CHINESE = "README.zh-TW.md"
READMES = ("README.md", CHINESE)

_NAMED_AGAIN = re.compile(r"^\S*checks\.py(, line \d+)?: ")
"""The file's name at the beginning of an error about checks.py."""


class Files:
    """The files of an exercise. `broken` says which of those that were read can't be used."""

    def __init__(self, lesson: Lesson):
        self.lesson = lesson
        self.checks = lesson.folder / "checks.py"
        self.broken: dict[Path, Fault] = {}
        self._texts: dict[Path, str] = {}
        self._trees: dict[Path, ast.Module | None] = {}

    def text(self, path: Path) -> str:
        """The text of a file; "" for one that is missing or no text, which is said once."""
        if path not in self._texts:
            self._texts[path] = self._read(path)
        return self._texts[path]

    def _read(self, path: Path) -> str:
        try:
            return path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError:
            self.broken[path] = Fault(path, 1, Message("it is not text in UTF-8"))
        except OSError:
            self.broken[path] = Fault(path, 1, Message("there is no such file"))
        return ""

    def tree(self, path: Path) -> ast.Module | None:
        """The syntax tree of a file; None for one that is not Python, which is said once."""
        if path not in self._trees:
            self._trees[path] = self._parse(path)
        return self._trees[path]

    def _parse(self, path: Path) -> ast.Module | None:
        text = self.text(path)
        if path in self.broken:
            return None
        try:
            return parse(text, str(path))
        except SyntaxError as error:
            said = Message("it is not Python: {error}", error=error.msg)
            self.broken[path] = Fault(path, error.lineno or 1, said)
        except ValueError as error:  # a zero byte
            self.broken[path] = Fault(path, 1, Message("it is not Python: {error}", error=error))
        return None

    @cached_property
    def exercise(self) -> Exercise | None:
        """What checks.py defines; None where it can't be loaded, which is said once."""
        if self.tree(self.checks) is None:
            return None
        try:
            return self.lesson.exercise
        except AuthorError as error:
            said = Message("{said}", said=_NAMED_AGAIN.sub("", str(error)))
            self.broken[self.checks] = Fault(self.checks, error.line, said)
        return None

    def line_of_check(self, name: str) -> int:
        """Where a check's decorator stands."""
        tree = self.tree(self.checks)
        for node in tree.body if tree else ():
            if isinstance(node, ast.FunctionDef) and node.name == name:
                return min([node.lineno, *(each.lineno for each in node.decorator_list)])
        return self.line_of_exercise

    @property
    def line_of_exercise(self) -> int:
        """Where `exercise = Exercise(...)` stands."""
        return binding(self.tree(self.checks), "exercise")


def binding(tree: ast.Module | None, name: str) -> int:
    """The line of the last top-level statement that binds a name; 1 where none does."""
    lines = [node.lineno for node in tree.body if name in bound_by(node)] if tree else []
    return lines[-1] if lines else 1


def bound_by(node: ast.stmt) -> set[str]:
    """The names that a statement binds in its own scope, also within `if`, `try`, `for`, `with`."""
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            return {node.name}
        case ast.Import() | ast.ImportFrom():
            return {(alias.asname or alias.name).split(".")[0] for alias in node.names}
    inner = [each for each in ast.iter_child_nodes(node) if not isinstance(each, ast.stmt)]
    names = {
        n.id
        for each in inner
        for n in ast.walk(each)
        if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)
    }
    for field in ("body", "orelse", "finalbody"):
        names |= {name for each in getattr(node, field, []) for name in bound_by(each)}
    for handler in getattr(node, "handlers", []):
        names |= {name for each in handler.body for name in bound_by(each)}
    for case in getattr(node, "cases", []):
        names |= {name for each in case.body for name in bound_by(each)}
    return names


def bound_in(tree: ast.Module) -> set[str]:
    """The names that a module binds at its top level."""
    return set().union(*map(bound_by, tree.body))
