"""From a whole file to the top-level statements that the graded functions need.

A file is imported, not run: a statement at its top level counts only as far as it gives a needed
name its value. So training runs, plots and downloads are left out, and a file whose last line would
train for an hour is graded in a second.
"""

import ast
import copy
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import CodeType
from typing import Any

from grader.wire import Load, SourceProblem, Unit
from grader.worker.source import magics, names
from grader.worker.source.facts import ANY, Facts
from grader.worker.source.parsing import parse
from grader.worker.source.runs import left_out


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


@dataclass(frozen=True)
class Rest:
    """A statement that is not executed: its tree, its unit, the names it gives a value or part of.

    `function` is the graded function that it calls. `outer` is the `if __name__` around it.
    """

    unit: Unit
    tree: ast.stmt
    gives: frozenset[str]
    function: str = ""
    outer: bool = False


@dataclass
class Slice:
    """What is executed of a submission, and what is known about the rest.

    `guarded` maps the names that are bound under `if __name__ == "__main__"` to its place. `asked`
    maps those that a call of a graded function would bind to its place and that function; the
    `later` of them have a statement that may still be executed, and the `rebound` hide a graded
    function. `readable` is false when nothing could be parsed.
    """

    statements: list[Statement] = field(default_factory=list)
    problems: list[SourceProblem] = field(default_factory=list)
    guarded: dict[str, str] = field(default_factory=dict)
    asked: dict[str, tuple[str, str]] = field(default_factory=dict)
    later: dict[str, Statement] = field(default_factory=dict)
    rebound: set[str] = field(default_factory=set)
    readable: bool = True
    rest: Callable[[], list[Rest]] = list


def take(
    units: Iterable[Unit],
    roots: Iterable[str],
    graded: Iterable[str] = (),
    beside: Mapping[str, str] | None = None,
    *,
    packaged: bool = False,
) -> Slice:
    """The statements of `units`, in order, that give `roots` and all they use their values.

    None of them calls a function in `graded`, or what calls one. `beside` has
    the sources of the modules in the same folder, which is no package if not `packaged`.
    """
    return Source(units, graded, beside, packaged=packaged).slice(roots)


def handed_in(load: Load) -> "Source":
    """What was handed in, without cells of text, and with the functions that are graded."""
    units = [magics.as_python(unit) for unit in load.units if not unit.prose]
    return Source(units, load.roots, load.siblings)


class Source:
    """The top level of units, parsed once; of it several slices can be taken. See `take`."""

    def __init__(
        self,
        units: Iterable[Unit],
        graded: Iterable[str] = (),
        beside: Mapping[str, str] | None = None,
        *,
        packaged: bool = False,
    ):
        self._graded, beside = set(graded), beside or {}
        self._problems: list[SourceProblem] = []
        self._guarded: dict[str, str] = {}
        self._parts: list[tuple[Unit, int, ast.stmt]] = []
        self._programs: list[tuple[Unit, ast.If]] = []
        parsed_any = False
        lasting = 0
        for unit in units:
            parsed = parse(unit)
            if isinstance(parsed, SourceProblem):
                self._problems.append(parsed)
                continue
            parsed_any = True
            tree, flags = parsed
            tree = tree if packaged or not beside else _Absolute(beside).visit(tree)
            lasting |= flags  # as in a notebook, where a __future__ import holds for later cells
            for node in tree.body:
                self._add(unit, lasting, node)
        self._is_readable = parsed_any or not self._problems
        self._slicer = _Slicer([node for _, _, node in self._parts], self._graded, beside)

    def _add(self, unit: Unit, flags: int, node: ast.stmt) -> None:
        if isinstance(node, ast.If) and "__name__" in names.uses(node.test):
            self._guarded |= dict.fromkeys(names.binds_all(node.body), _place(unit, node))
            if not node.orelse and ast.unparse(node.test) == "__name__ == '__main__'":
                self._programs.append((unit, node))
                return
        self._parts += [(unit, flags, part) for part in names.split(node)]

    def slice(self, roots: Iterable[str]) -> Slice:
        """The statements that give `roots` and all they use their values."""
        slicer, graded = self._slicer, self._graded
        result = Slice(problems=[*self._problems], guarded={**self._guarded})
        result.readable = self._is_readable
        kept = slicer.keep(set(roots))
        result.rest = lambda: list(_rest(self._parts, kept, self._programs, slicer))
        for (unit, flags, node), pruned in zip(self._parts, kept, strict=True):
            if pruned is not None:
                statement = _statement(unit, pruned, flags)
                result.statements.append(statement)
                result.rebound -= statement.binds
            for part, function in slicer.asking(node):
                bound = names.binds(part)
                result.asked |= dict.fromkeys(bound, (_place(unit, part), function))
                if part is node and slicer.can_wait(node):
                    result.later |= dict.fromkeys(bound - graded, _statement(unit, node, flags))
                    result.rebound |= bound & graded
        return result


def _rest(
    parts: list[tuple[Unit, int, ast.stmt]],
    kept: list[ast.stmt | None],
    programs: list[tuple[Unit, ast.If]],
    slicer: "_Slicer",
) -> Iterator[Rest]:
    """What is not executed: simple statements, and definitions. Blocks are looked into."""
    executed = {id(part) for node in kept if node for part in ast.walk(node)}
    for unit, _, node in parts:
        asking = {id(part): function for part, function in slicer.asking(node)}
        todo: list[tuple[ast.stmt, str]] = [(node, "")]
        while todo:
            part, function = todo.pop()
            function = asking.get(id(part), function)
            if isinstance(part, names.Compound):
                blocks = [child for block in names.bodies(part) for child in block]
                todo += [(child, function) for child in reversed(blocks)]
            elif id(part) not in executed:
                yield Rest(unit, part, frozenset(slicer.facts.gives(part)), function)
    for unit, program in programs:
        for node in names.flattened(program):
            if not isinstance(node, names.Compound):
                yield Rest(unit, node, frozenset(slicer.facts.gives(node)), outer=True)


