"""What of a function can be left out, and what can stand in its place: trees of fewer nodes.

Statements go level by level, as in Misherghi and Su, HDD: Hierarchical Delta Debugging, ICSE 2006:
a block that goes takes along all that stands in it.
"""

import ast
from collections.abc import Collection, Iterator, Mapping, Sequence

from grader.text import parse

LONGEST = 60
"""Characters of an expression that may move to where its name is used."""

Replaced = Mapping[int, Sequence[ast.AST]]
"""By the id of a node, what stands in its place: nothing, where it goes."""


def text_of(tree: ast.Module) -> str | None:
    """The code of a tree; None where it is none, as a `try` without a handler is."""
    try:
        text = ast.unparse(tree)
        parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    return text


def levels(tree: ast.Module) -> int:
    """How deep its statements are nested."""
    depth = 0
    while at_level(tree, depth):
        depth += 1
    return depth


def at_level(tree: ast.Module, depth: int) -> list[ast.stmt]:
    """The statements at a depth: those of the module at 0, those of its functions at 1."""
    found: list[ast.AST] = [tree]
    for _ in range(depth + 1):
        found = [inner for node in found for inner in _statements(node)]
    return [node for node in found if isinstance(node, ast.stmt)]


def _statements(node: ast.AST) -> Iterator[ast.stmt]:
    """The statements in a node that are in no other statement of it."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.stmt):
            yield child
        elif isinstance(child, ast.ExceptHandler | ast.match_case):
            yield from _statements(child)


def without(tree: ast.Module, gone: Collection[ast.stmt]) -> ast.Module:
    """A copy of the tree without these statements; a body that had no others is a `pass`."""
    return replaced(tree, {id(node): [] for node in gone})


def replaced(tree: ast.Module, instead: Replaced) -> ast.Module:
    """A copy of the tree in which some nodes have others in their places."""
    made = _copied(tree, instead)
    assert isinstance(made, ast.Module)
    return made


def _copied(node: ast.AST, instead: Replaced) -> ast.AST:
    fields: dict[str, object] = {}
    for name, value in ast.iter_fields(node):
        if isinstance(value, list):
            each = [x for old in value for x in _in_place(old, instead)]
            is_empty = name == "body" and value and not each and not isinstance(node, ast.Module)
            fields[name] = [ast.Pass()] if is_empty else each
        else:
            fields[name] = next(iter(_in_place(value, instead)), None)
    return ast.copy_location(type(node)(**fields), node)


def _in_place(value: object, instead: Replaced) -> Iterator[object]:
    if not isinstance(value, ast.AST):
        yield value
    elif id(value) in instead:
        yield from (_copied(node, instead) for node in instead[id(value)])
    else:
        yield _copied(value, instead)


def simpler(tree: ast.Module) -> Iterator[Replaced]:
    """Ways to have a single node stand for less: a block by its body, a sum by one of its terms."""
    for node in ast.walk(tree):
        for choice in _choices(node):
            yield {id(node): choice}
        if isinstance(node, ast.Call):
            for keyword in node.keywords:
                yield {id(keyword): []}
    yield from _moved(tree)


def _choices(node: ast.AST) -> Iterator[Sequence[ast.AST]]:
    match node:
        case ast.If() | ast.For() | ast.While():
            yield [*node.body]
            if node.orelse:
                yield [*node.orelse]
        case ast.With() | ast.Try():
            yield [*node.body]
        case ast.BinOp(left=one, right=other):
            # In all cases of a key `n // 2 - 1` may be 1, and the mistake is another one.
            yield from ([each] for each in (one, other) if not isinstance(each, ast.Constant))
        case ast.BoolOp(values=values):
            yield from ([value] for value in values)
        case ast.IfExp(body=one, orelse=other):
            yield from ([one], [other])
        case ast.UnaryOp(operand=ast.Constant()):
            return
        case ast.UnaryOp(operand=inner) | ast.NamedExpr(value=inner):
            yield [inner]
        case ast.Call(args=[first, *_]):
            yield [first]
        case ast.Call(func=ast.Attribute(value=whose)) if not isinstance(whose, ast.Name):
            yield [whose]
        case ast.JoinedStr():
            yield [ast.Constant("")]
        case ast.Constant(value=str() | bytes() as text) if text:
            yield [ast.Constant(type(text)())]
        case ast.Constant(value=int() as number) if abs(number) > 999:
            yield from ([ast.Constant(0)], [ast.Constant(1)])


def _moved(tree: ast.Module) -> Iterator[Replaced]:
    """What has a name and is used once, in the place where it is used."""
    names = [node for node in ast.walk(tree) if isinstance(node, ast.Name)]
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                uses = [n for n in names if n.id == name and isinstance(n.ctx, ast.Load)]
                binds = [n for n in names if n.id == name and not isinstance(n.ctx, ast.Load)]
                if len(uses) == len(binds) == 1 and len(ast.unparse(value)) <= LONGEST:
                    yield {id(node): [], id(uses[0]): [value]}
