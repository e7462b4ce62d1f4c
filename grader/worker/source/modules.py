"""Imports from memory: the exercise's modules, the student's own, and what stands in for others.

Of these, IPython is there for a file, too; Colab's module and some more are there for a notebook.
"""

import importlib
import importlib.abc
import importlib.machinery
import linecache
import sys
from collections.abc import Callable, Iterable
from types import ModuleType
from typing import Any

from grader.text import source_lines
from grader.wire import Load, Unit
from grader.worker.source import hosted, jupyter

PACKAGE = "__init__"
"""The last part of the name under which a package's own source is sent."""


class Modules(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds the modules that came with a submission. `execute_own` is called for the student's."""

    def __init__(self, load: Load):
        self.load = load
        self.notebook = any(unit.cell for unit in load.units)
        self.execute_own: Callable[[ModuleType, Unit], None] | None = None
        self._searches_folders = any("sys.path" in unit.source for unit in load.units)
        sys.meta_path.insert(0, self)

    def find_spec(self, fullname: str, path: Any, target: Any = None) -> Any:
        """A spec for the modules that came with the submission."""
        if fullname in self.load.given:
            return importlib.machinery.ModuleSpec(fullname, self)
        if self.execute_own is None:
            return None
        # A package that lies somewhere is not the student's, and neither is what belongs to it.
        if not path and (key := self._key(fullname)):
            package = key.endswith(f".{PACKAGE}")
            return importlib.machinery.ModuleSpec(fullname, self, is_package=package)
        if not path and fullname in jupyter.MODULES:
            return importlib.machinery.ModuleSpec(fullname, self)
        if self.notebook and fullname in hosted.MODULES and self._is_missing(fullname):
            return importlib.machinery.ModuleSpec(fullname, self)
        return None

    def _is_missing(self, fullname: str) -> bool:
        """Whether a module that only a notebook has is to be found: in its own place, if any."""
        if fullname in hosted.ONLY_IF_MISSING:
            return importlib.machinery.PathFinder.find_spec(fullname) is None
        return not (fullname.startswith(hosted.COLAB) and hosted.asks_for_colab(self.load.units))

    def exec_module(self, module: ModuleType) -> None:
        """Execute a given module whole, a student's own in its needed slice."""
        name = module.__name__
        if name in self.load.given:
            unit = Unit(f"{name}.py", self.load.given[name])
            show_source([unit])
            give_source(module, [unit])
            exec(compile(unit.source, unit.label, "exec", dont_inherit=True), module.__dict__)
            return
        if (key := self._key(name)) and self.execute_own is not None:
            self.execute_own(module, Unit(f"{key.replace('.', '/')}.py", self.load.siblings[key]))
        elif name in jupyter.MODULES:
            vars(module).update(jupyter.MODULES[name](self.notebook))
            _open(module, jupyter.MODULES)
        else:
            vars(module).update(hosted.MODULES[name]())
            _open(module, hosted.MODULES)

    def _key(self, fullname: str) -> str:
        """The name under which a module of the student's was sent, or nothing."""
        siblings = self.load.siblings
        found = [key for key in (f"{fullname}.{PACKAGE}", fullname) if key in siblings]
        if not found and self._searches_folders:
            # `sys.path.append("lib")` is not executed; a module in a folder is found all the same.
            found = [key for key in siblings if key.rpartition(".")[2] == fullname]
        return found[0] if found else ""


def _open(package: ModuleType, known: Iterable[str]) -> None:
    """Let a package have its modules without an import of each, as the real one has them."""
    if "__path__" not in vars(package):
        return

    def found(name: str) -> ModuleType:
        if f"{package.__name__}.{name}" in known:
            return importlib.import_module(f"{package.__name__}.{name}")
        raise AttributeError(f"module {package.__name__!r} has no attribute {name!r}", name=name)

    vars(package)["__getattr__"] = found


def show_source(units: Iterable[Unit]) -> None:
    """Let tracebacks and inspect find the source of units, which are not files."""
    for unit in units:
        lines = [f"{line}\n" for line in source_lines(unit.source)]
        linecache.cache[unit.label] = (len(unit.source), None, lines, unit.label)


def give_source(module: ModuleType, units: list[Unit]) -> None:
    """AutoGraph reads a function's source through inspect, and inspect asks the loader."""
    label = units[0].label if units else module.__name__
    loader = _Source(module.__name__, label, "\n".join(unit.source for unit in units))
    module.__loader__ = loader
    if module.__spec__ is None:
        module.__spec__ = importlib.machinery.ModuleSpec(module.__name__, loader, origin=label)
    module.__spec__.loader = loader
    module.__file__ = label


class _Text(str):
    """Source as linecache wants it: it asks for `splitlines()`, which are not Python's lines."""

    __slots__ = ()

    def splitlines(self, keepends: bool = False) -> list[str]:
        """The lines, as Python counts them."""
        return source_lines(self)


class _Source(importlib.abc.InspectLoader):
    """A loader that knows the source of a module and loads nothing."""

    def __init__(self, name: str, path: str, source: str):
        self.name, self.path, self.source = name, path, _Text(source)

    def get_source(self, fullname: str) -> str:
        """The module's source."""
        return self.source

    def get_filename(self, fullname: str) -> str:
        """The label under which tracebacks show the module."""
        return self.path
