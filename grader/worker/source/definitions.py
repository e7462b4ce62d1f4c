"""What a file defines: its functions, classes, objects of these, and the modules that it imports.

All is told by names, as far as they tell it.
"""

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Self

from grader.worker.source import names

CONSTRUCTION = ("__new__", "__init__", "__post_init__")


@dataclass(frozen=True)
class Scope:
    """Where a call stands: the global names that are loaded there, parameters, and the class."""

    loads: set[str]
    parameters: frozenset[str] = frozenset()
    owner: str = ""
    me: str = ""


class Definitions:
    """The definitions at the top level of a file that has the statements `body`.

    `beside` has the sources of the modules that it can import from its folder.
    """

    def __init__(self, body: Iterable[ast.stmt], graded: Iterable[str], beside: Mapping[str, str]):
        self.graded = {name: name for name in graded}
        self.body = list(body)
        self._beside = beside
        self._modules: dict[str, Self | None] = {}
        self._imported: dict[str, tuple[str, str]] = {}
        self._foreign: set[str] = set()
        self._functions: dict[str, list[names.Function | ast.Lambda]] = {}
        self._classes: dict[str, ast.ClassDef] = {}
        self._instances: dict[str, str] = {}
        self._holds: dict[str, set[str]] = {}
        self._listed = {names.root(each) for each in _attributes(self.body, "__subclasses__")}
        simple = [part for node in self.body for part in names.flattened(node)]
        for node in simple:
            self._define(node)
        for node in simple:
            if isinstance(node, ast.Assign) and len(node.targets) == 1:
                self._follow(node.targets[0], node.value)
            elif isinstance(node, ast.For):
                self._hold(node.target, node.iter)

    def _define(self, node: ast.stmt) -> None:
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                self._functions.setdefault(node.name, []).append(node)
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Lambda() as function):
                self._functions.setdefault(name, []).append(function)
            case ast.ClassDef():
                self._classes[node.name] = node
                for method in node.body:
                    if isinstance(method, names.Function):
                        self._functions.setdefault(f"{node.name}.{method.name}", []).append(method)
            case ast.Import():
                self._foreign |= names.binds(node)
                for alias in node.names:
                    if alias.asname or "." not in alias.name:
                        self._imported[alias.asname or alias.name] = (alias.name, "")
            case ast.ImportFrom(module=str(module)):
                if module not in self._beside:
                    self._foreign |= names.binds(node)
                for alias in node.names:
                    starred = self._module(module) if alias.name == names.STAR else None
                    for name in names.binds_all(starred.body) if starred else [alias.name]:
                        self._imported[alias.asname or name] = (module, name)

    def _follow(self, target: ast.expr, value: ast.expr) -> None:
        """Know a variable as an object of an own class, or as a graded function under a name."""
        if not isinstance(target, ast.Name) or target.id in self.graded:
            return
        if isinstance(value, ast.Call):
            if isinstance(value.func, ast.Name) and value.func.id in self._classes:
                self._instances[target.id] = value.func.id
            passed = value.args
        else:
            passed = [value]
            self._hold(target, value)
            if isinstance(value, ast.Name) and value.id in self._functions:
                self._functions.setdefault(target.id, self._functions[value.id])
        for name in named(passed):
            if name in self.graded:
                self.graded[target.id] = self.graded[name]

    def _hold(self, target: ast.expr, value: ast.expr) -> None:
        """Know a list or a dict of own functions, and the variable of a loop over one."""
        held = names.held(value)
        for name in list(held):
            held |= self._holds.get(name, set())
        if functions := held & self._functions.keys() - set(named([value])):
            for name in named([target]):
                self._holds.setdefault(name, set()).update(functions)

    def _module(self, name: str) -> Self | None:
        if name not in self._modules:
            self._modules[name] = None
            source = self._beside.get(name, self._beside.get(f"{name}.__init__"))
            try:
                body = ast.parse(source or "").body
            except (SyntaxError, ValueError, RecursionError, MemoryError):
                body = []  # its import will say what is wrong with it
            if body:
                self._modules[name] = type(self)(body, set(self.graded.values()), self._beside)
        return self._modules[name]

    def _keys(self, func: ast.expr, scope: Scope) -> list[str]:
        """The own functions that a call runs."""
        match func:
            case ast.Name(id=name) if name in self._classes:
                return [key for part in CONSTRUCTION for key in self._method(name, part)]
            case ast.Name(id=name) if name in self._instances:
                return self._method(self._instances[name], "__call__")
            case ast.Name(id=name) if name in self._functions and name in scope.loads:
                return [name]
            case ast.Attribute(value=ast.Name(id=name), attr=attr):
                kind = scope.owner if name == scope.me else self._instances.get(name, name)
                return self._method(kind, attr)
            case ast.Attribute(value=ast.Call(func=ast.Name(id="super")), attr=attr):
                above = self._bases(scope.owner) if scope.owner else []
                return [key for kind in above[:1] for key in self._method(kind, attr)]
            case ast.Attribute(value=ast.Call(func=ast.Name(id=name)), attr=attr):
                return self._method(name, attr)
            case ast.Subscript(value=ast.Name(id=name)) if name in scope.loads:
                return sorted(self._holds.get(name, ()))
            case ast.Name(id=name) if name in self._holds and name in scope.loads:
                return sorted(self._holds[name])
        return []

    def _method(self, kind: str, name: str) -> list[str]:
        """The method of a class, or that of the first base that has it."""
        for above in [kind, *self._bases(kind)] if kind in self._classes else []:
            if f"{above}.{name}" in self._functions:
                return [f"{above}.{name}"]
        return []

    def _bases(self, kind: str) -> list[str]:
        """The own classes above a class."""
        found: dict[str, None] = {}
        todo = [kind]
        while todo:
            bases = (names.root(base) or "" for base in self._classes[todo.pop()].bases)
            new = [base for base in bases if base in self._classes and base not in found]
            found |= dict.fromkeys(new)
            todo += new
        return list(found)


def _attributes(body: Iterable[ast.stmt], attr: str) -> Iterator[ast.Attribute]:
    for node in body:
        for part in ast.walk(node):
            if isinstance(part, ast.Attribute) and part.attr == attr:
                yield part


def named(expressions: Iterable[ast.expr]) -> list[str]:
    """Those that are names."""
    return [node.id for node in expressions if isinstance(node, ast.Name)]
