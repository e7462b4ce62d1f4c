"""A change of the reference in words that complete "a right solution ...", for a student.

They name the kind of the change, and what of it is in the task or in a library. They show no line
of the reference. A change that can't be told clearly has no words.
"""

import ast
import copy
from collections.abc import Callable

from grader.build.mutation.changes import called
from grader.build.mutation.scope import Scope
from grader.build.mutation.site import Site, same
from grader.text import Message, template

Words = Callable[[Site, Scope], Message | None]

WORDS: dict[str, Words] = {}
"""By the kind of a change; in this order they are plain to a student."""

SIGNS: dict[type[ast.AST], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.FloorDiv: "//",
    ast.Mod: "%",
    ast.Pow: "**",
    ast.MatMult: "@",
    ast.BitAnd: "&",
    ast.BitOr: "|",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Is: "is",
    ast.IsNot: "is not",
    ast.In: "in",
    ast.NotIn: "not in",
    ast.And: "and",
    ast.Or: "or",
}

INSTEAD = template("with `{new}` in the place of `{old}`")
LEFT_OUT = template("with `{what}` left out")


def words_for(*changes: str) -> Callable[[Words], Words]:
    """The decorated function has the words for these kinds of changes."""

    def add(function: Words) -> Words:
        WORDS.update(dict.fromkeys(changes, function))
        return function

    return add


@words_for("sign")
def _sign(site: Site, scope: Scope) -> Message | None:
    if isinstance(site.new, ast.UnaryOp) and same(site.new.operand, site.old):
        return Message("with its result negated")
    return Message("with a minus sign left out")


@words_for("operator", "comparison", "and, or")
def _operator(site: Site, scope: Scope) -> Message | None:
    old, new = SIGNS.get(type(site.old)), SIGNS.get(type(site.new))
    if isinstance(site.old, ast.AugAssign) and isinstance(site.new, ast.Assign):
        old, new = SIGNS[type(site.old.op)] + "=", "="
    elif isinstance(site.parent, ast.AugAssign) and old and new:
        old, new = old + "=", new + "="
    return Message(INSTEAD, old=old, new=new) if old and new else None


@words_for("another function")
def _function(site: Site, scope: Scope) -> Message | None:
    match site.old, site.new:
        case ast.Attribute(attr=old), ast.Attribute(attr=new):
            return Message(INSTEAD, old=old, new=new)
        case ast.Name(id=old), ast.Name(id=new):
            return Message(INSTEAD, old=old, new=new)
    return None


@words_for("axis", "flag")
def _keyword(site: Site, scope: Scope) -> Message | None:
    old, new = ast.unparse(site.old), ast.unparse(site.new)
    if isinstance(site.parent, ast.keyword):
        old, new = f"{site.parent.arg}={old}", f"{site.parent.arg}={new}"
    return Message(INSTEAD, old=old, new=new)


@words_for("number")
def _number(site: Site, scope: Scope) -> Message | None:
    old, new = ast.unparse(site.old), ast.unparse(site.new)
    match site.parent:
        case ast.Subscript(value=ast.Attribute(attr="shape")):
            return Message(INSTEAD, old=f"shape[{old}]", new=f"shape[{new}]")
        case ast.Subscript():
            return Message("with index {new} in the place of index {old}", old=old, new=new)
        case ast.Slice() if site.field == "lower":
            return Message(
                "with a slice that begins at {new} in the place of {old}", old=old, new=new
            )
        case ast.Slice() if site.field == "upper":
            return Message(
                "with a slice that ends at {new} in the place of {old}", old=old, new=new
            )
        case ast.BinOp(op=ast.Pow()) if site.field == "right":
            return Message("with the power {new} in the place of {old}", old=old, new=new)
        case ast.keyword(arg=name):
            return Message(INSTEAD, old=f"{name}={old}", new=f"{name}={new}")
    return Message("with the number {new} in the place of {old}", old=old, new=new)


