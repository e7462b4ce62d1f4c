"""What the calls in a statement do: what they change, and whether they call a graded function.

Own functions, classes and methods are followed, as far as they can be told by their names. What a
function only defines (an inner function that it returns, a lambda) is not what a call of it does.
"""

import ast
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from grader.worker.source import names

NAMESPACE = "globals"
"""Assigning to `globals()[...]` may bind any name, and so may `exec`."""

_CONSTRUCTION = ("__new__", "__init__", "__post_init__")
_REGISTRATION = ("__init_subclass__", "__set_name__")
_APPLYING = {"filter", "map"}
_RUNS = {"__call__", "__wrapped__", "get_concrete_function", "python_function"}
"""Attributes of a function that run it, too."""

_GIVES_BACK = {"pop", "popitem", "setdefault"}
"""Methods that change their object although their result is used."""

_IN_PLACE = {
    *("setattr", "delattr", "__setattr__", "__delattr__", "__setitem__", "__delitem__"),
    *("setitem", "delitem", "heapify", "heappop", "heappush", "insort", "insort_left"),
    *("insort_right", "shuffle", "at", "copyto", "fill_diagonal", "place", "put", "putmask"),
}
"""Functions of Python and NumPy that change their first argument."""

_CONTAINERS = {"bytearray", "dict", "list", "object", "set"}


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


@dataclass(frozen=True)
class _Scope:
    """Where a call stands: the global names that are loaded there, parameters, and the class."""

    loads: set[str]
    parameters: frozenset[str] = frozenset()
    owner: str = ""
    me: str = ""


class Effects:
    """The effects of calls at the top level of a file that has the statements `body`.

    `beside` has the sources of the modules that it can import from its folder.
    """

    def __init__(self, body: Iterable[ast.stmt], graded: Iterable[str], beside: Mapping[str, str]):
        self.graded = {name: name for name in graded}
        self.body = list(body)
        self._beside = beside
        self._modules: dict[str, Effects | None] = {}
        self._imported: dict[str, tuple[str, str]] = {}
        self._foreign: set[str] = set()
        self._functions: dict[str, list[names.Function | ast.Lambda]] = {}
        self._classes: dict[str, ast.ClassDef] = {}
        self._instances: dict[str, str] = {}
        self._known: dict[str, Effect] = {}
        simple = [part for node in self.body for part in names.flattened(node)]
        for node in simple:
            self._define(node)
        for node in simple:
            if isinstance(node, ast.Assign) and len(node.targets) == 1:
                self._follow(node.targets[0], node.value)

    def of(self, node: ast.expr, uses: Callable[[ast.expr], set[str]]) -> Effect:
        """What the calls in an expression of the top level do; `uses` says which names it loads."""
        result = Effect()
        if calls := list(_calls([node], {})):
            scope = _Scope(uses(node))
            for call in calls:
                result.add(self._of_call(call, scope))
        return result

    def registers(self, node: ast.ClassDef) -> set[str]:
        """What a class changes by being defined: a base of its own may keep a list of such."""
        changed: set[str] = set()
        for above in [node.name, *self._bases(node.name)]:
            keywords = (word.value for word in self._classes[above].keywords)
            kinds = {names.root(word) or "" for word in keywords} & self._classes.keys()
            hooks = [f"{above}.{hook}" for hook in _REGISTRATION if above != node.name]
            hooks += [f"{kind}.{method}" for kind in kinds for method in _CONSTRUCTION]
            for hook in hooks:
                if hook in self._functions:
                    changed |= {above, *self._effect(hook).changes}
        return changed

    def _define(self, node: ast.stmt) -> None:
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                self._functions.setdefault(node.name, []).append(node)
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Lambda() as function):
                self._functions.setdefault(name, []).append(function)
            case ast.ClassDef():
                self._classes[node.name] = node
                for method in node.body:
                    if isinstance(method, names.Function):
                        self._functions.setdefault(f"{node.name}.{method.name}", []).append(method)
            case ast.Import():
                self._foreign |= names.binds(node)
                for alias in node.names:
                    if alias.asname or "." not in alias.name:
                        self._imported[alias.asname or alias.name] = (alias.name, "")
            case ast.ImportFrom(module=str(module)):
                if module not in self._beside:
                    self._foreign |= names.binds(node)
                for alias in node.names:
                    starred = self._module(module) if alias.name == names.STAR else None
                    for name in names.binds_all(starred.body) if starred else [alias.name]:
                        self._imported[alias.asname or name] = (module, name)

    def _follow(self, target: ast.expr, value: ast.expr) -> None:
        """Know a variable as an object of an own class, or as a graded function under a name."""
        if not isinstance(target, ast.Name) or target.id in self.graded:
            return
        if isinstance(value, ast.Call):
            if isinstance(value.func, ast.Name) and value.func.id in self._classes:
                self._instances[target.id] = value.func.id
            passed = value.args
        else:
            passed = [value]
            if isinstance(value, ast.Name) and value.id in self._functions:
                self._functions.setdefault(target.id, self._functions[value.id])
        for name in _named(passed):
            if name in self.graded:
                self.graded[target.id] = self.graded[name]

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
        scope = _Scope(names.uses(function), frozenset(parameters), owner, me)
        touched = _assigned(function) | (_by_methods(function) - self._foreign)
        result.changes |= names.sets_globally(function) | (touched & scope.loads)
        result.spoils |= bool(touched & scope.parameters)
        for call in _calls(_body(function), {}):
            result.add(self._of_call(call, scope))

    def _of_call(self, call: ast.Call, scope: _Scope) -> Effect:
        result, touched = Effect(), set(_spoiled(call))
        arguments = [*call.args, *(word.value for word in call.keywords)]
        applied: list[ast.expr] = []
        if isinstance(call.func, ast.Name):
            name = call.func.id
            if name in scope.loads:
                result.changes |= {NAMESPACE} if name == "exec" else set()
                applied = call.args[:1] if name in _APPLYING else []
            result.applies = name in scope.parameters
        # `tf.function(softmax)(x)` and `softmax.get_concrete_function(x)` run it, too.
        inside = call.func
        if isinstance(inside, ast.Attribute) and inside.attr in _RUNS:
            inside = inside.value
        passed = inside.args if isinstance(inside, ast.Call) else [inside]
        for name in _named(passed):
            if name in scope.loads:
                result.graded = result.graded or self.graded.get(name, "")
        for inner in self._own(call.func, scope):
            result.changes |= inner.changes
            result.graded = result.graded or inner.graded
            if inner.spoils:
                touched |= {names.root(argument) or "" for argument in arguments}
            if inner.applies:
                applied = arguments
        for name in _named(applied):
            called = Effect(graded=self.graded.get(name, ""))
            if name in self._functions:
                called.add(self._effect(name))
            result.changes |= called.changes
            result.graded = result.graded or called.graded
        result.changes |= touched & scope.loads
        result.spoils = bool(touched & scope.parameters)
        return result

    def _own(self, func: ast.expr, scope: _Scope) -> Iterator[Effect]:
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
        for key in other._keys(ast.Name(wanted), _Scope({wanted})):
            found = other._effect(key)
            changed = siblings | {name} if found.changes else set[str]()
            yield Effect(changed, found.graded, found.spoils, found.applies)

    def _module(self, name: str) -> "Effects | None":
        if name not in self._modules:
            self._modules[name] = None
            source = self._beside.get(name, self._beside.get(f"{name}.__init__"))
            try:
                body = ast.parse(source or "").body
            except (SyntaxError, ValueError, RecursionError, MemoryError):
                body = []  # its import will say what is wrong with it
            if body:
                self._modules[name] = Effects(body, set(self.graded.values()), self._beside)
        return self._modules[name]

    def _keys(self, func: ast.expr, scope: _Scope) -> list[str]:
        """The own functions that a call runs."""
        match func:
            case ast.Name(id=name) if name in self._classes:
                return [key for part in _CONSTRUCTION for key in self._method(name, part)]
            case ast.Name(id=name) if name in self._instances:
                return self._method(self._instances[name], "__call__")
            case ast.Name(id=name) if name in self._functions and name in scope.loads:
                return [name]
            case ast.Attribute(value=ast.Name(id=name), attr=attr):
                kind = scope.owner if name == scope.me else self._instances.get(name, name)
                return self._method(kind, attr)
            case ast.Attribute(value=ast.Call(func=ast.Name(id=name)), attr=attr):
                return self._method(scope.owner if name == "super" else name, attr)
        return []

    def _method(self, kind: str, name: str) -> list[str]:
        """The method of a class, or that of the first base that has it."""
        for above in [kind, *self._bases(kind)] if kind in self._classes else []:
            if f"{above}.{name}" in self._functions:
                return [f"{above}.{name}"]
        return []

    def _bases(self, kind: str) -> list[str]:
        """The own classes above a class."""
        found: dict[str, None] = {}
        todo = [kind]
        while todo:
            bases = (names.root(base) or "" for base in self._classes[todo.pop()].bases)
            new = [base for base in bases if base in self._classes and base not in found]
            found |= dict.fromkeys(new)
            todo += new
        return list(found)


