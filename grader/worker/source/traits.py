"""What the source of a function uses that explains what its values alone can't.

A gradient that is None, a dtype, or variables that did not change have several causes each. Which
of them it can be is seen in the source: in the function's own and in that of the helpers that it
reaches. Other graded functions have traits of their own.
"""

import ast
import linecache
from collections.abc import Collection, Iterable, Iterator

from grader.wire import Line
from grader.worker.source import names
from grader.worker.source.slicing import Statement

_INTEGRAL = {"argmax", "argmin", "argsort", "round", "rint", "sign", "floor", "ceil"}
_NO_COMPUTATION = {"float16", "float32", "float64", "int32", "int64", "uint8", "dtype"}
"""Of NumPy's functions, those that only make a constant or name a type."""

_CALLS = {
    "Variable": "variable",
    "stop_gradient": "stop_gradient",
    "gradient": "tape",
    "py_function": "py_function",
    "numpy_function": "py_function",
    "numpy": "numpy",
    "cast": "cast",
    "astype": "cast",
    "saturate_cast": "cast",
    "item": "number",
    "tolist": "number",
}
"""What a call is a trait of, by the last part of its name."""

_MOST = 400
"""How many characters of a line are kept."""


def traits(
    root: str, statements: Iterable[Statement], graded: Collection[str] = ()
) -> dict[str, Line]:
    """The traits of the function `root`, each with the first place that has it.

    numpy: computes with NumPy. number: makes numbers of Python. variable: makes a tf.Variable.
    stop_gradient, py_function: calls them. integers: rounds, or finds places, without a gradient.
    tape: takes a gradient. cast: casts, or asks for a dtype. lazy: a `map`, or a generator, of
    which nothing is taken. rebinds: gives the name of a loop to something else. replaces: puts
    something into a parameter.
    """
    binding: dict[str, list[Statement]] = {}
    for statement in statements:
        for name in statement.binds:
            binding.setdefault(name, []).append(statement)
    arrays = _numpys(binding)
    found: dict[str, Line] = {}
    seen, todo = set(graded) - {root}, [root]
    while todo:
        name = todo.pop(0)
        if name in seen:
            continue
        seen.add(name)
        for statement in _lasting(binding.get(name, [])):
            for trait, node in _traits(statement.tree, arrays):
                found.setdefault(trait, _line(statement.unit, node, name))
            used = (n.id for n in ast.walk(statement.tree) if isinstance(n, ast.Name))
            todo += dict.fromkeys(used)
    return dict(sorted(found.items()))


def _lasting(statements: list[Statement]) -> list[Statement]:
    """Those that give a name its value in the end: a definition hides the ones before it."""
    last = [i for i, each in enumerate(statements) if _is_whole(each.tree)]
    return statements[last[-1] :] if last else statements


def _is_whole(node: ast.stmt) -> bool:
    """Whether a definition owes nothing to an earlier one of its name, as `class A(A)` does."""
    if isinstance(node, ast.ClassDef):
        return node.name not in map(names.root, node.bases)
    return isinstance(node, names.Function)


def _line(unit: str, node: ast.AST, function: str) -> Line:
    number = getattr(node, "lineno", 0)
    return Line(unit, number, function[:80], linecache.getline(unit, number).strip()[:_MOST])


def _numpys(binding: dict[str, list[Statement]]) -> set[str]:
    """The names under which the file has NumPy, or something of it."""
    trees = (s.tree for each in binding.values() for s in each)
    found = {"np", "numpy"}
    for tree in trees:
        match tree:
            case ast.Import(names=aliases):
                found |= {a.asname for a in aliases if a.name == "numpy" and a.asname}
            case ast.ImportFrom(module=str(module), names=aliases):
                if module.partition(".")[0] == "numpy":
                    found |= {a.asname or a.name for a in aliases}
    return found


def _traits(tree: ast.AST, arrays: set[str]) -> Iterator[tuple[str, ast.AST]]:
    for node in ast.walk(tree):
        match node:
            case ast.Call():
                yield from ((trait, node) for trait in _of_call(node, arrays))
            case ast.Expr(value=ast.GeneratorExp()):
                yield "lazy", node
            case ast.Expr(value=ast.Call(func=ast.Name(id="map" | "filter"))):
                yield "lazy", node
            case ast.For():
                yield from (("rebinds", each) for each in _rebound(node))
            case ast.FunctionDef():
                yield from (("replaces", each) for each in _replaced(node))


def _of_call(call: ast.Call, arrays: set[str]) -> Iterator[str]:
    last = _last(call.func)
    if last in _CALLS:
        yield _CALLS[last]
    if names.root(call.func) in arrays and last not in _NO_COMPUTATION and _computed(call):
        yield "numpy"
    if isinstance(call.func, ast.Name) and last == "float" and _computed(call):
        yield "number"
    kinds = [k.value for k in call.keywords if k.arg == "dtype"]
    if kinds:
        yield "cast"
    if last in ("cast", "astype"):
        kinds += call.args[-1:]
    if last in _INTEGRAL or any("int" in ast.unparse(kind) for kind in kinds):
        yield "integers"


def _last(function: ast.expr) -> str:
    """The last part of a function's name: `log` of tf.math.log."""
    match function:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""


def _computed(call: ast.Call) -> bool:
    """Whether something is computed from more than literals, lengths and shapes."""
    chained = isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Call)
    arguments: list[ast.expr] = [*call.args, *(keyword.value for keyword in call.keywords)]
    return chained or any(map(_has_variable, arguments))


def _has_variable(node: ast.AST) -> bool:
    """Whether a variable stands in an expression as itself, and not for its shape or its length."""
    match node:
        case ast.Attribute(attr="shape" | "dtype" | "ndim" | "newaxis" | "pi" | "e"):
            return False
        case ast.Call(func=ast.Name(id="len")):
            return False
        case ast.Call(func=ast.Name(), args=arguments):
            return any(map(_has_variable, arguments))
        case ast.Call(func=ast.Attribute(value=ast.Name(id="np" | "numpy" | "tf"))):
            return any(map(_has_variable, [*node.args, *(k.value for k in node.keywords)]))
        case ast.Name(id=name):
            return name not in ("np", "numpy", "tf")
    return any(map(_has_variable, ast.iter_child_nodes(node)))


def _rebound(loop: ast.For) -> Iterator[ast.stmt]:
    """Assignments in a loop to the names that it gives its items."""
    own = {n.id for n in ast.walk(loop.target) if isinstance(n, ast.Name)}
    for node in (n for part in loop.body for n in ast.walk(part)):
        if isinstance(node, ast.Assign | ast.AugAssign):
            leaves = (t.id for t in names.targets(node) if isinstance(t, ast.Name))
            if own.intersection(leaves):
                yield node


def _replaced(function: ast.FunctionDef) -> Iterator[ast.stmt]:
    """Assignments to an item of a parameter: `params[i] = ...`."""
    own = set(names.parameters(function))
    for node in ast.walk(function):
        if isinstance(node, ast.Assign):
            leaves = (t for t in names.targets(node) if isinstance(t, ast.Subscript))
            if own.intersection(names.root(leaf) or "" for leaf in leaves):
                yield node
