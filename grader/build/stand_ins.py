"""From the reference to the right functions that may stand in for a student's wrong ones.

A function is cut out of the reference with what it needs and nothing else, without a comment or a
docstring, and its variables lose their names.
"""

import ast
import builtins
from collections.abc import Iterator, Sequence
from itertools import count

from grader.course import Lesson, StandIn, parse
from grader.wire import pack_tree

_LOOKS = {"eval", "exec", "locals", "vars"}
"""Functions by which code may ask for a variable by its name."""

_Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def stand_ins(lesson: Lesson) -> dict[str, StandIn]:
    """The reference's graded functions that others of them use, each with all that it needs."""
    source = lesson.reference.read_text(encoding="utf-8-sig")
    functions = lesson.exercise.functions
    needed = {name: _needed(parse(source).body, name) for name in functions}
    holds = {
        name: [f for f in functions if any(f in _binds(node) for node in nodes)]
        for name, nodes in needed.items()
    }
    used = {name for user, others in holds.items() for name in others if name != user}
    return {
        name: StandIn(pack_tree(_bare(needed[name])), holds[name])
        for name in functions
        if name in used
    }


def _needed(body: Sequence[ast.stmt], name: str) -> list[ast.stmt]:
    """The statements, in order, that give the name and all that these use their values."""
    needed, kept = {name}, set[int]()
    nodes = [node for node in body if not _is_main(node)]
    while True:
        before = len(kept)
        for node in nodes:
            wanted = _binds(node) | (_uses(node) if _changes(node) else set())
            if id(node) not in kept and (wanted & needed or _is_future(node)):
                kept.add(id(node))
                needed |= _uses(node)
        if len(kept) == before:
            return [node for node in nodes if id(node) in kept]


def _is_main(node: ast.stmt) -> bool:
    return isinstance(node, ast.If) and "__name__" in _uses(node.test)


def _is_future(node: ast.stmt) -> bool:
    return isinstance(node, ast.ImportFrom) and node.module == "__future__"


def _changes(node: ast.stmt) -> bool:
    """Whether it may change what another statement has bound: `TABLE.append(1)`."""
    match node:
        case ast.Assign(targets=targets):
            return not all(isinstance(target, ast.Name) for target in targets)
        case ast.AnnAssign(target=ast.Name()):
            return False
    return not isinstance(node, _Definition | ast.Import | ast.ImportFrom)


def _uses(node: ast.AST) -> set[str]:
    loaded = (n for n in ast.walk(node) if isinstance(n, ast.Name))
    return {name.id for name in loaded if isinstance(name.ctx, ast.Load)}


def _binds(node: ast.stmt) -> set[str]:
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            return {node.name}
        case ast.Import() | ast.ImportFrom():
            return {alias.asname or alias.name.partition(".")[0] for alias in node.names}
    stored = (n for n in ast.walk(node) if isinstance(n, ast.Name))
    return {name.id for name in stored if not isinstance(name.ctx, ast.Load)}


def _bare(body: Sequence[ast.stmt]) -> ast.Module:
    """A module of the statements without docstrings, in which variables of functions have numbers.

    Parameters keep their names, for a caller may use them.
    """
    module = ast.Module(list(body), type_ignores=[])
    for node in ast.walk(module):
        if isinstance(node, _Definition | ast.Module) and ast.get_docstring(node) is not None:
            node.body = node.body[1:] or [ast.Pass()]
    elsewhere = set(dir(builtins)).union(*map(_binds, body))
    numbers = count()
    for node in module.body:
        if isinstance(node, ast.FunctionDef) and _LOOKS.isdisjoint(_uses(node)):
            new = {old: f"_{next(numbers)}" for old in _variables(node) if old not in elsewhere}
            for part in ast.walk(node):
                if isinstance(part, ast.Name):
                    part.id = new.get(part.id, part.id)
    return module


def _variables(function: ast.FunctionDef) -> list[str]:
    """The names that are variables of the function alone, wherever they occur in it."""
    stored = [n.id for n in ast.walk(function) if isinstance(n, ast.Name) and _is_stored(n)]
    kept = set(_named_otherwise(function))
    return [name for name in dict.fromkeys(stored) if name not in kept]


def _is_stored(name: ast.Name) -> bool:
    return isinstance(name.ctx, ast.Store)


def _named_otherwise(function: ast.FunctionDef) -> Iterator[str]:
    """Names that stand in the function as more than names of variables."""
    for node in ast.walk(function):
        match node:
            case ast.arg(arg=name):
                yield name
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                yield node.name
                if isinstance(node, ast.ClassDef):  # there, they are attributes
                    yield from _binds(ast.If(ast.Constant(True), node.body, []))
            case ast.Global() | ast.Nonlocal():
                yield from node.names
            case ast.alias():
                yield node.asname or node.name.partition(".")[0]
            case ast.ExceptHandler(name=str(name)):
                yield name
            case ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
                yield name
            case ast.MatchMapping(rest=str(name)):
                yield name
