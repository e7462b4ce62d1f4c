"""What is known of each statement of a top level: what it uses, gives, and runs."""

import ast
from collections.abc import Iterable, Mapping

from grader.worker.source import names
from grader.worker.source.effects import NAMESPACE, Effect, Effects

ANY = {names.STAR, NAMESPACE}
"""Stand among what a statement gives when that may be any name."""


class Facts:
    """The facts of the statements `body`, each found out when it is first asked for.

    Of a compound statement these are the facts of its own line, without its blocks.
    """

    def __init__(self, body: list[ast.stmt], graded: Iterable[str], beside: Mapping[str, str]):
        self.graded = frozenset(graded)
        self._effects = Effects(body, self.graded, beside)
        self._uses: dict[int, set[str]] = {}
        self._gives: dict[int, set[str]] = {}
        self._does: dict[int, Effect] = {}
        simple = [part for node in body for part in names.flattened(node)]
        self._functions = {node.name: node for node in simple if isinstance(node, names.Function)}
        self._modules = {
            name
            for node in names.nested(body)
            if isinstance(node, ast.Import | ast.ImportFrom)
            for name in names.binds(node)
        }
        self._parts_of: dict[str, set[str]] = {}
        self._kept: set[str] = set()
        """Names of methods, and of functions that were made: to call one changes something."""
        for node in simple:
            self._alias(node)

    def uses(self, node: ast.stmt | ast.expr) -> set[str]:
        """The names that the node loads. The target of a `for` or `with` is not loaded."""
        if id(node) not in self._uses:
            if isinstance(node, names.Compound):
                parts = names.own_expressions(node)
                found = set[str]().union(*(self.uses(part) for part in parts))
            elif isinstance(getattr(node, "ctx", None), ast.Store | ast.Del):
                loaded = (n for n in ast.walk(node) if isinstance(n, ast.Name))
                found = {n.id for n in loaded if isinstance(n.ctx, ast.Load)}
            elif isinstance(node, ast.Break | ast.Continue):  # they are no program by themselves
                found = set()
            else:
                found = names.uses(node)
            self._uses[id(node)] = found
        return self._uses[id(node)]

    def gives(self, node: ast.stmt) -> set[str]:
        """The names to which the statement gives a value, or a part of it."""
        if id(node) not in self._gives:
            own = names.header(node) if isinstance(node, names.Compound) else node
            self._gives[id(node)] = names.binds(own) | self._changes(node)
        return self._gives[id(node)]

    def asks(self, node: ast.stmt) -> str:
        """The graded function that the statement calls, or nothing.

        A definition calls none, but its decorators may, and the statements in a class's body.
        """
        if not isinstance(node, names.Function | ast.ClassDef):
            return self._effect(node).graded
        found = [self._effects.decorates(each).graded for each in node.decorator_list]
        if isinstance(node, ast.ClassDef):
            parts = (each for child in node.body for each in names.flattened(child))
            found += [self.asks(part) for part in parts if not isinstance(part, names.Function)]
        return "" if node.name in self.graded else next(filter(None, found), "")

    def _effect(self, node: ast.stmt) -> Effect:
        if id(node) not in self._does:
            result = Effect()
            for part in names.own_expressions(node):
                result.add(self._effects.of(part, self.uses))
            self._does[id(node)] = result
        return self._does[id(node)]

    def _changes(self, node: ast.stmt) -> set[str]:
        targets = [leaf for leaf in names.targets(node) if not isinstance(leaf, ast.Name)]
        changed = {names.root(leaf) or "" for leaf in targets}
        changed |= set[str]().union(*(self._given_back(leaf) for leaf in targets))
        for decorator in getattr(node, "decorator_list", []):
            changed |= self._changed_by_decorator(decorator)
        if isinstance(node, ast.ClassDef):
            changed |= self._effects.registers(node) | self._changed_in_class(node)
        if isinstance(node, ast.Expr | ast.Assign):
            calls = names.outermost(node.value)
            changed |= {self._changed_by_call(call.func) for call in calls} - self._modules
        changed |= self._effect(node).changes
        todo = list(changed)
        while todo:
            new = self._parts_of.get(todo.pop(), set()) - changed
            changed |= new
            todo += new
        return changed - {""}

    def _given_back(self, leaf: ast.expr) -> set[str]:
        """In `table()[1] = 2`, what the function gives back is changed."""
        while isinstance(leaf, ast.Attribute | ast.Subscript):
            leaf = leaf.value
        return self._effects.returned(leaf)

    def _changed_by_call(self, func: ast.expr) -> str:
        """Whose method it is that a call runs, also under a name of its own: `add = T.append`."""
        match func:
            case ast.Attribute(value=ast.Call()):  # `globals().update(...)`, for example
                return names.root(func) or ""
            case _ if names.root(func) == NAMESPACE:  # any function, by its name
                return ""
            case ast.Attribute() | ast.Subscript() | ast.Call(func=ast.Name(id="getattr")):
                return names.root(func) or ""
            case ast.Name(id=name) if name in self._kept:
                return name
        return ""

    def _changed_by_decorator(self, decorator: ast.expr) -> set[str]:
        """What a registering decorator fills: `@step` that appends to a list of steps."""
        if names.root(decorator) in self._modules:
            made = decorator.func if isinstance(decorator, ast.Call) else decorator
            last = made.attr if isinstance(made, ast.Attribute) else names.root(made) or ""
            return {NAMESPACE} if last.startswith("register") else set()  # found by its name, later
        return self._effects.decorates(decorator).changes

    def _changed_in_class(self, node: ast.ClassDef) -> set[str]:
        """What the statements in a class's body change outside of it."""
        changed: set[str] = set()
        for part in (each for child in node.body for each in names.flattened(child)):
            if not isinstance(part, names.Function):
                changed |= self._changes(part)
        return changed - names.binds_all(node.body)

    def _alias(self, node: ast.stmt) -> None:
        """Know a name for a part of an object: changing it changes the object."""
        match node:
            case ast.Assign(value=value):
                wholes = names.held(value) | {names.owner(value) or ""}
                wholes |= self._effects.returned(value)
                parts = {names.root(leaf) or "" for leaf in names.targets(node)}
                made = self._effects.makes(value)
                later = isinstance(value, ast.Call) and _runs_later(value)
                if made or later or isinstance(value, ast.Attribute):
                    self._kept |= parts
                if made:  # `put, get = make()`
                    for name in parts:
                        self._parts_of.setdefault(name, set()).update(parts - {name})
                if later:
                    wholes |= self._effect(node).changes
            case ast.For(target=target, iter=value):
                called = {id(n.func) for n in ast.walk(value) if isinstance(n, ast.Call)}
                loaded = (n for n in ast.walk(value) if isinstance(n, ast.Name))
                wholes = {n.id for n in loaded if id(n) not in called}
                parts = {n.id for n in ast.walk(target) if isinstance(n, ast.Name)}
            case _:
                return
        for name in parts:
            owners = wholes - self._modules - self._functions.keys() - parts
            self._parts_of.setdefault(name, set()).update(owners)


def _runs_later(call: ast.Call) -> bool:
    """Whether it makes an object that calls a function which it was given: a thread, a partial."""
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name in ("Process", "Thread", "Timer", "partial")
    return False