def _statement(unit: Unit, node: ast.stmt, flags: int) -> Statement:
    return Statement(unit.label, node, flags, frozenset(names.binds(node)))


def _place(unit: Unit, node: ast.stmt) -> str:
    return f"{unit.label}, line {node.lineno}" if unit.cell else f"line {node.lineno}"


class _Absolute(ast.NodeTransformer):
    """Makes `from .helper import f` find what lies beside a file that is in no package."""

    def __init__(self, beside: Iterable[str]):
        self.beside = {name.partition(".")[0] for name in beside}

    def visit_ImportFrom(self, node: ast.ImportFrom) -> ast.stmt:
        """One import."""
        if node.level == 1 and node.module and node.module.partition(".")[0] in self.beside:
            node.level = 0
        elif node.level == 1 and not node.module and {n.name for n in node.names} <= self.beside:
            return ast.copy_location(ast.Import(node.names), node)
        return node


class _Slicer:
    """Keeps, among top-level statements, those that the needed names depend on."""

    def __init__(self, body: list[ast.stmt], graded: Iterable[str], beside: Mapping[str, str]):
        self.body = body
        self.needed: set[str] = set()
        self.facts = Facts(body, graded, beside)
        self.left_out = left_out(body, self.facts)

    def keep(self, roots: set[str]) -> list[ast.stmt | None]:
        """Each statement as far as it is needed: whole, pruned, or None."""
        self.needed = roots | ANY
        while True:
            before = len(self.needed)
            kept = [self._prune(node) for node in self.body]
            if len(self.needed) == before:
                return kept

    def asking(self, node: ast.stmt) -> Iterator[tuple[ast.stmt, str]]:
        """What is left out of a statement, with the graded function that it would run."""
        if id(node) in self.left_out:
            yield node, self.left_out[id(node)]
            return
        for block in names.bodies(node):
            for part in block:
                yield from self.asking(part)

    def can_wait(self, node: ast.stmt) -> bool:
        """Whether a needed name gets its value in one go: a constant, perhaps, and no training."""
        if id(node) not in self.left_out or isinstance(node, names.Compound):
            return False
        return not self.needed.isdisjoint(names.binds(node)) and not any(
            isinstance(part, ast.comprehension) for part in ast.walk(node)
        )

    def _need(self, node: ast.stmt | ast.expr) -> None:
        self.needed |= self.facts.uses(node)

    def _wanted(self, node: ast.stmt) -> bool:
        """Whether the statement, or one in its blocks, gives a needed name its value."""
        if id(node) in self.left_out:
            return False
        if not self.needed.isdisjoint(self.facts.gives(node)):
            return True
        return any(self._wanted(part) for block in names.bodies(node) for part in block)

    def _prune(self, node: ast.stmt) -> ast.stmt | None:
        if not self._wanted(node):
            if self.can_wait(node):
                self._need(node)
            return None
        if isinstance(node, names.Compound):
            return self._prune_compound(node)
        self._need(node)
        return node

    def _prune_compound(self, node: ast.stmt) -> ast.stmt:
        for expression in names.own_expressions(node):
            self._need(expression)
        pruned: Any = copy.copy(node)
        for name in names.BLOCKS:
            if block := getattr(node, name, None):
                setattr(pruned, name, self._prune_block(block))
        if isinstance(node, ast.Try | ast.TryStar):
            pruned.body = self._prune_trial(node)
            pruned.handlers = [self._prune_handler(handler) for handler in node.handlers]
        if isinstance(node, ast.Match):
            pruned.cases = [self._prune_case(case) for case in node.cases]
        return pruned

    def _prune_block(self, block: list[ast.stmt]) -> list[ast.stmt]:
        kept = [part for node in block if (part := self._prune(node) or self._flow(node))]
        return kept or [ast.copy_location(ast.Pass(), block[0])]

    def _prune_trial(self, node: ast.Try | ast.TryStar) -> list[ast.stmt]:
        """The block after `try`: what comes before a needed statement decides whether it is run."""
        kept = [self._prune(part) or self._flow(part) for part in node.body]
        after = [node.orelse, *(handler.body for handler in node.handlers)]
        if any(self._wanted(part) for block in after for part in block):
            last = len(kept)
        else:
            last = max((place for place, part in enumerate(kept) if part), default=0)
        for place, part in enumerate(node.body[:last] if node.handlers else []):
            simple = not isinstance(part, names.Compound) and id(part) not in self.left_out
            if kept[place] is None and simple:
                self._need(part)
                kept[place] = part
        return [part for part in kept if part] or [ast.copy_location(ast.Pass(), node.body[0])]

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
        if id(node) in self.left_out:
            return None
        if isinstance(node, names.FLOW):
            for expression in names.own_expressions(node):
                self._need(expression)
            return node
        if not isinstance(node, ast.If) or not any(
            isinstance(n, names.FLOW) for n in ast.walk(node)
        ):
            return None
        self._need(node.test)
        pruned = copy.copy(node)
        pruned.body = self._prune_block(node.body)
        pruned.orelse = self._prune_block(node.orelse) if node.orelse else []
        return pruned
