"""Changes of calls: their arguments, what is called, reductions, casts and dtypes."""

import ast
from collections.abc import Iterator

from grader.build.mutation.changes import Place, as_library, called, change, number, with_

_FAMILIES = [
    ("sum", "mean", "max", "min", "prod"),
    ("reduce_sum", "reduce_mean", "reduce_max", "reduce_min", "reduce_prod"),
    ("argmax", "argmin"),
    ("argsort", "sort"),
    ("std", "var"),
    ("zeros", "ones"),
    ("zeros_like", "ones_like"),
    ("exp", "expm1"),
    ("log", "log1p", "log10"),
    ("maximum", "minimum"),
    ("floor", "ceil"),
    ("all", "any"),
    ("hstack", "vstack"),
    ("append", "extend"),
    ("equal", "not_equal"),
]
_OTHERS = {
    name: [other for other in family if other != name] for family in _FAMILIES for name in family
}
_REDUCTIONS = {
    *("sum", "mean", "max", "min", "prod", "all", "any", "median", "std", "var", "norm"),
    *("amax", "amin", "argmax", "argmin", "logsumexp"),
}
_CASTS = {"cast", "astype", "float", "int", "float32", "float64", "int32", "int64", "round", "rint"}

_DTYPES = {
    "float32": ("float64", "float16", "int32"),
    "float64": ("float32", "float16", "int64"),
    "float": ("int",),
    "int32": ("int64", "uint8"),
    "int64": ("int32", "uint8"),
    "int": ("float",),
    "uint8": ("int8",),
    "bool": ("int32",),
}
_AXES = (ast.Constant(0), ast.Constant(1), number(-1), ast.Constant(None))


@change("axis")
def axes(node: ast.expr, place: Place) -> Iterator[ast.expr]:
    """`axis=0` becomes each other axis."""
    if place.role in ("axis", "axes"):
        yield from _AXES


@change("flag")
def flags(node: ast.expr, place: Place) -> Iterator[ast.expr]:
    """`keepdims=True` becomes `keepdims=False`."""
    if isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield ast.Constant(not node.value)


@change("argument left out")
def arguments(node: ast.expr, place: Place) -> Iterator[ast.expr]:
    """Each keyword is left out, and each of several arguments."""
    if not isinstance(node, ast.Call):
        return
    for i in range(len(node.keywords)):
        yield with_(node, keywords=[*node.keywords[:i], *node.keywords[i + 1 :]])
    if len(node.args) > 1:
        for i in range(len(node.args)):
            yield with_(node, args=[*node.args[:i], *node.args[i + 1 :]])


@change("another function")
def functions(node: ast.expr, place: Place) -> Iterator[ast.expr]:
    """`sum` becomes `mean`, `max` and `min`; `argmax` becomes `argmin`; and so on."""
    if not isinstance(node, ast.Call):
        return
    for other in _OTHERS.get(called(node), ()):
        match node.func:
            case ast.Attribute():
                yield with_(node, func=with_(node.func, attr=other))
            case ast.Name() if other in ("sum", "max", "min", "all", "any"):
                yield with_(node, func=ast.Name(other, ast.Load()))


def _inner(node: ast.expr, place: Place) -> ast.expr | None:
    """What a call is of: `x` for `np.sum(x, axis=0)` and for `x.sum(axis=0)`."""
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Name(id=owner))) if (
            owner in place.libraries.values()
        ):
            return node.args[0] if node.args else None
        case ast.Call(func=ast.Attribute(value=ast.Attribute(value=ast.Name(id=owner)))) if (
            owner in place.libraries.values()
        ):
            return node.args[0] if node.args else None
        case ast.Call(func=ast.Attribute(value=value)):
            return value
        case ast.Call(args=[first, *_]):
            return first
    return None


def _kind(name: str) -> str:
    if name.removeprefix("reduce_") in _REDUCTIONS:
        return "reduction"
    return "cast" if name in _CASTS else "other"


@change("reduction left out")
def reductions(node: ast.expr, place: Place) -> Iterator[ast.expr]:
    """`np.sum(x, axis=0)` becomes `x`."""
    inner = _inner(node, place)
    if inner is not None and _kind(called(node)) == "reduction":
        yield inner


@change("cast left out")
def casts(node: ast.expr, place: Place) -> Iterator[ast.expr]:
    """`tf.cast(x, tf.float32)` becomes `x`."""
    inner = _inner(node, place)
    if inner is not None and _kind(called(node)) == "cast":
        yield inner


@change("call left out")
def calls(node: ast.expr, place: Place) -> Iterator[ast.expr]:
    """`np.exp(x)` becomes `x`, and so does `x.copy()`."""
    inner = _inner(node, place)
    if inner is not None and _kind(called(node)) == "other" and place.role != "iter":
        yield inner


@change("reduction added")
def more_reductions(node: ast.expr, place: Place) -> Iterator[ast.expr]:
    """What is returned is summed or averaged."""
    if place.role == "return" and not isinstance(node, ast.Constant | ast.Lambda | ast.Tuple):
        if library := place.libraries.get("numpy"):
            yield as_library(library, "mean", node)
            yield as_library(library, "sum", node, axis=0)
        if library := place.libraries.get("tensorflow"):
            yield as_library(library, "reduce_mean", node)
            yield as_library(library, "reduce_sum", node, axis=0)


@change("cast added")
def more_casts(node: ast.expr, place: Place) -> Iterator[ast.expr]:
    """What is returned is rounded, or kept in half of the precision."""
    if place.role == "return" and not isinstance(node, ast.Constant | ast.Lambda | ast.Tuple):
        if library := place.libraries.get("numpy"):
            yield as_library(library, "round", node, decimals=2)
            yield as_library(library, "float16", node)
        if library := place.libraries.get("tensorflow"):
            half = ast.Attribute(ast.Name(library, ast.Load()), "float16", ast.Load())
            yield as_library(library, "cast", node, half)


@change("dtype")
def dtypes(node: ast.expr, place: Place) -> Iterator[ast.expr]:
    """`float32` becomes `float64`, `float16` and `int32`; and so on."""
    match node:
        case ast.Attribute(attr=name) if name in _DTYPES and place.role != "func":
            for other in _DTYPES[name]:
                yield with_(node, attr=other)
        case ast.Constant(value=str(name)) if name in _DTYPES:
            for other in _DTYPES[name]:
                yield ast.Constant(other)
        case ast.Name(id=name) if name in _DTYPES and place.role != "func":
            for other in _DTYPES[name]:
                yield ast.Name(other, ast.Load())
