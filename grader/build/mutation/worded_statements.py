"""The words for statements that are dropped, or done in another order."""

import ast

from grader.build.mutation.scope import Scope
from grader.build.mutation.site import Site, same
from grader.build.mutation.worded import LEFT_OUT, SIGNS, operation, words_for
from grader.text import Message


@words_for("statement dropped")
def _statement(site: Site, scope: Scope) -> Message | None:
    match _dropped(site):
        case ast.AugAssign(op=op):
            return Message(LEFT_OUT, what=f"{SIGNS[type(op)]}=")
        case ast.If():
            return Message("with an `if` left out")
        case ast.For() | ast.While():
            return Message("with a loop left out")
        case ast.Break() | ast.Continue() | ast.Return() as node:
            return Message(LEFT_OUT, what=type(node).__name__.lower())
        case ast.Expr(value=ast.Call() as call) if name := scope.called(call):
            return Message("with the call of `{function}` left out", function=name)
        case ast.Assign(targets=[ast.Subscript()]):
            return Message("with an assignment, `[...] =`, left out")
        case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call(args=args) as call):
            again = any(isinstance(arg, ast.Name) and arg.id == name for arg in args)
            function = scope.called(call)
            return Message(LEFT_OUT, what=function) if again and function else None
        case ast.Assign(
            targets=[ast.Name(id=name)],
            value=ast.BinOp(left=ast.Name(id=left), op=op, right=right),
        ) if left == name:
            return operation(op, scope.plain(right))
    return None


def _dropped(site: Site) -> ast.AST | None:
    """The statement that is not there any more, or only as `pass`."""
    if isinstance(site.new, ast.Pass):
        return site.old
    for block in ("body", "orelse", "finalbody"):
        before, after = getattr(site.old, block, None), getattr(site.new, block, None)
        if isinstance(before, list) and isinstance(after, list) and len(before) > len(after):
            pairs = zip(before, [*after, None], strict=True)
            return next(one for one, other in pairs if not same(one, other))
    return None


@words_for("statements swapped")
def _steps(site: Site, scope: Scope) -> Message | None:
    return Message("in which two steps are done in the other order")


@words_for("argument changed")
def _in_place(site: Site, scope: Scope) -> Message | None:
    return Message("in which an argument is changed in place")
