"""Which inputs a strategy of an inputs.py draws, as far as its source shows it.

Nothing is executed. What can't be seen is left open: a fault is only what is certain.
"""

import ast
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

_DEEPEST = 12
"""How many definitions are followed into one another."""


@dataclass(frozen=True)
class Drawn:
    """Names of inputs: those that are always drawn, and all that may be, unless that is `open`."""

    always: frozenset[str] = frozenset()
    maybe: frozenset[str] = frozenset()
    open: bool = False

    def __or__(self, other: "Drawn") -> "Drawn":
        """Both of them, in one dict."""
        return Drawn(self.always | other.always, self.maybe | other.maybe, self.open or other.open)

    def either(self, other: "Drawn") -> "Drawn":
        """One of them, and it is not known which."""
        return Drawn(self.always & other.always, self.maybe | other.maybe, self.open or other.open)


UNKNOWN = Drawn(open=True)


def exactly(names: set[str]) -> Drawn:
    """These names and no others."""
    return Drawn(frozenset(names), frozenset(names))


@dataclass
class Strategies:
    """The top level of an inputs.py: what is bound, and what its strategies draw."""

    tree: ast.Module
    values: dict[str, ast.expr] = field(default_factory=dict)
    functions: dict[str, ast.FunctionDef] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Collect the assignments and functions of the top level; the last of a name counts."""
        for node in self.tree.body:
            if isinstance(node, ast.FunctionDef):
                self.functions[node.name] = node
                continue
            targets = node.targets if isinstance(node, ast.Assign) else []
            if isinstance(node, ast.AnnAssign) and node.value is not None:
                targets = [node.target]
            for target in targets:
                if isinstance(target, ast.Name) and isinstance(node, ast.Assign | ast.AnnAssign):
                    assert node.value is not None
                    self.values[target.id], self.lines[target.id] = node.value, node.lineno

    def drawn(self, name: str) -> list[Drawn]:
        """What the strategy of this name draws: one for each alternative that it has."""
        return [*self._strategy(self.values[name], 0)] if name in self.values else [UNKNOWN]

    def is_strategy(self, name: str) -> bool:
        """Whether the source shows that a name is bound to a strategy."""
        value = self.values.get(name)
        return value is not None and any(d != UNKNOWN for d in self._strategy(value, 0))

    def _strategy(self, node: ast.expr, depth: int) -> Iterator[Drawn]:
        """What an expression that makes a strategy draws."""
        if depth > _DEEPEST:
            yield UNKNOWN
            return
        match node:
            case ast.Name(id=name) if name in self.values:
                yield from self._strategy(self.values[name], depth + 1)
            case ast.Call(func=func):
                yield from self._called(node, _last(func), func, depth)
            case ast.IfExp():
                yield from self._strategy(node.body, depth + 1)
                yield from self._strategy(node.orelse, depth + 1)
            case ast.BinOp(op=ast.BitOr()):
                yield from self._strategy(node.left, depth + 1)
                yield from self._strategy(node.right, depth + 1)
            case _:
                yield UNKNOWN

    def _called(self, node: ast.Call, name: str, func: ast.expr, depth: int) -> Iterator[Drawn]:
        """What the strategy draws that a call makes."""
        function = self.functions.get(name) if isinstance(func, ast.Name) else None
        if function is not None:
            yield from self._of_function(function, depth + 1)
        elif name == "given" and not node.args:
            yield _keywords(node)
        elif (name == "fixed_dictionaries" and len(node.args) == 1 and not node.keywords) or (
            name == "just" and len(node.args) == 1
        ):
            yield self._dict(node.args[0], {}, depth + 1)
        elif name == "one_of" and not any(isinstance(each, ast.Starred) for each in node.args):
            for each in node.args:
                yield from self._strategy(each, depth + 1)
        elif name == "filter" and isinstance(func, ast.Attribute):
            yield from self._strategy(func.value, depth + 1)
        else:
            yield UNKNOWN

    def _of_function(self, function: ast.FunctionDef, depth: int) -> Iterator[Drawn]:
        """What a composite draws, or the strategy that another function returns."""
        decorators = [_last(each) for each in function.decorator_list]
        returned = [node.value for node in _returns(function) if node.value is not None]
        if not returned or (decorators and decorators != ["composite"]):
            yield UNKNOWN
            return
        for value in returned:
            if decorators:
                yield self._dict(value, _dicts(function), depth + 1)
            else:
                local = {arg.arg for arg in _arguments(function)}
                names = {n.id for n in ast.walk(value) if isinstance(n, ast.Name)}
                shadowed = names & (local | _stored(function)) & {*self.values, *self.functions}
                yield from [UNKNOWN] if shadowed else self._strategy(value, depth + 1)

    def _dict(self, node: ast.expr, local: dict[str, list[ast.stmt]], depth: int) -> Drawn:
        """The keys of an expression that makes a dict; `local` are a function's statements."""
        if depth > _DEEPEST:
            return UNKNOWN
        match node:
            case ast.Dict():
                return self._literal(node, local, depth)
            case ast.Name(id=name) if name in local:
                return self._variable(name, local, depth)
            case ast.BinOp(op=ast.BitOr()):
                return self._dict(node.left, local, depth + 1) | self._dict(
                    node.right, local, depth + 1
                )
            case ast.IfExp():
                return self._dict(node.body, local, depth + 1).either(
                    self._dict(node.orelse, local, depth + 1)
                )
            case ast.Call(func=ast.Name(id="dict"), args=[]):
                return _keywords(node)
            case ast.Call(func=ast.Name(id="draw"), args=[strategy]):
                return _any_of([*self._strategy(strategy, depth + 1)])
            case ast.Call(func=ast.Name(id=name)) if name in self.functions:
                function = self.functions[name]
                returned = [each.value for each in _returns(function) if each.value is not None]
                inner = _dicts(function)
                if returned and not function.decorator_list:
                    return _any_of([self._dict(each, inner, depth + 1) for each in returned])
        return UNKNOWN

    def _literal(self, node: ast.Dict, local: dict[str, list[ast.stmt]], depth: int) -> Drawn:
        found = Drawn()
        for key, value in zip(node.keys, node.values, strict=True):
            if key is None:
                found |= self._dict(value, local, depth + 1)
            elif isinstance(key, ast.Constant) and isinstance(key.value, str):
                found |= exactly({key.value})
            else:
                found |= UNKNOWN
        return found

    def _variable(self, name: str, local: dict[str, list[ast.stmt]], depth: int) -> Drawn:
        """A dict that is bound once, and may get keys one by one (which may be under an `if`)."""
        first, *others = local[name]
        if not isinstance(first, ast.Assign):
            return UNKNOWN
        found = self._dict(first.value, local | {name: [ast.Pass()]}, depth + 1)
        for node in others:
            more = _added(node)
            if more is None and isinstance(node, ast.AugAssign) and isinstance(node.op, ast.BitOr):
                more = self._dict(node.value, local | {name: [ast.Pass()]}, depth + 1)
            found |= replace(more, always=frozenset()) if more is not None else UNKNOWN
        return found


