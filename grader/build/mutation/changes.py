"""What can be changed: each kind of change has a name, and is a generator over trees."""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """Where an expression stands: what is around it, and what a change of it may use.

    `role` says what it is there: the name of the keyword that it is the value of, "test", "iter",
    "func" or "return"; "" otherwise. `variables` are the function's own names that have a value
    before it. `libraries` has the name by which a library goes in this file, by its own name.
    """

    parent: ast.AST
    role: str
    variables: tuple[str, ...]
    libraries: dict[str, str]


Change = Callable[[ast.expr, Place], Iterator[ast.expr]]
"""Yields what may stand in the place of an expression. The expression itself stays as it is."""

EXPRESSIONS: dict[str, list[Change]] = {}
"""The kinds of changes of expressions, by the name that a report shows."""


def change(name: str) -> Callable[[Change], Change]:
    """Add the decorated generator to the kinds of changes."""

    def add(function: Change) -> Change:
        EXPRESSIONS.setdefault(name, []).append(function)
        return function

    return add


def with_(node: ast.expr, **fields: object) -> ast.expr:
    """The same expression with other fields."""
    old = dict(ast.iter_fields(node))
    return type(node)(**{**old, **fields})


def called(node: ast.expr) -> str:
    """The last name of what is called: `reduce_sum` for `tf.reduce_sum(x)`; "" for no call."""
    match node:
        case ast.Call(func=ast.Attribute(attr=name)) | ast.Call(func=ast.Name(id=name)):
            return name
    return ""


def as_library(library: str, name: str, *args: ast.expr, **keywords: int) -> ast.Call:
    """A call of a library's function."""
    function = ast.Attribute(ast.Name(library, ast.Load()), name, ast.Load())
    return ast.Call(
        function,
        list(args),
        [ast.keyword(key, ast.Constant(value)) for key, value in keywords.items()],
    )


def number(value: float) -> ast.expr:
    """A number as it stands in a source: `-1` is the negative of `1`."""
    if value < 0:
        return ast.UnaryOp(ast.USub(), ast.Constant(-value))
    return ast.Constant(value)
