"""Which names in a file are the student's own, and what the others stand for.

A name that the student chose may be called anything in a copy. A name that was asked for, or that a
library gives, stays: `np.exp`, `xp.exp` and `exp` are `numpy.exp` where the imports say so.
"""

import ast
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(frozen=True)
class Names:
    """The names of one file: `own` variables and functions, and `members` of own classes.

    `imported` says what each imported name is, as a dotted path.
    """

    own: frozenset[str]
    members: frozenset[str]
    imported: dict[str, str]

    def is_own(self, name: str) -> bool:
        """Whether the student chose the name."""
        return name in self.own and name not in self.imported


def names_of(trees: Iterable[ast.Module], asked: Collection[str]) -> Names:
    """The names of a file whose parts are these; `asked` are those that the exercise asks for."""
    own: set[str] = set()
    members: set[str] = set()
    imported: dict[str, str] = {}
    for tree in trees:
        for node in walked(tree):
            own.update(_bound(node))
            members.update(_members(node))
            imported.update(_imported(node))
    known = set(asked)
    return Names(frozenset(own - known), frozenset(members - known), imported)


def walked(node: ast.AST) -> Iterator[ast.AST]:
    """The node and all that is in it, but for operators and contexts: faster than `ast.walk`."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        yield node
        for field in node._fields:
            value = getattr(node, field, None)
            if isinstance(value, list):
                waiting += [each for each in value if isinstance(each, ast.AST)]
            elif isinstance(value, ast.AST) and value._fields:
                waiting.append(value)


def _bound(node: ast.AST) -> Iterable[str]:
    """The names that a node itself gives a meaning."""
    match node:
        case ast.Name(id=name, ctx=ast.Store() | ast.Del()) | ast.arg(arg=name):
            return (name,)
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            return () if name.startswith("__") else (name,)
        case ast.ExceptHandler(name=str(name)):
            return (name,)
    return ()


def _members(node: ast.AST) -> Iterable[str]:
    """What a node makes an attribute of: `x.name = ...`, or a method."""
    match node:
        case ast.Attribute(attr=name, ctx=ast.Store()):
            return (name,)
        case ast.ClassDef(body=body):
            names = (each.name for each in body if isinstance(each, _FUNCTIONS))
            return [name for name in names if not name.startswith("__")]
    return ()


def _imported(node: ast.AST) -> Iterable[tuple[str, str]]:
    match node:
        case ast.Import(names=names):
            return [
                (alias.asname, alias.name) if alias.asname else (top(alias.name), top(alias.name))
                for alias in names
            ]
        case ast.ImportFrom(module=module, names=names):
            return [(a.asname or a.name, f"{module or ''}.{a.name}") for a in names]
    return ()


def top(path: str) -> str:
    """The first part of a dotted path."""
    return path.partition(".")[0]


@dataclass(frozen=True)
class Effect:
    """Which names a statement reads and writes; an `end` is passed by no other statement."""

    reads: frozenset[str]
    writes: frozenset[str]
    end: bool = False

    def touches(self, other: "Effect") -> bool:
        """Whether the order of the two is more than a matter of taste, as far as names tell."""
        return (
            self.end
            or other.end
            or not self.writes.isdisjoint(other.reads | other.writes)
            or not self.reads.isdisjoint(other.writes)
        )


def effect_of(statement: ast.stmt) -> Effect:
    """What a statement reads and writes.

    A call may do anything; what is told here are the names in it. That is enough to bring two
    files into the same order, and nothing is executed in it.
    """
    if isinstance(statement, (*_FUNCTIONS, ast.ClassDef)):
        return Effect(frozenset(), frozenset([statement.name]))
    reads: set[str] = set()
    writes: set[str] = set()
    end = False
    for node in walked(statement):
        match node:
            case ast.Name(id=name, ctx=ast.Load()):
                reads.add(name)
            case ast.Name(id=name):
                writes.add(name)
            case (
                ast.Attribute(ctx=ast.Store() | ast.Del())
                | ast.Subscript(ctx=ast.Store() | ast.Del())
            ):
                writes.update(_base(node))
            case ast.Expr(value=ast.Call(func=ast.Attribute(value=changed))):
                writes.update(_base(changed))
            case ast.Expr(value=ast.Call(args=changed)):
                writes.update(name for each in changed for name in _base(each))
            case ast.Return() | ast.Raise() | ast.Break() | ast.Continue() | ast.Yield():
                end = True
            case ast.Global() | ast.Nonlocal() | ast.YieldFrom() | ast.Await():
                end = True
    return Effect(frozenset(reads), frozenset(writes), end)


def _base(node: ast.expr) -> tuple[str, ...]:
    """The variable whose value an expression leads into: `a` for `a.b[0].c`."""
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Starred):
        node = node.value
    return (node.id,) if isinstance(node, ast.Name) else ()
