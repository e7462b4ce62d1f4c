"""Walks through a statement: the expressions that may be changed, and the text of each."""

import ast
from collections.abc import Iterator

from grader.build.mutation.changes import Place

_TELLS = {"print", "warn", "debug", "info", "warning", "error", "exception", "show", "savefig"}
"""Calls, as statements, that only say or show something."""

Found = tuple[ast.expr, Place]


class Text:
    r"""A source whose lines end in \n, as the judge reads it, and where in it a node stands."""

    def __init__(self, source: str):
        self.source = source
        self._starts = [0, *(place + 1 for place, c in enumerate(source) if c == "\n")]

    def place(self, line: int, column: int) -> int:
        """The place of a column, which the parser counts in bytes of UTF-8."""
        start = self._starts[line - 1]
        end = self._starts[line] if line < len(self._starts) else len(self.source)
        return start + len(self.source[start:end].encode()[:column].decode())

    def span(self, node: ast.expr | ast.stmt) -> tuple[int, int]:
        """Where a node begins and ends; decorators are a part of what they decorate."""
        assert node.end_lineno is not None and node.end_col_offset is not None
        first = min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", []))])
        column = node.col_offset
        return self.place(first, column), self.place(node.end_lineno, node.end_col_offset)

    def lines(self, start: int, end: int) -> tuple[int, int]:
        """The span, widened to whole lines, without the end of the last."""
        first = max(begin for begin in self._starts if begin <= start)
        last = self.source.find("\n", end)
        return first, last if last >= 0 else len(self.source)

    def line(self, place: int) -> int:
        """The number of the line in which a place is."""
        return sum(begin <= place for begin in self._starts)


def is_told(node: ast.stmt) -> bool:
    """Whether a statement gives nothing to what is graded: a docstring, a message, an assertion."""
    match node:
        case ast.Expr(value=ast.Constant()) | ast.Pass() | ast.Assert():
            return True
        case ast.Expr(value=ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name))):
            return name in _TELLS
        case ast.Import() | ast.ImportFrom() | ast.Global() | ast.Nonlocal():
            return True
    return False


def blocks(node: ast.AST) -> Iterator[list[ast.stmt]]:
    """All blocks of statements in a node, itself excluded, from outside to inside."""
    for child in ast.walk(node):
        for name in ("body", "orelse", "finalbody"):
            block = getattr(child, name, None)
            if isinstance(block, list) and block:
                yield block


def expressions(node: ast.stmt, libraries: dict[str, str]) -> Iterator[Found]:
    """The expressions of a statement that may be changed, with what is known of their places."""
    yield from _of(node, Place(node, "", (), libraries))


def _of(node: ast.AST, place: Place) -> Iterator[Found]:
    """Those below a node; `place` is the node's own."""
    if isinstance(node, ast.stmt) and is_told(node):
        return
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
        every = (arg.arg for arg in ast.walk(node.args) if isinstance(arg, ast.arg))
        parameters = [name for name in every if name not in ("self", "cls")]
        place = Place(node, "", (*place.variables, *parameters), place.libraries)
    for field, child, role in _children(node):
        inner = Place(node, role, _bound(child, place), place.libraries)
        if isinstance(child, ast.expr):
            yield child, inner
        if field != "values" or not isinstance(node, ast.JoinedStr):
            yield from _of(child, inner)


def _children(node: ast.AST) -> Iterator[tuple[str, ast.AST, str]]:
    """What is in a node and may be changed: the field's name, the child, and its role."""
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "decorator_list", "type_params", "ctx", "op", "ops"):
            continue
        if isinstance(node, ast.Raise) or (field == "args" and isinstance(value, ast.arguments)):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield field, child, _role(node, field)


def _role(node: ast.AST, field: str) -> str:
    match node:
        case ast.keyword(arg=name):
            return name or ""
        case ast.Return():
            return "return"
        case ast.For() | ast.comprehension() if field in ("iter", "ifs"):
            return "iter" if field == "iter" else "test"
        case ast.If() | ast.While() | ast.IfExp() if field == "test":
            return "test"
        case ast.Call() if field == "func":
            return "func"
    return ""


def _bound(child: ast.AST, place: Place) -> tuple[str, ...]:
    """The variables that have a value before a statement of a function's."""
    if not isinstance(child, ast.stmt) or not place.variables:
        return place.variables
    function = place.parent
    stored = (
        name.id
        for name in ast.walk(function)
        if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Store)
        if name.lineno < child.lineno
    )
    return tuple(dict.fromkeys([*place.variables, *stored]))