def _named(expressions: Iterable[ast.expr]) -> list[str]:
    return [node.id for node in expressions if isinstance(node, ast.Name)]


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
            local |= dict.fromkeys(_named(node.targets), node.value)
        if isinstance(node, names.Function | ast.Lambda):
            todo += [node for node in (*node.args.defaults, *node.args.kw_defaults) if node]
            continue
        if isinstance(node, ast.Call):
            found.append(node)
        todo += ast.iter_child_nodes(node)
    yield from found
    for name in _named(call.func for call in found):
        if inner := local.pop(name, None):
            yield from _calls(_body(inner), local)


def _spoiled(call: ast.Call) -> Iterator[str]:
    """What a call to one of Python's or NumPy's own functions changes."""
    if call.args:
        match call.func:
            case ast.Name(id=name) if name in _IN_PLACE:
                yield names.root(call.args[0]) or ""
            case ast.Attribute(value=value, attr=attr):
                if attr in _IN_PLACE or (isinstance(value, ast.Name) and value.id in _CONTAINERS):
                    yield names.root(call.args[0]) or ""
    for word in call.keywords:
        if word.arg == "out":
            yield names.root(word.value) or ""


def _assigned(function: names.Function | ast.Lambda) -> set[str]:
    """What a function's body changes in place, by assignments."""
    nodes = [node for node in ast.walk(function) if isinstance(node, ast.stmt)]
    targets = (leaf for node in nodes for leaf in names.targets(node))
    return {names.root(leaf) or "" for leaf in targets if not isinstance(leaf, ast.Name)}


def _by_methods(function: names.Function | ast.Lambda) -> set[str]:
    """What a function's body changes in place, by methods whose result it does not look at."""
    values = [function.body] if isinstance(function, ast.Lambda) else []
    for node in ast.walk(function):
        match node:
            case ast.Expr(value=value) | ast.Return(value=ast.Call() as value):
                values.append(value)
            case ast.Assign(value=ast.Call(func=ast.Attribute(attr=attr)) as value):
                values += [value] if attr in _GIVES_BACK else []
    calls = (call for value in values for call in names.outermost(value))
    return {names.root(c.func) or "" for c in calls if isinstance(c.func, ast.Attribute)}
