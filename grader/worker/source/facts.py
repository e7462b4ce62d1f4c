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
            for statement in body
            for node in ast.walk(statement)
            if isinstance(node, ast.Import | ast.ImportFrom)
            for name in names.binds(node)
        }
        self._parts_of: dict[str, set[str]] = {}
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
        """The graded function that the statement calls, or nothing. A definition calls none."""
        if isinstance(node, names.Function | ast.ClassDef):
            return ""
        return self._effect(node).graded

    def _effect(self, node: ast.stmt) -> Effect:
        if id(node) not in self._does:
            result = Effect()
            for part in names.own_expressions(node):
                result.add(self._effects.of(part, self.uses))
            self._does[id(node)] = result
        return self._does[id(node)]

    def _changes(self, node: ast.stmt) -> set[str]:
        targets = (leaf for leaf in names.targets(node) if not isinstance(leaf, ast.Name))
        changed = {names.root(leaf) or "" for leaf in targets}
        for decorator in getattr(node, "decorator_list", []):
            changed |= self._changed_by_decorator(names.root(decorator) or "")
        if isinstance(node, ast.ClassDef):
            changed |= self._effects.registers(node)
        if isinstance(node, ast.Expr | ast.Assign):
            calls = names.outermost(node.value)
            methods = {names.root(c.func) or "" for c in calls if isinstance(c.func, ast.Attribute)}
            changed |= methods - self._modules
        changed |= self._effect(node).changes
        todo = list(changed)
        while todo:
            new = self._parts_of.get(todo.pop(), set()) - changed
            changed |= new
            todo += new
        return changed - {""}

    def _changed_by_decorator(self, root: str) -> set[str]:
        """What a registering decorator fills: `@step` that appends to a list of steps."""
        if root in self._modules:
            return set()
        known = self._functions.get(root)
        return {root} if known is None else names.changes_inside(known)

    def _alias(self, node: ast.stmt) -> None:
        """Know a name for a part of an object: changing it changes the object."""
        match node:
            case ast.Assign(value=value):
                wholes = names.held(value) | {names.owner(value) or ""}
                parts = {names.root(leaf) or "" for leaf in names.targets(node)}
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
