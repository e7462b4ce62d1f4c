"""Whether a call may leave something behind that a later call of another function finds.

A list at the top level that functions fill, a counter, a cache, a generator of random numbers, a
library that is set up differently: then what a function gives depends on what was called before.
Nothing is executed here, so where it can't be told from the code it is taken to be so.
"""

import ast
from collections.abc import Iterable, Iterator, Sequence

from grader.worker.source import names

_ANYTHING = {"__import__", "delattr", "eval", "exec", "globals", "open", "setattr", "vars"}
"""Functions of Python's that may change whatever they are given, or find it by its name."""

_SETS_UP = (
    *("set", "enable_", "disable_", "experimental_", "register", "clear_session"),
    *("run_functions_eagerly", "put", "update", "filterwarnings", "simplefilter"),
)
"""How functions of a library begin that change how it works from then on."""

_FILLS = {"add", "append", "clear", "extend", "insert", "pop", "remove", "setdefault"}
"""Methods that change a container, which a library may have: `sys.path.append`."""

_HARMLESS = {
    *("abstractmethod", "classmethod", "dataclass", "function", "jit", "njit", "overload"),
    *("property", "setter", "staticmethod", "vectorize", "wraps"),
}
"""Decorators that keep no results of calls. TensorFlow's keeps a graph, which is code."""

_NUMBERS = {
    *("abs", "bool", "float", "frozenset", "int", "len", "max", "min", "pow", "range", "round"),
    *("str", "sum", "cast", "constant", "exp", "finfo", "float16", "float32", "float64"),
    *("iinfo", "int32", "int64", "log", "sqrt"),
}
"""Functions whose results nothing can change."""

_DRAWING = ("keras", "random")
"""Parts of TensorFlow whose numbers depend on how many were drawn before. NumPy's and Python's own
begin anew at each call of a check."""

_Defined = names.Function | ast.Lambda


class Lasting:
    """What may be kept by the statements `body`, which are executed, and by a student's other
    modules, of which `beside` has the sources.
    """

    def __init__(self, body: Sequence[ast.stmt], beside: Iterable[str]):
        self._imported = _imported(body)
        self._own = names.binds_all(body) - self._imported.keys()
        parts = [part for statement in body for part in names.flattened(statement)]
        defined = {x.name for x in parts if isinstance(x, names.Function | ast.ClassDef)}
        self._passed = _passed_on(body) & (self._imported.keys() | defined)
        self._objects: set[str] = set()
        self._is_set_up = any(map(_keeps, beside))
        for node in body:
            for function in (n for n in ast.walk(node) if isinstance(n, _Defined)):
                self._look_into(function)
        for node in parts:
            if not self._is_constant(node):
                self._objects |= names.binds(node)

    def joins(self, body: Sequence[ast.stmt]) -> bool:
        """Whether what these of the statements define has a part in what is kept."""
        is_part = not self._objects.isdisjoint(names.binds_all(body))
        return self._is_set_up or is_part or any(map(self._draws, body))

    # --- objects at the top level --------------------------------------------------------------

    def _is_constant(self, node: ast.stmt) -> bool:
        """Whether what a statement binds can't be changed, and keeps nothing of its calls."""
        match node:
            case ast.Import() | ast.ImportFrom():
                return True
            case ast.Assign(value=value) | ast.AnnAssign(value=ast.expr() as value):
                return self._is_fixed(value)
            case ast.FunctionDef() | ast.ClassDef():
                return all(map(self._keeps_nothing, ast.walk(node)))
        return not names.binds(node)

    def _keeps_nothing(self, node: ast.AST) -> bool:
        match node:
            case ast.ClassDef(body=body):
                parts = (n.value for n in body if isinstance(n, ast.Assign | ast.AnnAssign))
                values = [value for value in parts if value]
            case ast.arguments(defaults=defaults, kw_defaults=named):
                values = [*defaults, *(value for value in named if value)]
            case _:
                values = []
        decorators = getattr(node, "decorator_list", [])
        return all(map(self._is_fixed, values)) and all(map(_is_harmless, decorators))

    def _is_fixed(self, value: ast.expr) -> bool:
        """Whether nothing can change the value of an expression: a number, a text, a function."""
        match value:
            case ast.Constant() | ast.Lambda() | ast.JoinedStr():
                return True
            case ast.Name(id=name):
                return name not in self._objects
            case ast.Attribute():
                return names.root(value) in self._imported
            case ast.UnaryOp(operand=operand):
                return self._is_fixed(operand)
            case ast.BinOp(left=left, right=right):
                return self._is_fixed(left) and self._is_fixed(right)
            case ast.Tuple(elts=items):
                return all(map(self._is_fixed, items))
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
                return name in _NUMBERS
        return False

    # --- what functions do ---------------------------------------------------------------------

    def _look_into(self, function: _Defined) -> None:
        """Find what a call of the function changes beyond its own variables.

        A class, a function or a library that is passed on may be what these are.
        """
        own = list(_own_nodes(function))
        local = {*names.parameters(function)} | {
            n.id for n in own if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)
        }
        local.discard("cls")
        imported = {*self._imported, *_imported(n for n in own if isinstance(n, ast.stmt))}
        others = local if self._passed & self._imported.keys() else set[str]()
        for node in own:
            if isinstance(node, ast.Global):
                self._objects |= {*node.names}
            elif isinstance(node, ast.stmt):
                leaves = [x for x in names.targets(node) if not isinstance(x, ast.Name)]
                changed = {_changed(leaf) for leaf in leaves}
                self._objects |= changed & (self._own - local)
                self._is_set_up |= not changed <= self._own | local
                if self._passed and any(isinstance(leaf, ast.Attribute) for leaf in leaves):
                    self._is_set_up |= not changed.isdisjoint(local)
            elif isinstance(node, ast.Call) and names.root(node.func) not in local - others:
                self._is_set_up |= _sets_up(node.func, imported | others)

    def _draws(self, node: ast.stmt) -> bool:
        """Whether it names a part of TensorFlow that draws numbers."""
        for part in ast.walk(node):
            match part:
                case ast.Attribute(attr=attr) if attr in _DRAWING:
                    origin = self._imported.get(names.root(part) or "", "tensorflow")
                    if origin.startswith(("tensorflow", "keras")):
                        return True
                case ast.Import() | ast.ImportFrom():
                    if any(_is_drawing(origin) for origin in _imported([part]).values()):
                        return True
        return False


