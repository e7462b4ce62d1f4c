"""From a whole file to the top-level statements that the graded functions need.

A file is imported, not run: a statement at its top level counts only as far as it gives a needed
name its value. So training runs, plots and downloads are left out, and a file whose last line would
train for an hour is graded in a second.
"""

import __future__

import ast
import copy
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from types import CodeType
from typing import Any

from grader.text import Message
from grader.wire import SourceProblem, Unit
from grader.worker.source import names

_NAMESPACE = "globals"
"""Assigning to `globals()[...]` may bind any name, and so may `exec`."""

_ANNOTATIONS = __future__.annotations.compiler_flag
_FLOW = (ast.Break, ast.Continue, ast.Raise)
_BLOCKS = ("body", "orelse", "finalbody")


@dataclass(frozen=True)
class Statement:
    """A top-level statement to execute: its tree, the unit that it is in, the names it binds."""

    unit: str
    tree: ast.stmt
    flags: int
    binds: frozenset[str]

    def code(self) -> CodeType:
        """The statement, compiled as a module of its own."""
        return names.compiled(self.tree, self.unit, self.flags)


@dataclass
class Slice:
    """What is executed of a submission, and what is known about the rest.

    `guarded` maps the names that are bound under `if __name__ == "__main__"` to its place.
    `readable` is false when nothing could be parsed.
    """

    statements: list[Statement] = field(default_factory=list)
    problems: list[SourceProblem] = field(default_factory=list)
    guarded: dict[str, str] = field(default_factory=dict)
    readable: bool = True


def take(units: Iterable[Unit], roots: Iterable[str]) -> Slice:
    """The statements of `units`, in order, that give `roots` and all they use their values."""
    result = Slice()
    parts: list[tuple[Unit, int, ast.stmt]] = []
    parsed_any = False
    lasting = 0
    for unit in units:
        parsed = parse(unit)
        if isinstance(parsed, SourceProblem):
            result.problems.append(parsed)
            continue
        parsed_any = True
        tree, flags = parsed
        lasting |= flags  # as in a notebook, where a __future__ import holds for later cells
        parts += [(unit, lasting, part) for node in tree.body for part in names.split(node)]
    result.readable = parsed_any or not result.problems
    kept = _Slicer([node for _, _, node in parts]).keep(set(roots))
    for (unit, flags, node), pruned in zip(parts, kept, strict=True):
        if pruned is not None:
            bound = frozenset(names.binds(pruned))
            result.statements.append(Statement(unit.label, pruned, flags, bound))
        if isinstance(node, ast.If) and "__name__" in names.uses(node.test):
            place = f"{unit.label}, line {node.lineno}" if unit.cell else f"line {node.lineno}"
            result.guarded.update(dict.fromkeys(names.binds_all(node.body), place))
    return result


def parse(unit: Unit) -> tuple[ast.Module, int] | SourceProblem:
    """The tree of a unit and the `__future__` flags it sets, or why it can't be parsed."""
    try:
        tree = ast.parse(unit.source, unit.label)
        flags = _ANNOTATIONS if _postpones_annotations(tree) else 0
        awaits = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT if unit.cell else 0
        compile(tree, unit.label, "exec", flags=flags | awaits, dont_inherit=True)
    except SyntaxError as error:
        lines = unit.source.splitlines()
        line = error.lineno or 0
        text = error.text or (lines[line - 1] if 0 < line <= len(lines) else "")
        message = Message("{type}: {text}", type=type(error).__name__, text=error.msg)
        return SourceProblem(unit.label, line, message, _with_caret(text, error.offset))
    except (RecursionError, MemoryError):
        return SourceProblem(
            unit.label, 0, Message("the source is nested too deeply for Python to read")
        )
    except ValueError as error:
        kind = "cell" if unit.cell else "file"
        return SourceProblem(
            unit.label, 0, Message("Python can't read this {kind}: {error}", kind=kind, error=error)
        )
    return tree, flags


def _with_caret(text: str, offset: int | None) -> str:
    """The source's line with a caret under the place, cut to a terminal's width."""
    text = text.rstrip("\n").expandtabs(1)
    column = max((offset or 1) - 1, 0)
    start = max(column - 60, 0)
    shown = text[start : start + 76]
    return shown if offset is None else f"{shown}\n{' ' * min(column - start, len(shown))}^"


def _postpones_annotations(tree: ast.Module) -> bool:
    return any(
        isinstance(node, ast.ImportFrom)
        and node.module == "__future__"
        and any(alias.name == "annotations" for alias in node.names)
        for node in tree.body
    )


