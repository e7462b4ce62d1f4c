"""Execute a submission: the statements of its units that are needed, in a module of its own."""

import importlib.abc
import importlib.machinery
import inspect
import linecache
import re
import sys
from collections.abc import Iterable
from types import ModuleType
from typing import Any

import msgspec

from grader.text import Message
from grader.wire import Load, Missing, SourceProblem, Unit
from grader.worker.source import magics, slicing


class StudentModule:
    """A loaded submission: its module, and why names are missing from it.

    A NameError in a call is explained by what `missing` says about the name.
    """

    def __init__(self, load: Load, modules: "Modules"):
        self.load = load
        modules.submission = self
        self.module = ModuleType(load.module)
        self.missing: dict[str, Missing] = {}
        self.problems: list[SourceProblem] = []
        self.readable = True
        self.labels = {unit.label for unit in load.units}
        units = [_python(unit) for unit in load.units]
        show_source(units)
        give_source(self.module, units)
        if any(unit.cell for unit in units):
            vars(self.module).update(magics.names())
        sys.modules[load.module] = self.module
        self._execute(self.module, units, load.roots)

    def _execute(self, module: ModuleType, units: list[Unit], roots: Iterable[str]) -> None:
        taken = slicing.take(units, roots)
        self.problems += taken.problems
        self.readable = taken.readable
        for name, place in taken.guarded.items():
            reason = Message(
                "{name} gets its value under `if __name__ == ...` ({place}), "
                "which is not executed when the file is imported",
                name=name,
                place=place,
            )
            self.missing[name] = Missing(reason, failed=False)
        unread = {problem.where: problem.message for problem in taken.problems}
        for unit in units:
            if unit.label in unread:
                reason = Message(
                    "{unit} can't be read: {problem}",
                    unit=unit.label,
                    problem=unread[unit.label],
                )
                self._has_no_value(re.findall(_BOUND, unit.source), reason)
        for statement in taken.statements:
            self._run(module, statement)

    def _run(self, module: ModuleType, statement: slicing.Statement) -> None:
        try:
            code = statement.code()
            if code.co_flags & inspect.CO_COROUTINE:
                raise RuntimeError(_NO_AWAIT)
            exec(code, module.__dict__)  # the student's code: this process exists for it
        except BaseException as error:  # whatever it raises, also by sys.exit, is the student's
            described = describe(error)
            text = linecache.getline(statement.unit, statement.tree.lineno).strip()[:200]
            self.problems.append(
                SourceProblem(statement.unit, statement.tree.lineno, described, text)
            )
            reason = Message(
                "{unit}, line {line} failed: {error}",
                unit=statement.unit,
                line=statement.tree.lineno,
                error=described,
            )
            self._has_no_value(statement.binds, reason)

    def _has_no_value(self, names: Iterable[str], reason: Message) -> None:
        for name in names:
            message = Message("{name} has no value because {reason}", name=name, reason=reason)
            self.missing[name] = Missing(message, failed=True)

    def load_sibling(self, module: ModuleType, source: str) -> None:
        """Execute what the other files use of one of the student's own modules."""
        unit = Unit(f"{module.__name__}.py", source)
        self.labels.add(unit.label)
        show_source([unit])
        give_source(module, [unit])
        others = [u.source for u in self.load.units]
        others += [text for name, text in self.load.siblings.items() if name != module.__name__]
        self._execute(module, [unit], set(re.findall(r"\w+", "\n".join(others))))


_BOUND = re.compile(r"^(?:(?:async +)?def +|class +|)(\w+)(?= *[=(:])", re.MULTILINE)

_NO_AWAIT = "`await` outside of a function is not run when a notebook is graded"


def _python(unit: Unit) -> Unit:
    return msgspec.structs.replace(unit, source=magics.plain(unit.source)) if unit.cell else unit


def show_source(units: Iterable[Unit]) -> None:
    """Let tracebacks and inspect find the source of units, which are not files."""
    for unit in units:
        lines = unit.source.splitlines(keepends=True)
        linecache.cache[unit.label] = (len(unit.source), None, lines, unit.label)


def give_source(module: ModuleType, units: list[Unit]) -> None:
    """AutoGraph reads a function's source through inspect, and inspect asks the loader."""
    label = units[0].label if units else module.__name__
    loader = _Source(module.__name__, label, "\n".join(unit.source for unit in units))
    module.__loader__ = loader
    module.__spec__ = importlib.machinery.ModuleSpec(module.__name__, loader, origin=label)
    module.__file__ = label


def describe(error: BaseException) -> Message:
    """`Type: message` of an exception, in one bounded line, whatever its __str__ does."""
    return Message(
        "{type}: {text}",
        type=type(error).__name__[:100],
        text=message_of(error).partition("\n")[0][:300],
    )


def message_of(error: BaseException) -> str:
    """The message of an exception, bounded, without what TensorFlow and Keras add around it."""
    try:
        text = str(error)
    except BaseException:  # raised by a __str__ of the student's
        return "(its message could not be read)"
    text = re.sub(r"\{\{[^{}]*\}\} ?|\x1b\[[0-9;]*m", "", text[:20_000])
    if _KERAS.match(text):
        # What was raised stands between the layer that it passed through and its arguments.
        text = text.split("\n\n")[1]
    text = re.sub(r" ?(\[Op:\w+\])? name: *$", r" \1", text).strip()
    return text.encode("utf-8", "replace").decode("utf-8")[:2000]


_KERAS = re.compile(r"Exception encountered when calling .*\n\n", re.DOTALL)


class _Source(importlib.abc.InspectLoader):
    """A loader that knows the source of a module and loads nothing."""

    def __init__(self, name: str, path: str, source: str):
        self.name, self.path, self.source = name, path, source

    def get_source(self, fullname: str) -> str:
        """The module's source."""
        return self.source

    def get_filename(self, fullname: str) -> str:
        """The label under which tracebacks show the module."""
        return self.path


class Modules(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports of the exercise's modules and of the student's own, from memory."""

    def __init__(self, load: Load):
        self.load = load
        self.submission: StudentModule | None = None
        sys.meta_path.insert(0, self)

    def find_spec(self, fullname: str, path: Any, target: Any = None) -> Any:
        """A spec for the modules that came with the submission."""
        if fullname in self.load.given or (self.submission and fullname in self.load.siblings):
            return importlib.machinery.ModuleSpec(fullname, self)
        return None

    def exec_module(self, module: ModuleType) -> None:
        """Execute a given module whole, a student's own in its needed slice."""
        name = module.__name__
        if name in self.load.given:
            unit = Unit(f"{name}.py", self.load.given[name])
            show_source([unit])
            give_source(module, [unit])
            exec(compile(unit.source, unit.label, "exec", dont_inherit=True), module.__dict__)
        elif self.submission is not None:
            self.submission.load_sibling(module, self.load.siblings[name])