@words_for("reduction left out", "call left out", "cast left out")
def _call(site: Site, scope: Scope) -> Message | None:
    name = scope.called(site.old)
    return Message(LEFT_OUT, what=name) if name else None


OPERATIONS: dict[type[ast.operator], tuple[str, str]] = {
    ast.Add: (
        template("with the addition of `{what}` left out"),
        template("with an addition left out"),
    ),
    ast.Sub: (
        template("with the subtraction of `{what}` left out"),
        template("with a subtraction left out"),
    ),
    ast.Mult: (
        template("with the multiplication by `{what}` left out"),
        template("with a multiplication left out"),
    ),
    ast.Div: (
        template("with the division by `{what}` left out"),
        template("with a division left out"),
    ),
    ast.MatMult: (
        template("with the matrix product with `{what}` left out"),
        template("with a matrix product left out"),
    ),
}


@words_for("operand left out")
def _operand(site: Site, scope: Scope) -> Message | None:
    match site.old:
        case ast.BoolOp(op=op) | ast.BinOp(op=ast.BitAnd() | ast.BitOr() as op):
            return Message("with one side of `{op}` left out", op=SIGNS[type(op)])
        case ast.BinOp(left=left, op=ast.Pow(), right=right) if same(site.new, left):
            if isinstance(right, ast.Constant) and right.value == 2:
                return Message("with a square left out")
            return Message("with a power left out")
        case ast.BinOp(left=left, op=op, right=right) if same(site.new, left):
            return operation(op, scope.hint(right))
        case ast.BinOp(left=left, op=ast.Add() | ast.Mult() | ast.MatMult() as op):
            return operation(op, scope.hint(left))
        case ast.BinOp(left=left, op=ast.Sub() | ast.Div() as op) if what := scope.plain(left):
            return Message(LEFT_OUT, what=f"{what} {SIGNS[type(op)]}")
    return None


def operation(op: ast.operator, what: str) -> Message | None:
    """A step with that operator left out, of which `what` is known."""
    if type(op) not in OPERATIONS:
        return None
    known, unknown = OPERATIONS[type(op)]
    return Message(known, what=what) if what else Message(unknown)


@words_for("operands swapped")
def _sides(site: Site, scope: Scope) -> Message | None:
    if not isinstance(site.old, ast.BinOp):
        return None
    return Message("with the two sides of a `{op}` exchanged", op=SIGNS[type(site.old.op)])


@words_for("argument left out")
def _argument(site: Site, scope: Scope) -> Message | None:
    old, new = site.old, site.new
    if not isinstance(old, ast.Call) or not isinstance(new, ast.Call) or not scope.called(old):
        return None
    if len(old.keywords) == len(new.keywords):
        return Message("with an argument of `{function}` left out", function=scope.called(old))
    left = next(k for k in old.keywords if not any(same(k, other) for other in new.keywords))
    value = scope.plain(left.value)
    return Message(
        "with `{argument}` of `{function}` left out",
        argument=f"{left.arg}={value}" if value else left.arg,
        function=scope.called(old),
    )


@words_for("part")
def _part(site: Site, scope: Scope) -> Message | None:
    if isinstance(site.old, ast.Attribute):
        return Message(LEFT_OUT, what=f".{site.old.attr}")
    return Message("with an index, `[...]`, left out")


