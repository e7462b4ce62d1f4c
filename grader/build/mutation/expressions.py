"""Changes of operators, conditions, numbers and names."""

import ast
from collections.abc import Iterator

from grader.build.mutation.changes import Place, called, change, number, with_

_OTHER: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Div,
    ast.Mod: ast.FloorDiv,
    ast.Pow: ast.Mult,
    ast.MatMult: ast.Mult,
}
_COMMUTE = (ast.Add, ast.Mult)

_COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.GtE),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.LtE),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}

SMALL = 1e-2
"""A number below this is an epsilon."""

EPSILON = 1e-3
"""What is added as an epsilon: more than any tolerance is meant to allow."""


@change("operator")
def operators(node: ast.expr, place: Place) -> Iterator[ast.expr]:
    """`a + b` becomes `a - b`, `a * b` becomes `a / b`, `a @ b` becomes `a * b`."""
    if isinstance(node, ast.BinOp) and type(node.op) in _OTHER:
        yield with_(node, op=_OTHER[type(node.op)]())


@change("operand left out")
def operands(node: ast.expr, place: Place) -> Iterator[ast.expr]:
    """`a + b` becomes `a` or `b`; so does `a and b`."""
    match node:
        case ast.BinOp(left=left, right=right):
            yield left
            yield right
        case ast.BoolOp(values=values):
            for i in range(len(values)):
                rest = [*values[:i], *values[i + 1 :]]
                yield rest[0] if len(rest) == 1 else with_(node, values=rest)


@change("operands swapped")
def order(node: ast.expr, place: Place) -> Iterator[ast.expr]:
    """`a - b` becomes `b - a`, where that is not the same."""
    if isinstance(node, ast.BinOp) and not isinstance(node.op, _COMMUTE):
        yield with_(node, left=node.right, right=node.left)


@change("sign")
def signs(node: ast.expr, place: Place) -> Iterator[ast.expr]:
    """`-a` becomes `a`, and what is returned becomes its negative."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        if not isinstance(node.operand, ast.Constant) or place.role != "axis":
            yield node.operand
    elif place.role == "return" and not isinstance(node, ast.Tuple | ast.Constant | ast.Lambda):
        yield ast.UnaryOp(ast.USub(), node)


@change("comparison")
def comparisons(node: ast.expr, place: Place) -> Iterator[ast.expr]:
    """`<` becomes `<=` and `>`; `==` becomes `!=`."""
    if isinstance(node, ast.Compare):
        for i, op in enumerate(node.ops):
            for other in _COMPARED[type(op)]:
                yield with_(node, ops=[*node.ops[:i], other(), *node.ops[i + 1 :]])


@change("and, or")
def logic(node: ast.expr, place: Place) -> Iterator[ast.expr]:
    """`and` becomes `or`."""
    if isinstance(node, ast.BoolOp):
        yield with_(node, op=ast.Or() if isinstance(node.op, ast.And) else ast.And())


@change("condition negated")
def conditions(node: ast.expr, place: Place) -> Iterator[ast.expr]:
    """`if a` becomes `if not a`, and `not a` becomes `a`."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield node.operand
    elif place.role == "test" and not isinstance(node, ast.Compare):
        yield ast.UnaryOp(ast.Not(), node)


@change("branch")
def branches(node: ast.expr, place: Place) -> Iterator[ast.expr]:
    """`a if c else b` becomes `a` or `b`."""
    if isinstance(node, ast.IfExp):
        yield node.body
        yield node.orelse


@change("number")
def numbers(node: ast.expr, place: Place) -> Iterator[ast.expr]:
    """A whole number becomes the next and the one before; another one a tenth less and one more."""
    if not isinstance(node, ast.Constant) or place.role in ("axis", "axes"):
        return
    value = node.value
    if type(value) is int:
        yield number(value + 1)
        yield number(value - 1)
    elif type(value) is float and (abs(value) >= SMALL or value == 0):
        yield number(value + 1)
        if value:
            yield number(float(f"{0.9 * value:.6g}"))


