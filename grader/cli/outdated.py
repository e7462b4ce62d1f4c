"""Definitions that were executed in a kernel, and of which nothing is left since.

A function is written fifty times in an evening, and each version would be read again by each
grading. One is left out where a later one takes its name and nothing that was executed in between
can have used it: then a worker would only bind the name, and bind it again.
"""

import ast
import re
import warnings
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from grader.text import parse

_Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
_Simple = ast.Expr | ast.Assign | ast.AugAssign | ast.AnnAssign
_ANYTHING = {"eval", "exec", "globals", "importlib", "locals", "modules", "vars", "__import__"}
"""What may find any name."""

_OUR_MAGICS = {"grade", "hint", "load_ext"}
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class _Part:
    """A statement: what it defines, if it is a definition, its lines, and the names in it.

    `at_once` are those that it may use when it is executed, and not when it is called.
    """

    name: str
    first: int
    end: int
    may_fail: bool
    words: frozenset[str]
    at_once: frozenset[str]


def without(cells: Sequence[tuple[str, str]], graded: Iterable[str]) -> list[str]:
    """The cells without what is outdated, which is blank: no line moves.

    Each is its text, and the Python that IPython makes of it; both are the same where there is no
    magic in it. Calls of the `graded` functions are not made when their results are loaded.
    """
    asked = frozenset(graded)
    parts = [(n, part) for n, (_, python) in enumerate(cells) for part in _parts(python, asked)]
    graph: dict[str, set[str]] = {}
    for _, part in parts:
        if part.name:
            graph.setdefault(part.name, set()).update(part.words)
    lines = [text.split("\n") for text, _ in cells]
    covered: set[str] = set()
    for number, part in reversed(parts):
        text, python = cells[number]
        if part.name in covered and text.rstrip("\n") == python.rstrip("\n"):
            lines[number][part.first - 1 : part.end] = [""] * (part.end - part.first + 1)
            continue
        covered -= _reached(part.at_once, graph, covered)
        if part.name and not part.may_fail:
            covered.add(part.name)
    return ["\n".join(each) for each in lines]


@lru_cache(maxsize=4096)
def _parts(python: str, graded: frozenset[str]) -> tuple[_Part, ...]:
    """What a cell is made of. It is asked again by each grading of an evening."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # they were shown when the cell was executed
        try:
            body = parse(python).body
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return ()  # it was not executed
    return tuple(_part(node, graded) for node in body)


def _part(node: ast.stmt, graded: frozenset[str]) -> _Part:
    end = node.end_lineno or node.lineno
    words, at_once = frozenset(_words(node)), frozenset(_used_at_once(node, graded))
    if not isinstance(node, _Definition):
        return _Part("", node.lineno, end, False, words, at_once)
    first = min([node.lineno, *(each.lineno for each in node.decorator_list)])
    return _Part(node.name, first, end, _may_fail(node), words, at_once)


def _may_fail(node: _Definition) -> bool:
    """Whether it may raise an exception, so that the name keeps what it had."""
    if isinstance(node, ast.ClassDef):
        return True
    return any(isinstance(each, ast.Call) for each in node.decorator_list)


def _used_at_once(node: ast.stmt, graded: frozenset[str]) -> set[str]:
    """The names that a statement may use when it is executed, and not when it is called."""
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            parts = [*node.decorator_list, node.args, *([node.returns] if node.returns else [])]
            return set[str]().union(*map(_words, parts))
        case ast.Expr(value=ast.Call(func=ast.Attribute(), args=[ast.Constant(value=name), *_])):
            if name in _OUR_MAGICS:
                return set()
        case ast.Expr() | ast.Assign() | ast.AugAssign() | ast.AnnAssign():
            if _asks(node, graded):
                return set()
    return _words(node)


def _asks(node: _Simple, graded: frozenset[str]) -> bool:
    """Whether it calls a graded function, and gives none of them another value."""
    names = [each for each in ast.walk(node) if isinstance(each, ast.Name)]
    calls = (each.func for each in ast.walk(node) if isinstance(each, ast.Call))
    bound = {each.id for each in names if isinstance(each.ctx, ast.Store)}
    called = {each.id for each in calls if isinstance(each, ast.Name)}
    return not called.isdisjoint(graded) and bound.isdisjoint(graded)


def _words(node: ast.AST) -> set[str]:
    """All names in a piece of code, those of attributes and in texts too."""
    found: set[str] = set()
    for each in ast.walk(node):
        match each:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.alias(name=name):
                found.add(name)
            case ast.Constant(value=str(text)):
                found.update(_WORD.findall(text))
    return found


def _reached(
    names: Iterable[str], graph: dict[str, set[str]], covered: Collection[str]
) -> set[str]:
    """The names, and all that those of them that are defined may use in their turn."""
    reached, todo = set(names), [*names]
    while todo:
        for name in graph.get(todo.pop(), set()) - reached:
            reached.add(name)
            todo.append(name)
    return reached if reached.isdisjoint(_ANYTHING) else {*covered}
