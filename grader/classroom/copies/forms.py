"""A syntax tree without what a copy changes first: names, comments, layout, and free order.

Left out are docstrings, annotations, imports and what is printed. One form stands for what means
the same: `x += 1` and `x = x + 1`, `a > b` and `b < a`, `a + b` and `b + a`, `a, b = 1, 2` and two
lines. Statements of which none uses what the other one changes stand in an order of their own.

Each node gets a label; names of the student's own become variables, which are told apart only
within what is compared (Baker, "A Theory of Parameterized Pattern Matching", STOC 1993).
"""

import ast
import hashlib
import heapq
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from grader.classroom.copies.naming import Effect, Names, effect_of

MOST_ORDERED = 200
"""Statements of one block that are brought into an order; longer ones stay as they are."""

VARIABLE = "\0"
"""With this begins the label of a name of the student's own."""

_SAME_EITHER_WAY = (ast.Add, ast.Mult, ast.BitAnd, ast.BitOr, ast.BitXor)
_TURNED: dict[type[ast.cmpop], str] = {ast.Gt: "Lt", ast.GtE: "LtE"}


@dataclass(frozen=True)
class Form:
    """A node: its label, its line, and what is in it. `digest` tells it from others, not names."""

    label: str
    line: int
    parts: tuple["Form", ...]
    digest: bytes

    def flat(self) -> Iterator[tuple[str, int]]:
        """Each label with its line, from the top down."""
        waiting = [self]
        while waiting:
            form = waiting.pop()
            yield form.label, form.line
            waiting.extend(reversed(form.parts))


def form(label: str, line: int, parts: Iterable[Form] = ()) -> Form:
    """A node with its digest."""
    held = tuple(parts)
    own = label if not label.startswith(VARIABLE) else VARIABLE
    digest = hashlib.blake2b(own.encode("utf-8", "replace"), digest_size=8)
    for part in held:
        digest.update(part.digest)
    return Form(label, line, held, digest.digest())


class Former:
    """Makes forms of the trees of one file. Deep trees raise RecursionError."""

    def __init__(self, names: Names):
        self.names = names

    def sections(self, trees: Sequence[ast.Module]) -> Iterator[list[Form]]:
        """The functions and classes of a file, each for itself, and all other statements as one."""
        others: list[ast.stmt] = []
        for tree in trees:
            for statement in _plain(tree.body):
                if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                    yield [self.statement(statement)]
                else:
                    others.append(statement)
        if others:
            yield self.block(others)

    def block(self, body: Sequence[ast.stmt]) -> list[Form]:
        """The statements, in an order that only what they do decides."""
        kept = list(_plain(body))
        made = [self.statement(each) for each in kept]
        if not 1 < len(made) <= MOST_ORDERED:
            return made
        return [made[place] for place in _ordered(made, [effect_of(each) for each in kept])]

    def statement(self, node: ast.stmt) -> Form:
        """One statement."""
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                label = self._name(node.name)
                taken = (each for each in ast.walk(node.args) if isinstance(each, ast.arg))
                arguments = [form(self._name(each.arg), each.lineno) for each in taken]
                defaults = [self.expression(d) for d in node.args.defaults]
                inside = self.block(node.body)
                return form("def", node.lineno, [
                    form(label, node.lineno), *arguments, *defaults, *inside
                ])  # fmt: skip
            case ast.ClassDef(name=name, bases=bases, body=body):
                inside = [*map(self.expression, bases), *self.block(body)]
                return form("class", node.lineno, [form(self._name(name), node.lineno), *inside])
            case ast.AugAssign(target=target, op=op, value=value):
                whole = ast.copy_location(ast.BinOp(_loaded(target), op, value), node)
                return form("=", node.lineno, [self.expression(target), self.expression(whole)])
            case ast.Assign(targets=[target], value=value):
                return form("=", node.lineno, [self.expression(target), self.expression(value)])
        return self._other(node)

    def expression(self, node: ast.expr) -> Form:
        """One expression."""
        line = node.lineno
        match node:
            case ast.Name(id=name):
                return form(self._name(name), line)
            case ast.Attribute(value=value, attr=attr):
                return self._attribute(value, attr, line)
            case ast.Constant(value=value):
                return form(_constant(value), line)
            case ast.BinOp(op=op) if isinstance(op, _SAME_EITHER_WAY):
                terms = sorted(map(self.expression, _terms(node, type(op))), key=_digest)
                return form(type(op).__name__, line, terms)
            case ast.BoolOp(op=op, values=values):
                return form(
                    type(op).__name__, line, sorted(map(self.expression, values), key=_digest)
                )
            case ast.Compare(left=left, ops=[op], comparators=[right]):
                return self._comparison(left, op, right, line)
            case ast.Call(func=func, args=args, keywords=keywords):
                own = isinstance(func, ast.Name) and self.names.is_own(func.id)
                named = sorted((self._keyword(each, own) for each in keywords), key=_digest)
                return form(
                    "call", line, [self.expression(func), *map(self.expression, args), *named]
                )
            case ast.Dict(keys=keys, values=values):
                items = [self._item(k, v) for k, v in zip(keys, values, strict=True)]
                return form("dict", line, sorted(items, key=_digest))
        return self._other(node)

    def _other(self, node: ast.AST, line: int = 0) -> Form:
        """What is as it stands: a form of all its fields, whose blocks are in their order."""
        line = getattr(node, "lineno", line)
        parts: list[Form] = []
        for _, value in ast.iter_fields(node):
            if isinstance(value, list) and value and isinstance(value[0], ast.stmt):
                parts.append(form("block", line, self.block(value)))
            else:
                for each in value if isinstance(value, list) else [value]:
                    parts += self._field(each, line)
        return form(type(node).__name__, line, parts)

    def _field(self, value: object, line: int) -> list[Form]:
        match value:
            case ast.expr_context():
                return []
            case ast.expr():
                return [self.expression(value)]
            case ast.stmt():
                return [self.statement(value)]
            case ast.AST():
                return [self._other(value, line)]
            case str():
                return [form(self._name(value), line)]
        return []

    def _attribute(self, value: ast.expr, attr: str, line: int) -> Form:
        inside = self.expression(value)
        if isinstance(value, ast.Attribute | ast.Name) and inside.label.startswith("@"):
            return form(f"{inside.label}.{attr}", line)
        label = f"{VARIABLE}.{attr}" if attr in self.names.members else f".{attr}"
        return form(label, line, [inside])

    def _comparison(self, left: ast.expr, op: ast.cmpop, right: ast.expr, line: int) -> Form:
        sides = [self.expression(left), self.expression(right)]
        if type(op) in _TURNED:
            return form(_TURNED[type(op)], line, reversed(sides))
        if isinstance(op, ast.Eq | ast.NotEq):
            sides.sort(key=_digest)
        return form(type(op).__name__, line, sides)

    def _keyword(self, keyword: ast.keyword, own: bool) -> Form:
        label = f"{keyword.arg}=" if keyword.arg else "**"
        if keyword.arg and own:
            label = "own="
        return form(label, keyword.lineno, [self.expression(keyword.value)])

    def _item(self, key: ast.expr | None, value: ast.expr) -> Form:
        parts = [self.expression(each) for each in (key, value) if each is not None]
        return form("item", value.lineno, parts)

    def _name(self, name: str) -> str:
        if name in self.names.imported:
            return f"@{self.names.imported[name]}"
        return f"{VARIABLE}{name}" if self.names.is_own(name) else name


