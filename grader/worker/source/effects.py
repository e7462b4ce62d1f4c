"""What the calls in a statement do: what they change, and whether they call a graded function.

Own functions, classes and methods are followed, as far as they can be told by their names. What a
function only defines (an inner function that it returns, a lambda) is not what a call of it does.
"""

import ast
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from grader.worker.source import inplace, names
from grader.worker.source.definitions import CONSTRUCTION, Definitions, Scope, named

NAMESPACE = "globals"
"""Assigning to `globals()[...]` may bind any name, and so may `exec`."""

_REGISTRATION = ("__init_subclass__", "__set_name__")
_APPLYING = {"filter", "map"}
_RUNS = {"__call__", "__wrapped__", "get_concrete_function", "python_function"}
"""Attributes of a function that run it, too."""


@dataclass
class Effect:
    """What a call does: the global names it changes, and the graded function that it calls.

    `spoils` tells that it changes one of its arguments, `applies` that it calls one.
    """

    changes: set[str] = field(default_factory=set)
    graded: str = ""
    spoils: bool = False
    applies: bool = False

    def add(self, other: "Effect") -> None:
        """Do what the other does, too."""
        self.changes |= other.changes
        self.graded = self.graded or other.graded
        self.spoils |= other.spoils
        self.applies |= other.applies


