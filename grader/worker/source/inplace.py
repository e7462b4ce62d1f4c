"""What is changed in place: by Python's and NumPy's own functions, by methods, by assignments."""

import ast
from collections.abc import Iterator

from grader.worker.source import names

_GIVES_BACK = {"pop", "popitem", "setdefault"}
"""Methods that change their object although their result is used."""

_IN_PLACE = {
    *("setattr", "delattr", "__setattr__", "__delattr__", "__setitem__", "__delitem__"),
    *("setitem", "delitem", "heapify", "heappop", "heappush", "insort", "insort_left"),
    *("insort_right", "shuffle", "at", "copyto", "fill_diagonal", "place", "put", "putmask"),
    *("next",),
}
"""Functions of Python and NumPy that change their first argument."""

_CONTAINERS = {"bytearray", "dict", "list", "object", "set"}


def spoiled(call: ast.Call) -> Iterator[str]:
    """What a call to one of Python's or NumPy's own functions changes."""
    if call.args:
        match call.func:
            case ast.Name(id=name) if name in _IN_PLACE:
                yield names.root(call.args[0]) or ""
            case ast.Attribute(value=value, attr=attr):
                if attr in _IN_PLACE or (isinstance(value, ast.Name) and value.id in _CONTAINERS):
                    yield names.root(call.args[0]) or ""
    for word in call.keywords:
        if word.arg == "out":
            yield names.root(word.value) or ""


def assigned(function: names.Function | ast.Lambda) -> set[str]:
    """What a function's body changes in place, by assignments."""
    nodes = [node for node in ast.walk(function) if isinstance(node, ast.stmt)]
    targets = (leaf for node in nodes for leaf in names.targets(node))
    return {names.root(leaf) or "" for leaf in targets if not isinstance(leaf, ast.Name)}


def by_methods(function: names.Function | ast.Lambda) -> set[str]:
    """What a function's body changes in place, by methods whose result it does not look at."""
    values = [function.body] if isinstance(function, ast.Lambda) else []
    for node in ast.walk(function):
        match node:
            case ast.Expr(value=value) | ast.Return(value=ast.Call() as value):
                values.append(value)
            case ast.Assign(value=ast.Call(func=ast.Attribute(attr=attr)) as value):
                values += [value] if attr in _GIVES_BACK else []
    calls = (call for value in values for call in names.outermost(value))
    return {names.root(c.func) or "" for c in calls if isinstance(c.func, ast.Attribute)}
