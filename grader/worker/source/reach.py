"""Which graded functions each graded function calls, as the source says it."""

import ast
from collections.abc import Collection, Iterable

from grader.worker.source import names


def reached(statements: Iterable[ast.stmt], graded: Collection[str]) -> dict[str, list[str]]:
    """For each graded name, the others that what is bound to it uses, itself or through others.

    Only names count, and only through what binds them: what is kept in a container by a call, or
    looked up by a string, is not seen.
    """
    used: dict[str, set[str]] = {}
    for statement in statements:
        loaded = _uses(statement)
        for name in names.binds(statement):
            used.setdefault(name, set()).update(loaded)
    return {name: _others(name, used, graded) for name in graded}


def _uses(statement: ast.stmt) -> set[str]:
    try:
        return names.uses(statement)
    except (SyntaxError, ValueError, RecursionError):  # it fails when it is executed, and says so
        return set()


def _others(name: str, used: dict[str, set[str]], graded: Collection[str]) -> list[str]:
    seen, todo = {name}, [name]
    while todo:
        new = used.get(todo.pop(), set()) - seen
        seen |= new
        todo += new
    return [other for other in graded if other in seen and other != name]