class Effects(Definitions):
    """The effects of calls at the top level of a file, told by its definitions."""

    def __init__(self, body: Iterable[ast.stmt], graded: Iterable[str], beside: Mapping[str, str]):
        super().__init__(body, graded, beside)
        self._known: dict[str, Effect] = {}

    def of(self, node: ast.expr, uses: Callable[[ast.expr], set[str]]) -> Effect:
        """What the calls in an expression of the top level do; `uses` says which names it loads."""
        result = Effect()
        if calls := list(_calls([node], {})):
            scope = Scope(uses(node))
            for call in calls:
                result.add(self._of_call(call, scope))
        return result

    def registers(self, node: ast.ClassDef) -> set[str]:
        """What a class changes by being defined: a base of its own may keep a list of such."""
        changed: set[str] = set()
        if node.name not in self._classes:  # it stands in another class
            return changed
        for above in [node.name, *self._bases(node.name)]:
            keywords = (word.value for word in self._classes[above].keywords)
            kinds = {names.root(word) or "" for word in keywords} & self._classes.keys()
            hooks = [f"{above}.{hook}" for hook in _REGISTRATION if above != node.name]
            hooks += [f"{kind}.{method}" for kind in kinds for method in CONSTRUCTION]
            for hook in hooks:
                if hook in self._functions:
                    changed |= {above, hook.partition(".")[0], *self._effect(hook).changes}
            if above in self._listed:  # by `Base.__subclasses__()`
                changed.add(above)
        for part in node.body:
            if isinstance(part, ast.Assign) and isinstance(part.value, ast.Call):
                for key in self._method(names.root(part.value.func) or "", "__set_name__"):
                    changed |= self._effect(key).changes
        return changed

    def decorates(self, decorator: ast.expr) -> Effect:
        """What a decorator does to what it is given: it may put that into a registry."""
        made = decorator.func if isinstance(decorator, ast.Call) else decorator
        keys: list[str] = []
        match decorator:
            case ast.Call(func=ast.Name(id=name)) if name in self._classes:
                keys = self._method(name, "__call__")
            case _:
                keys = self._keys(made, Scope({names.root(made) or ""}))
        result = Effect()
        for key in keys:
            result.add(self._effect(key))
        for function in self._functions.get(names.root(made) or "", []):
            if not isinstance(function, ast.Lambda):
                result.changes |= names.changes_inside(function)
        if isinstance(made, ast.Attribute) or not self._functions.get(names.root(made) or ""):
            result.changes.add(names.root(made) or "")
        return result

    def returned(self, call: ast.expr) -> set[str]:
        """The names whose objects an own function gives back, where the call is of one."""
        found: set[str] = set()
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
            for function in self._functions.get(call.func.id, []):
                if not isinstance(function, ast.Lambda):
                    returns = (n for n in ast.walk(function) if isinstance(n, ast.Return))
                    held = (names.held(node.value) for node in returns if node.value)
                    found |= set[str]().union(*held) & names.uses(function)
        return found

    def makes(self, value: ast.expr) -> bool:
        """Whether a value comes from an own function, and may be one that keeps something."""
        return isinstance(value, ast.Call) and not self._functions.keys().isdisjoint(
            named([value.func])
        )

    def _effect(self, key: str) -> Effect:
        if key in self._known:
            return self._known[key]
        result = self._known[key] = Effect()  # where functions call each other in a circle
        for function in self._functions[key]:  # whichever definition of the name is called
            self._add_function(function, key.rpartition(".")[0], result)
        return result

    def _add_function(
        self, function: names.Function | ast.Lambda, owner: str, result: Effect
    ) -> None:
        parameters = names.parameters(function)
        me = parameters.pop(0) if owner and parameters else ""
        scope = Scope(names.uses(function), frozenset(parameters), owner, me)
        touched = inplace.assigned(function) | (inplace.by_methods(function) - self._foreign)
        result.changes |= names.sets_globally(function) | (touched & scope.loads)
        result.spoils |= bool(touched & scope.parameters)
        for call in _calls(_body(function), {}):
            result.add(self._of_call(call, scope))

    def _of_call(self, call: ast.Call, scope: Scope) -> Effect:
        result, touched = Effect(), set(inplace.spoiled(call))
        arguments = [*call.args, *(word.value for word in call.keywords)]
        applied: list[ast.expr] = []
        if isinstance(call.func, ast.Name):
            name = call.func.id
            if name in scope.loads:
                result.changes |= {NAMESPACE} if name == "exec" else set()
                applied = call.args[:1] if name in _APPLYING else []
                touched |= {names.root(x) or "" for x in applied if isinstance(x, ast.Attribute)}
            result.applies = name in scope.parameters
        # `tf.function(softmax)(x)` and `softmax.get_concrete_function(x)` run it, too.
        inside = call.func
        if isinstance(inside, ast.Attribute) and inside.attr in _RUNS:
            inside = inside.value
        passed = inside.args if isinstance(inside, ast.Call) else [inside]
        for name in named(passed):
            if name in scope.loads:
                result.graded = result.graded or self.graded.get(name, "")
        for inner in self._own(call.func, scope):
            result.changes |= inner.changes
            result.graded = result.graded or inner.graded
            if inner.spoils:
                touched |= {names.root(argument) or "" for argument in arguments}
            if inner.applies:
                applied = arguments
        if self._is_foreign(call.func):
            for name in self._passed(arguments):
                if not (inner := self._effect(name)).graded:
                    result.changes |= inner.changes
                    touched |= {names.root(each) or "" for each in arguments if inner.spoils}
        for name in named(applied):
            called = Effect(graded=self.graded.get(name, ""))
            if name in self._functions:
                called.add(self._effect(name))
            result.changes |= called.changes
            result.graded = result.graded or called.graded
        result.changes |= touched & (scope.loads | {NAMESPACE})
        result.spoils = bool(touched & scope.parameters)
        return result

    def _is_foreign(self, func: ast.expr) -> bool:
        """Whether a call is of a library's function, which may call what it is given."""
        return (names.root(func) or "") in self._foreign or isinstance(func, ast.Attribute)

    def _passed(self, arguments: list[ast.expr]) -> set[str]:
        return {name for name in named(arguments) if name in self._functions}

    def _own(self, func: ast.expr, scope: Scope) -> Iterator[Effect]:
        """The effects of the own functions that a call runs, those of modules beside it too."""
        yield from (self._effect(key) for key in self._keys(func, scope))
        match func:
            case ast.Name(id=name) if name in scope.loads:
                module, wanted = self._imported.get(name, ("", ""))
            case ast.Attribute(value=ast.Name(id=name), attr=wanted) if name in scope.loads:
                module, part = self._imported.get(name, ("", ""))
                module += f".{part}" if part else ""
            case _:
                return
        other = self._module(module) if module else None
        if other is None:
            return
        siblings = {alias for alias, (origin, _) in self._imported.items() if origin == module}
        for key in other._keys(ast.Name(wanted), Scope({wanted})):
            found = other._effect(key)
            changed = siblings | {name} if found.changes else set[str]()
            yield Effect(changed, found.graded, found.spoils, found.applies)


def _body(function: names.Function | ast.Lambda) -> list[ast.AST]:
    return [function.body] if isinstance(function, ast.Lambda) else [*function.body]


def _calls(
    nodes: Iterable[ast.AST], local: dict[str, names.Function | ast.Lambda]
) -> Iterator[ast.Call]:
    """The calls in what runs with the nodes: of inner functions only in those that are called."""
    found: list[ast.Call] = []
    todo = list(nodes)
    while todo:
        node = todo.pop()
        if isinstance(node, names.Function):
            local[node.name] = node
            todo += node.decorator_list
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Lambda):
            local |= dict.fromkeys(named(node.targets), node.value)
        if isinstance(node, names.Function | ast.Lambda):
            todo += [node for node in (*node.args.defaults, *node.args.kw_defaults) if node]
            continue
        if isinstance(node, ast.Call):
            found.append(node)
        todo += ast.iter_child_nodes(node)
    yield from found
    for name in named(call.func for call in found):
        if inner := local.pop(name, None):
            yield from _calls(_body(inner), local)
