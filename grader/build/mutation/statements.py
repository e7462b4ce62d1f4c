"""Changes of the text: statements and items dropped and swapped, loops ended early."""

import ast
from collections.abc import Iterator
from itertools import pairwise

from grader.build.mutation.places import Text, blocks, is_told

Edit = tuple[str, int, int, str]
"""The name of the change, where the text that it replaces begins and ends, and the new text."""


def edits(node: ast.stmt, text: Text) -> Iterator[Edit]:
    """All changes of the statements in a function, a class or another compound statement."""
    for block in blocks(node):
        yield from _dropped(block, text)
        yield from _swapped(block, text)
    for child in ast.walk(node):
        match child:
            case ast.For() | ast.While():
                yield from _ended_early(child, text)
            case ast.AugAssign():
                yield from _augmented(child, text)
            case ast.FunctionDef():
                yield from _in_place(child, text)


def _dropped(block: list[ast.stmt], text: Text) -> Iterator[Edit]:
    left = [node for node in block if not isinstance(node, ast.Expr) or not is_told(node)]
    for node in block:
        if not is_told(node) and not isinstance(node, ast.Raise):
            start, end = text.span(node)
            first, last = text.lines(start, end)
            alone = not text.source[first:start].strip() and "#" not in text.source[start:end]
            if len(left) > 1 and alone and last < len(text.source):
                yield "statement dropped", first, last + 1, ""
            else:
                yield "statement dropped", start, end, "pass"


def _swapped(block: list[ast.stmt], text: Text) -> Iterator[Edit]:
    for one, other in pairwise(block):
        if is_told(one) or is_told(other) or isinstance(one, ast.Return | ast.FunctionDef):
            continue
        (a, b), (c, d) = text.span(one), text.span(other)
        if "\n" in text.source[b:c]:
            source = text.source
            yield "statements swapped", a, d, source[c:d] + source[b:c] + source[a:b]


def _ended_early(loop: ast.For | ast.While, text: Text) -> Iterator[Edit]:
    """A loop that ends after its first round, and one that begins with its second statement."""
    last = loop.body[-1]
    if isinstance(last, ast.Return | ast.Break | ast.Continue | ast.Raise):
        return
    _, end = text.span(last)
    yield "loop ended early", end, end, "\n" + " " * last.col_offset + "break"


def items_swapped(node: ast.expr, text: Text) -> Iterator[Edit]:
    """Two arguments change places, or two items of a tuple or a list."""
    match node:
        case ast.Call(args=items):
            pass
        case ast.Tuple(elts=items, ctx=ast.Load()) | ast.List(elts=items, ctx=ast.Load()):
            pass
        case _:
            return
    for one, other in pairwise(items):
        (a, b), (c, d) = text.span(one), text.span(other)
        source = text.source
        yield "items swapped", a, d, source[c:d] + source[b:c] + source[a:b]


_NAMES = {ast.Add: "+=", ast.Sub: "-=", ast.Mult: "*=", ast.Div: "/="}
_OTHERS = {"+=": ("-=", "="), "-=": ("+=", "="), "*=": ("/=", "="), "/=": ("*=", "=")}


def _augmented(node: ast.AugAssign, text: Text) -> Iterator[Edit]:
    """`a += b` becomes `a -= b` and `a = b`."""
    sign = _NAMES.get(type(node.op), "")
    (_, start), (end, _) = text.span(node.target), text.span(node.value)
    between = text.source[start:end]
    for other in _OTHERS.get(sign, ()):
        yield "operator", start, end, between.replace(sign, other, 1)


def _in_place(function: ast.FunctionDef, text: Text) -> Iterator[Edit]:
    """`y = x - a`, where x is a parameter, becomes `x -= a`, and then `y = x`."""
    parameters = {arg.arg for arg in function.args.args}
    for node in ast.walk(function):
        match node:
            case ast.Assign(
                targets=[ast.Name(id=new)],
                value=ast.BinOp(left=ast.Name(id=old), op=op, right=right) as value,
            ) if old in parameters and type(op) in _NAMES:
                start, end = text.span(node)
                first, last = text.span(right)
                close = text.source[last : text.span(value)[1]]
                changed = f"{old} {_NAMES[type(op)]} {text.source[first:last]}{close}"
                copied = "" if new == old else "\n" + " " * node.col_offset + f"{new} = {old}"
                yield "argument changed", start, end, changed + copied
