"""Which lines of what was handed in are executed for a graded function."""

import ast
from collections.abc import Iterator

from grader.wire import Load, Span
from grader.worker.source import slicing

MOST = 200
"""How many spans are told of a function."""


def spans(load: Load, source: slicing.Source | None = None) -> dict[str, list[Span]]:
    """For each root the lines that its value comes from, in order, and none of them twice.

    Empty where the source is nested too deeply to be told. A student's own modules are not in it.
    `source` is what was read of it already, if anything was.
    """
    try:
        source = source or slicing.handed_in(load)
        return {name: _merged(source.slice([name])) for name in load.roots}
    except (RecursionError, MemoryError):
        return {}


def _merged(taken: slicing.Slice) -> list[Span]:
    found: list[Span] = []
    for statement in (*taken.statements, *dict.fromkeys(taken.later.values())):
        for first, last in _lines(statement.tree):
            before = found[-1] if found else None
            if (
                before
                and before.file == statement.unit
                and before.first <= first <= before.last + 1
            ):
                found[-1] = Span(before.file, before.first, max(before.last, last))
            else:
                found.append(Span(statement.unit, first, last))
    return found[:MOST]


def _lines(node: ast.stmt) -> Iterator[tuple[int, int]]:
    """The first and the last line of a statement with its decorators, or those around a docstring:
    it is the task's own words.
    """
    first = min([node.lineno, *(each.lineno for each in getattr(node, "decorator_list", ()))])
    last = node.end_lineno or node.lineno
    match node:
        case ast.FunctionDef(body=[ast.Expr(value=ast.Constant(value=str())) as words, then, *_]):
            yield first, max(words.lineno - 1, first)
            first = then.lineno
    yield first, last
