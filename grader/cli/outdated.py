"""Definitions that were executed in a kernel, and of which nothing is left since.

A function is written fifty times in an evening, and each version would be read again by each
grading. One is left out where a later one takes its name and nothing that was executed in between
can have used it: then a worker would only bind the name, and bind it again.
"""

import ast
import re
import warnings
from collections.abc import Collection, Iterator, Sequence

_Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
_Simple = ast.Expr | ast.Assign | ast.AugAssign | ast.AnnAssign
_ANYTHING = {"eval", "exec", "globals", "importlib", "locals", "modules", "vars", "__import__"}
"""What may find any name."""

_OUR_MAGICS = {"grade", "hint", "load_ext"}
_WORD = re.compile(r"\w+")


def without(cells: Sequence[tuple[str, str]], graded: Collection[str]) -> list[str]:
    """The cells without what is outdated, which is blank: no line moves.

    Each is its text, and the Python that IPython makes of it; both are the same where there is no
    magic in it. Calls of the `graded` functions are not made when their results are loaded.
    """
    trees = [(number, node) for number, cell in enumerate(cells) for node in _body(cell[1])]
    graph = _graph(node for _, node in trees)
    lines = [text.split("\n") for text, _ in cells]
    covered: set[str] = set()
    for number, node in reversed(trees):
        text, python = cells[number]
        is_plain = text.rstrip("\n") == python.rstrip("\n")
        if isinstance(node, _Definition) and is_plain and node.name in covered:
            first = min([node.lineno, *(each.lineno for each in node.decorator_list)])
            end = node.end_lineno or first
            lines[number][first - 1 : end] = [""] * (end - first + 1)
            continue
        covered -= _reached(_used_at_once(node, graded), graph, covered)
        if isinstance(node, _Definition) and not _may_fail(node):
            covered.add(node.name)
    return ["\n".join(each) for each in lines]


def _body(python: str) -> list[ast.stmt]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # they were shown when the cell was executed
        try:
            return ast.parse(python).body
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return []  # it was not executed


def _may_fail(node: _Definition) -> bool:
    """Whether it may raise an exception, so that the name keeps what it had."""
    if isinstance(node, ast.ClassDef):
        return True
    return any(isinstance(each, ast.Call) for each in node.decorator_list)


def _graph(nodes: Iterator[ast.stmt]) -> dict[str, set[str]]:
    """For each name what any of its definitions may use."""
    graph: dict[str, set[str]] = {}
    for node in nodes:
        if isinstance(node, _Definition):
            graph.setdefault(node.name, set()).update(_words(node))
    return graph


def _used_at_once(node: ast.stmt, graded: Collection[str]) -> set[str]:
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


def _asks(node: _Simple, graded: Collection[str]) -> bool:
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


def _reached(names: set[str], graph: dict[str, set[str]], covered: Collection[str]) -> set[str]:
    """The names, and all that those of them that are defined may use in their turn."""
    reached, todo = set(names), [*names]
    while todo:
        for name in graph.get(todo.pop(), set()) - reached:
            reached.add(name)
            todo.append(name)
    return reached if reached.isdisjoint(_ANYTHING) else {*covered}