@words_for("slice")
def _slice(site: Site, scope: Scope) -> Message | None:
    match site.old, site.new:
        case ast.Slice(lower=None), ast.Slice(lower=ast.expr()):
            return Message("in which a slice leaves out the first item")
        case ast.Slice(upper=None), ast.Slice(upper=ast.expr()):
            return Message("in which a slice leaves out the last item")
        case ast.Slice(lower=ast.expr()), ast.Slice(lower=None):
            return Message("in which a slice begins at the first item")
        case ast.Slice(upper=ast.expr()), ast.Slice(upper=None):
            return Message("in which a slice goes on to the last item")
        case _, ast.BinOp(op=ast.Add()) if site.field == "lower":
            return Message("in which a slice begins one item later")
        case _, ast.BinOp(op=ast.Sub()) if site.field == "lower":
            return Message("in which a slice begins one item earlier")
        case _, ast.BinOp(op=ast.Add()) if site.field == "upper":
            return Message("in which a slice ends one item later")
        case _, ast.BinOp(op=ast.Sub()) if site.field == "upper":
            return Message("in which a slice ends one item earlier")
    return None


@words_for("loop cut short")
def _loop(site: Site, scope: Scope) -> Message | None:
    old, new = site.old, site.new
    if isinstance(new, ast.Subscript) and isinstance(new.slice, ast.Slice):
        first = new.slice.lower is not None
    elif isinstance(old, ast.Call) and isinstance(new, ast.Call):
        first = len(new.args) > len(old.args)
    else:  # within the call of range
        first = isinstance(new, ast.BinOp) and isinstance(new.op, ast.Add)
    if first:
        return Message("in which a loop leaves out its first pass")
    return Message("in which a loop leaves out its last pass")


@words_for("loop ended early")
def _ended(site: Site, scope: Scope) -> Message | None:
    return Message("in which a loop ends after its first pass")


@words_for("condition left out", "branch")
def _unconditional(site: Site, scope: Scope) -> Message | None:
    return Message("with an `if` left out")


@words_for("condition negated")
def _negated(site: Site, scope: Scope) -> Message | None:
    return Message("in which a condition is the other way round")


@words_for("epsilon")
def _epsilon(site: Site, scope: Scope) -> Message | None:
    if not isinstance(site.new, ast.Constant) or site.new.value:
        return None
    return Message("with the small number {number} left out", number=ast.unparse(site.old))


@words_for("items swapped")
def _items(site: Site, scope: Scope) -> Message | None:
    match site.old, site.parent:
        case ast.Call(), _ if name := scope.called(site.old):
            return Message("with two arguments of `{function}` exchanged", function=name)
        case ast.Tuple(elts=items), ast.Assign():
            names = [scope.plain(item) for item in items]
            if len(names) == 2 and all(names):
                return Message("with `{one}` and `{other}` exchanged", one=names[0], other=names[1])
        case ast.Tuple(), ast.Return():
            return Message("with two of its results exchanged")
        case ast.List() | ast.Tuple(), ast.Call() if name := scope.called(site.parent):
            return Message("with two arguments of `{function}` exchanged", function=name)
    return None


@words_for("another name")
def _name(site: Site, scope: Scope) -> Message | None:
    one, other = site.old, site.new
    for parent in reversed(site.around):  # `len(y)` says more than `y`
        if not scope.plain(parent):
            break
        one, other = parent, _with(parent, one, other)
    old, new = scope.plain(one), scope.plain(other)
    return Message(INSTEAD, old=old, new=new) if old and new and old != new else None


def _with(parent: ast.AST, old: ast.AST, new: ast.AST) -> ast.AST:
    """The same with another part."""
    made = copy.copy(parent)
    for name, value in ast.iter_fields(parent):
        if value is old:
            setattr(made, name, new)
        elif isinstance(value, list):
            setattr(made, name, [new if item is old else item for item in value])
    return made


@words_for("reduction added")
def _reduced(site: Site, scope: Scope) -> Message | None:
    if called(site.new).endswith("mean"):  # type: ignore[arg-type]
        return Message("with its result averaged over everything")
    return Message("with its result summed over axis 0")


@words_for("dtype")
def _dtype(site: Site, scope: Scope) -> Message | None:
    names = [
        getattr(n, "attr", getattr(n, "id", getattr(n, "value", ""))) for n in (site.old, site.new)
    ]
    return Message(INSTEAD, old=names[0], new=names[1])