class _Slicer:
    """Keeps, among top-level statements, those that the needed names depend on."""

    def __init__(self, body: list[ast.stmt]):
        self.body = body
        self.needed: set[str] = set()
        self._uses: dict[int, set[str]] = {}
        functions = {node.name: node for node in body if isinstance(node, names.Function)}
        self._sets = {name: names.sets_globally(node) for name, node in functions.items()}
        self._changes = {name: names.changes_inside(node) for name, node in functions.items()}
        self._modules = {
            name
            for statement in body
            for node in ast.walk(statement)
            if isinstance(node, ast.Import | ast.ImportFrom)
            for name in names.binds(node)
        }

    def keep(self, roots: set[str]) -> list[ast.stmt | None]:
        """Each statement as far as it is needed: whole, pruned, or None."""
        self.needed = set(roots)
        while True:
            before = len(self.needed)
            kept = [self._prune(node) for node in self.body]
            if len(self.needed) == before:
                return kept

    def _need(self, node: ast.stmt | ast.expr) -> None:
        """Need the names that the node loads. The target of a `for` or `with` is not loaded."""
        if id(node) not in self._uses:
            if isinstance(getattr(node, "ctx", None), ast.Store):
                loaded = (n for n in ast.walk(node) if isinstance(n, ast.Name))
                self._uses[id(node)] = {n.id for n in loaded if isinstance(n.ctx, ast.Load)}
            else:
                self._uses[id(node)] = names.uses(node)
        self.needed |= self._uses[id(node)]

    def _gives(self, node: ast.stmt) -> bool:
        """Whether the statement gives a needed name its value, or a part of it."""
        bound = names.binds(node)
        if bound & self.needed or names.STAR in bound:
            return True
        changed = {names.root(leaf) for leaf in names.targets(node)}
        for decorator in getattr(node, "decorator_list", []):
            changed |= self._changed_by_decorator(names.root(decorator))
        match node:
            case ast.Expr(value=ast.Call(func=func)) | ast.Assign(value=ast.Call(func=func)):
                changed |= self._changed_by_call(func)
        return bool(changed & (self.needed | {_NAMESPACE}))

    def _changed_by_call(self, func: ast.expr) -> set[str | None]:
        if isinstance(func, ast.Name):
            return {_NAMESPACE} if func.id == "exec" else set(self._sets.get(func.id, ()))
        root = names.root(func)
        if root in self._modules or not isinstance(func, ast.Attribute):
            return set()
        return {root}

    def _changed_by_decorator(self, root: str | None) -> set[str | None]:
        """What a registering decorator fills: `@step` that appends to a list of steps."""
        if root is None or root in self._modules:
            return set()
        return set(self._changes[root]) if root in self._changes else {root}

    def _prune(self, node: ast.stmt) -> ast.stmt | None:
        if isinstance(node, names.Compound):
            return self._prune_compound(node)
        if self._gives(node):
            self._need(node)
            return node
        return None

    def _prune_compound(self, node: ast.stmt) -> ast.stmt | None:
        if not any(self._gives(part) for part in _flattened(node)):
            return None
        for expression in names.own_expressions(node):
            self._need(expression)
        pruned: Any = copy.copy(node)
        for name in _BLOCKS:
            if block := getattr(node, name, None):
                setattr(pruned, name, self._prune_block(block))
        if isinstance(node, ast.Try | ast.TryStar):
            pruned.handlers = [self._prune_handler(handler) for handler in node.handlers]
        if isinstance(node, ast.Match):
            pruned.cases = [self._prune_case(case) for case in node.cases]
        return pruned

    def _prune_block(self, block: list[ast.stmt]) -> list[ast.stmt]:
        kept = [part for node in block if (part := self._prune(node) or self._flow(node))]
        return kept or [ast.copy_location(ast.Pass(), block[0])]

    def _prune_handler(self, handler: ast.ExceptHandler) -> ast.ExceptHandler:
        pruned = copy.copy(handler)
        pruned.body = self._prune_block(handler.body)
        if handler.type is not None:
            self._need(handler.type)
        return pruned

    def _prune_case(self, case: ast.match_case) -> ast.match_case:
        pruned = copy.copy(case)
        pruned.body = self._prune_block(case.body)
        loaded = (n for n in ast.walk(case.pattern) if isinstance(n, ast.Name))
        self.needed |= {node.id for node in loaded}
        if case.guard is not None:
            self._need(case.guard)
        return pruned

    def _flow(self, node: ast.stmt) -> ast.stmt | None:
        """Statements that control a block that is kept: break, continue, raise, ifs around them."""
        if isinstance(node, _FLOW):
            for expression in names.own_expressions(node):
                self._need(expression)
            return node
        if not isinstance(node, ast.If) or not any(isinstance(n, _FLOW) for n in ast.walk(node)):
            return None
        self._need(node.test)
        pruned = copy.copy(node)
        pruned.body = self._prune_block(node.body)
        pruned.orelse = self._prune_block(node.orelse) if node.orelse else []
        return pruned


def _flattened(node: ast.stmt) -> Iterator[ast.stmt]:
    """The statement's own line and all the statements in its blocks, each without its blocks."""
    todo = [node]
    while todo:
        part = todo.pop()
        yield _header(part) if isinstance(part, names.Compound) else part
        todo += [child for block in names.bodies(part) for child in block]


def _header(node: ast.stmt) -> ast.stmt:
    """A compound statement with nothing in its blocks: only what its own line does."""
    header: Any = copy.copy(node)
    for name in (*_BLOCKS, "handlers"):
        if hasattr(header, name):
            setattr(header, name, [])
    if isinstance(node, ast.Match):
        header.cases = [ast.match_case(case.pattern, case.guard, []) for case in node.cases]
    return header