@change("epsilon")
def epsilons(node: ast.expr, place: Place) -> Iterator[ast.expr]:
    """A small number becomes 0 and a thousand times as large; one is added below `/` and `log`."""
    match node:
        case ast.Constant(value=float(value)) if 0 < abs(value) < SMALL:
            yield ast.Constant(0.0)
            yield ast.Constant(float(f"{1000 * value:.6g}"))
        case ast.BinOp(op=ast.Div(), right=right) if not isinstance(right, ast.Constant):
            yield with_(node, right=_raised(right))
        case ast.Call(args=[inner]) if called(node) == "log":
            yield with_(node, args=[_raised(inner)])


def _raised(node: ast.expr) -> ast.expr:
    return ast.BinOp(node, ast.Add(), ast.Constant(EPSILON))


@change("another name")
def names(node: ast.expr, place: Place) -> Iterator[ast.expr]:
    """A variable of the function becomes another one."""
    match node:
        case ast.Name(id=name, ctx=ast.Load()) if name in place.variables and place.role != "func":
            yield from (ast.Name(o, ast.Load()) for o in place.variables if o != name)


@change("slice")
def slices(node: ast.expr, place: Place) -> Iterator[ast.expr]:
    """Each end of `a[i:j]` goes one further and one less far, or away; so does the step."""
    if not isinstance(node, ast.Slice):
        return
    for end, bound in (("lower", node.lower), ("upper", node.upper), ("step", node.step)):
        if bound is not None:
            yield with_(node, **{end: None})
            if not isinstance(bound, ast.Constant):  # a number is changed as a number
                yield with_(node, **{end: ast.BinOp(bound, ast.Add(), ast.Constant(1))})
                yield with_(node, **{end: ast.BinOp(bound, ast.Sub(), ast.Constant(1))})
    if node.step is None:
        if node.lower is None:
            yield with_(node, lower=ast.Constant(1))
        if node.upper is None:
            yield with_(node, upper=ast.UnaryOp(ast.USub(), ast.Constant(1)))


@change("part")
def parts(node: ast.expr, place: Place) -> Iterator[ast.expr]:
    """`a[i]` becomes `a`; `a.T` too."""
    match node:
        case ast.Subscript(value=value, ctx=ast.Load()) | ast.Attribute(value=value, attr="T"):
            yield value


@change("loop cut short")
def loops(node: ast.expr, place: Place) -> Iterator[ast.expr]:
    """What a loop goes through loses its first or its last item."""
    if place.role != "iter":
        return
    one = ast.Constant(1)
    match node:
        case ast.Call(func=ast.Name(id="range"), args=[stop]):
            yield with_(node, args=[ast.BinOp(stop, ast.Sub(), one)])
            yield with_(node, args=[one, stop])
        case ast.Call(func=ast.Name(id="range"), args=[start, stop, *rest]):
            yield with_(node, args=[start, ast.BinOp(stop, ast.Sub(), one), *rest])
            yield with_(node, args=[ast.BinOp(start, ast.Add(), one), stop, *rest])
        case _:
            items = ast.Call(ast.Name("list", ast.Load()), [node], [])
            yield ast.Subscript(items, ast.Slice(one), ast.Load())
            yield ast.Subscript(items, ast.Slice(None, ast.UnaryOp(ast.USub(), one)), ast.Load())


@change("condition left out")
def filters(node: ast.expr, place: Place) -> Iterator[ast.expr]:
    """`[a for a in b if c]` becomes `[a for a in b]`."""
    if isinstance(node, ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp):
        for i, part in enumerate(node.generators):
            if part.ifs:
                bare = ast.comprehension(part.target, part.iter, [], part.is_async)
                generators = [*node.generators[:i], bare, *node.generators[i + 1 :]]
                yield with_(node, generators=generators)