def _plain(body: Sequence[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements that count, each with one target and one value."""
    for node in body:
        match node:
            case ast.Import() | ast.ImportFrom() | ast.Pass():
                pass
            case ast.Expr(value=ast.Constant()):
                pass  # a docstring, or a comment in quotes
            case ast.Expr(value=ast.Call(func=ast.Name(id="print" | "display"))):
                pass
            case ast.If(test=ast.Compare(left=ast.Name(id="__name__"))):
                pass
            case ast.AnnAssign(target=assigned, value=value):
                if value is not None:
                    yield _assigned(assigned, value)
            case ast.Assign(targets=targets, value=value):
                for target in targets:
                    yield from _single(target, value)
            case _:
                yield node


def _single(target: ast.expr, value: ast.expr) -> Iterator[ast.stmt]:
    match target, value:
        case (ast.Tuple(elts=targets), ast.Tuple(elts=values)) if len(targets) == len(values):
            if not any(isinstance(each, ast.Starred) for each in (*targets, *values)):
                yield from map(_assigned, targets, values)
                return
    yield _assigned(target, value)


def _assigned(target: ast.expr, value: ast.expr) -> ast.Assign:
    return ast.copy_location(ast.Assign([target], value), target)


def _loaded(target: ast.expr) -> ast.expr:
    """The target of `+=` as what is read."""
    match target:
        case ast.Name(id=name):
            return ast.copy_location(ast.Name(name, ast.Load()), target)
    return target  # a form has no contexts


def _terms(node: ast.expr, op: type[ast.operator]) -> Iterator[ast.expr]:
    """What is added, or multiplied, in all: `a`, `b` and `c` of `a + b + c`."""
    waiting = [node]
    while waiting:
        match waiting.pop():
            case ast.BinOp(left=left, op=found, right=right) if isinstance(found, op):
                waiting += [right, left]
            case other:
                yield other


def _ordered(forms: Sequence[Form], effects: Sequence[Effect]) -> Iterator[int]:
    """The places in a topological order, the smallest digest first among those that may be next."""
    waits = [0] * len(forms)
    behind: list[list[int]] = [[] for _ in forms]
    for place, effect in enumerate(effects):
        for earlier in range(place):
            if effect.touches(effects[earlier]):
                behind[earlier].append(place)
                waits[place] += 1
    free = [(forms[place].digest, place) for place, count in enumerate(waits) if not count]
    heapq.heapify(free)
    while free:
        _, place = heapq.heappop(free)
        yield place
        for later in behind[place]:
            waits[later] -= 1
            if not waits[later]:
                heapq.heappush(free, (forms[later].digest, later))


def _constant(value: object) -> str:
    """A number by its value; a word as it is; all other text alike."""
    match value:
        case bool() | None:
            return repr(value)
        case int() if abs(value) < 1 << 53:
            return repr(float(value))
        case int():
            return "a large number"
        case str() if not value.isidentifier():
            return "text"
    return repr(value)[:100]


def _digest(made: Form) -> bytes:
    return made.digest