def _sets_up(func: ast.expr, imported: set[str]) -> bool:
    """Whether a call may change how a library works, or anything at all."""
    match func:
        case ast.Name(id=name):
            return name in _ANYTHING or (name in imported and name.startswith(_SETS_UP))
        case ast.Attribute(value=of, attr=attr) if names.root(func) in imported:
            fills = attr in _FILLS and isinstance(of, ast.Attribute)
            return fills or attr.startswith(_SETS_UP)
    return False


def _changed(leaf: ast.expr) -> str:
    """The variable of which an assignment changes a part; nothing where it may be any class."""
    parts = (part for part in ast.walk(leaf) if isinstance(part, ast.Attribute))
    return "" if any(part.attr == "__class__" for part in parts) else names.root(leaf) or ""


def _passed_on(body: Iterable[ast.stmt]) -> set[str]:
    """The variables that stand as values: they are not called, and no part of them is used."""
    found, others = list[ast.Name](), set[ast.AST | None]()
    for node in (part for statement in body for part in ast.walk(statement)):
        match node:
            case ast.Name(ctx=ast.Load()):
                found.append(node)
            case ast.Call(func=ast.Name(id="isinstance" | "issubclass")):
                others |= {node.func, *node.args}
            case ast.Call(func=used) | ast.Attribute(value=used) | ast.Subscript(value=used):
                others.add(used)
            case ast.arg(annotation=said) | ast.AnnAssign(annotation=said):
                others.add(said)
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                others |= {node.returns, *node.decorator_list}
            case ast.ClassDef():
                others |= {*node.bases, *node.decorator_list}
    return {name.id for name in found if name not in others}


def _is_harmless(decorator: ast.expr) -> bool:
    made = decorator.func if isinstance(decorator, ast.Call) else decorator
    match made:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name in _HARMLESS
    return False


def _is_drawing(origin: str) -> bool:
    parts = origin.split(".")
    return parts[0] in ("keras", "tf_keras", "tensorflow") and not {*parts}.isdisjoint(_DRAWING)


def _imported(body: Iterable[ast.stmt]) -> dict[str, str]:
    """What imports bind, and the dotted name of each."""
    found: dict[str, str] = {}
    for statement in body:
        for node in ast.walk(statement):
            match node:
                case ast.Import(names=aliases):
                    for alias in aliases:
                        found[alias.asname or alias.name.split(".")[0]] = alias.name
                case ast.ImportFrom(module=module, names=aliases):
                    for alias in aliases:
                        found[alias.asname or alias.name] = f"{module or ''}.{alias.name}"
    return found


def _own_nodes(function: _Defined) -> Iterator[ast.AST]:
    """The nodes of a function's body, without the bodies of functions in it."""
    todo: list[ast.AST] = [function.body] if isinstance(function, ast.Lambda) else [*function.body]
    while todo:
        node = todo.pop()
        yield node
        if not isinstance(node, _Defined):
            todo += ast.iter_child_nodes(node)


def _keeps(source: str) -> bool:
    """Whether a module of the student's may keep something; so may one that can't be read."""
    try:
        body = ast.parse(source).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return True
    return Lasting(body, ()).joins(body)
