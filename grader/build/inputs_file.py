"""Reads an inputs.py, and the given modules that it imports."""

import builtins
import traceback
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from hypothesis.strategies import SearchStrategy

from grader.course import Lesson
from grader.errors import AuthorError
from grader.text import Message
from grader.wire import DATA_FOLDER, Inputs


def load_strategies(lesson: Lesson) -> dict[str, SearchStrategy[Inputs]]:
    """The strategies of an inputs.py, one per check; an AuthorError names what is missing."""
    path, names = lesson.inputs, [check.name for check in lesson.exercise.checks]
    executed = _Executed(lesson).inputs()
    found = {k: v for k, v in executed.items() if isinstance(v, SearchStrategy)}
    if missing := [name for name in names if name not in found]:
        raise AuthorError(
            "{path}: no strategy for the check {missing}", path=path, missing=missing[0]
        )
    if extra := [name for name in found if name not in names and not name.startswith("_")]:
        raise AuthorError(
            "{path}: {extra} is not the name of a check; begin the name of a helper with _",
            path=path,
            extra=extra[0],
        )
    return {name: found[name] for name in names}


class _Executed:
    """An inputs.py, and those of the given modules that it has imported.

    They have an import statement of their own, which finds the given modules. So these are in
    nobody's `sys.modules`: another exercise may have modules of the same names. It works in
    functions too, which run when the inputs are drawn.
    """

    def __init__(self, lesson: Lesson):
        self._lesson = lesson
        self._modules: dict[str, ModuleType] = {}
        self._builtins = vars(builtins) | {"__import__": self._import}

    def inputs(self) -> dict[str, Any]:
        """The names of inputs.py."""
        path = self._lesson.inputs
        try:
            source = path.read_text(encoding="utf-8-sig")
            return vars(self._execute(ModuleType("inputs"), path, source))
        except AuthorError:
            raise
        except Exception as error:  # an author's file may raise anything
            raise AuthorError(
                "{place}: {type}: {error}",
                place=place_of(self._lesson, error),
                type=type(error).__name__,
                error=error.msg if isinstance(error, SyntaxError) else error,
            ) from error

    def _execute(self, module: ModuleType, path: Path, source: str) -> ModuleType:
        module.__file__ = str(path)
        vars(module)["__builtins__"] = self._builtins
        vars(module)[DATA_FOLDER] = str(self._lesson.folder)
        exec(compile(source, str(path), "exec", dont_inherit=True), vars(module))
        return module

    def _import(
        self,
        name: str,
        globals: Mapping[str, object] | None = None,
        locals: Mapping[str, object] | None = None,
        fromlist: Sequence[str] | None = (),
        level: int = 0,
    ) -> Any:
        if name not in self._lesson.exercise.given:
            return builtins.__import__(name, globals, locals, fromlist or (), level)
        if name not in self._modules:
            module = self._modules[name] = ModuleType(name)
            try:
                self._execute(module, self._lesson.folder / f"{name}.py", self._lesson.given[name])
            except BaseException:
                del self._modules[name]
                raise
        return self._modules[name]


def place_of(lesson: Lesson, error: Exception) -> Message:
    """The file and the line of an exception, the innermost that is an author's."""
    given = (lesson.folder / f"{name}.py" for name in lesson.exercise.given)
    own = {str(lesson.inputs), *map(str, given)}
    frames = traceback.extract_tb(error.__traceback__)
    places = [(frame.filename, frame.lineno) for frame in frames if frame.filename in own]
    if isinstance(error, SyntaxError) and error.filename in own:
        places.append((error.filename, error.lineno))
    if not places:
        return Message("{path}", path=lesson.inputs)
    path, line = places[-1]
    return Message("{path}, line {line}", path=path, line=line)