def _added(node: ast.stmt) -> Drawn | None:
    """The key that `inputs["x"] = ...` adds; None for any other statement."""
    if isinstance(node, ast.Assign) and len(node.targets) == 1:
        target = node.targets[0]
        if isinstance(target, ast.Subscript) and isinstance(target.slice, ast.Constant):
            return exactly({str(target.slice.value)})
    return None


def _dicts(function: ast.FunctionDef) -> dict[str, list[ast.stmt]]:
    """The statements of a function that bind or change a name, by that name.

    A name that anything else could change (an argument, a loop's, a method's) has a `pass`, which
    says nothing.
    """
    found: dict[str, list[ast.stmt]] = {}
    arguments = {arg.arg for arg in _arguments(function)}
    for node in ast.walk(function):
        for name in _handed_on(node):
            found.setdefault(name, []).append(ast.Pass())
        match node:
            case ast.Assign(targets=[ast.Name(id=name)]):
                found.setdefault(name, []).append(node)
            case ast.Assign(targets=[ast.Subscript(value=ast.Name(id=name))]):
                found.setdefault(name, []).append(node)
            case ast.AugAssign(target=ast.Name(id=name)):
                found.setdefault(name, []).append(node)
            case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr=method)):
                if method in ("update", "pop", "setdefault", "popitem", "clear"):
                    found.setdefault(name, []).append(ast.Pass())
            case ast.Delete():
                for n in ast.walk(node):
                    if isinstance(n, ast.Name):
                        found.setdefault(n.id, []).append(ast.Pass())
    stored = Counter(
        n.id for n in ast.walk(function) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)
    )
    for name, nodes in found.items():
        nodes.sort(key=lambda node: getattr(node, "lineno", 0))
        rebound = [n for n in nodes if isinstance(n, ast.Assign) and _added(n) is None]
        counted = 1 + sum(isinstance(n, ast.AugAssign) for n in nodes)
        is_once = len(rebound) == 1 and rebound[0] is nodes[0] and stored[name] == counted
        if name in arguments or not is_once:
            found[name] = [ast.Pass()]
    return found


def _handed_on(node: ast.AST) -> list[str]:
    """Names whose objects a node gives to something else, which could change them."""
    given: list[ast.expr | None] = []
    if isinstance(node, ast.Call):
        given = [*node.args, *(each.value for each in node.keywords if each.arg is not None)]
    elif isinstance(node, ast.Assign | ast.AnnAssign | ast.NamedExpr):
        given = [node.value]
    return [each.id for each in given if isinstance(each, ast.Name)]


def _any_of(each: list[Drawn]) -> Drawn:
    found = each[0]
    for other in each[1:]:
        found = found.either(other)
    return found


def _keywords(node: ast.Call) -> Drawn:
    names = {each.arg for each in node.keywords if each.arg is not None}
    return exactly(names) | (
        UNKNOWN if any(each.arg is None for each in node.keywords) else Drawn()
    )


def _returns(function: ast.FunctionDef) -> list[ast.Return]:
    """A function's own return statements, without those of functions within."""
    found: list[ast.Return] = []
    waiting: list[ast.AST] = [*function.body]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda):
            continue
        if isinstance(node, ast.Return):
            found.append(node)
        waiting += ast.iter_child_nodes(node)
    return found


def _arguments(function: ast.FunctionDef) -> list[ast.arg]:
    given = function.args
    extra = [each for each in (given.vararg, given.kwarg) if each is not None]
    return [*given.posonlyargs, *given.args, *given.kwonlyargs, *extra]


def _stored(function: ast.FunctionDef) -> set[str]:
    return {
        n.id for n in ast.walk(function) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)
    }


def _last(node: ast.expr) -> str:
    """The last part of a dotted name: just, for st.just."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""
