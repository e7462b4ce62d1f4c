"""What a statement binds, changes and uses.

The compiler itself says which names a statement uses (the global loads in its bytecode and in that
of the functions in it). So names are resolved by scope: a parameter that has the name of a
top-level variable does not need that variable.
"""

import ast
import builtins
import copy
import dis
from collections.abc import Iterable, Iterator
from types import CodeType
from typing import Any

STAR = "*"
"""What `from module import *` binds: any name."""

Function = ast.FunctionDef | ast.AsyncFunctionDef
Loop = ast.For | ast.AsyncFor | ast.While
With = ast.With | ast.AsyncWith
Compound = ast.If | Loop | With | ast.Try | ast.TryStar | ast.Match

FLOW = (ast.Break, ast.Continue, ast.Raise)
BLOCKS = ("body", "orelse", "finalbody")
_IN_STATEMENTS = (ast.stmt, ast.excepthandler, ast.match_case)
_LOADS = {"LOAD_NAME", "LOAD_GLOBAL", "LOAD_FROM_DICT_OR_GLOBALS"}


def compiled(node: ast.stmt | ast.expr, label: str = "<slice>", flags: int = 0) -> CodeType:
    """A statement or expression, compiled on its own with its own line numbers.

    `await` outside of a function is accepted here; where it is not allowed, parsing has failed.
    """
    flags |= ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    if isinstance(node, ast.expr):
        return compile(ast.Expression(node), label, "eval", flags=flags, dont_inherit=True)
    module = ast.Module([node], type_ignores=[])
    return compile(module, label, "exec", flags=flags, dont_inherit=True)


def parameters(function: Function | ast.Lambda) -> list[str]:
    """The names of all parameters, in order."""
    args = function.args
    found = [*args.posonlyargs, *args.args, args.vararg, *args.kwonlyargs, args.kwarg]
    return [arg.arg for arg in found if arg]


def uses(node: ast.stmt | ast.expr) -> set[str]:
    """The global names that the node loads, itself or in the functions that it defines."""
    if isinstance(node, ast.expr | ast.Expr | ast.Assign | ast.AugAssign):
        parts = list(ast.walk(node))
        if not any(isinstance(part, ast.Lambda | ast.comprehension) for part in parts):
            # There is but one scope, and reading it off takes a tenth of the time.
            found = {n.id for n in parts if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}
            changed = node.target if isinstance(node, ast.AugAssign) else None
            return found | ({changed.id} if isinstance(changed, ast.Name) else set())
    return _global_names(compiled(node), _LOADS)


def sets_globally(function: Function | ast.Lambda) -> set[str]:
    """The names that a call of the function binds at the top level, by `global` in it."""
    if not any(isinstance(child, ast.Global) for child in ast.walk(function)):
        return set()
    return _global_names(compiled(function), {"STORE_GLOBAL"})


def _global_names(code: CodeType, operations: set[str]) -> set[str]:
    names = {i.argval for i in dis.get_instructions(code) if i.opname in operations}
    nested = (const for const in code.co_consts if isinstance(const, CodeType))
    return names.union(*(_global_names(inner, operations) for inner in nested))


def nested(body: Iterable[ast.stmt]) -> Iterator[ast.AST]:
    """The statements of a body and all that stand in them, also in functions and classes.

    No expression is looked into: of the nodes that `ast.walk` visits, it is a tenth.
    """
    todo: list[ast.AST] = [*body]
    while todo:
        node = todo.pop()
        yield node
        for name in node._fields:
            parts = getattr(node, name, None)
            if isinstance(parts, list):
                todo += [part for part in parts if isinstance(part, _IN_STATEMENTS)]


def split(node: ast.stmt) -> Iterator[ast.stmt]:
    """An import or `del` of several names as one for each, because each may fail on its own."""
    if isinstance(node, ast.Import | ast.ImportFrom) and len(node.names) > 1:
        for alias in node.names:
            single = copy.copy(node)
            single.names = [alias]
            yield single
    elif isinstance(node, ast.Delete):
        for target in node.targets:
            one = copy.copy(node)
            one.targets = [target]
            yield one
    else:
        yield node


def root(node: ast.expr) -> str | None:
    """The variable at the left end of `a.b[c].d(...)`; also of `vars(a)[b]` and `getattr(a, b)`."""
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Call | ast.Starred):
        match node:
            case ast.Call(func=ast.Name(id="vars" | "locals"), args=[]):
                return "globals"
            case (
                ast.Call(args=[ast.Name(id="__name__")])
                | ast.Subscript(value=ast.Attribute(attr="modules"), slice=ast.Name(id="__name__"))
            ):
                return "globals"  # `sys.modules[__name__]`, `import_module(__name__)`
            case ast.Call(func=ast.Name(id="vars" | "getattr"), args=[owner, *_]):
                node = owner
            case ast.Call():
                node = node.func
            case _:
                node = node.value
    return node.id if isinstance(node, ast.Name) else None


def owner(node: ast.expr) -> str | None:
    """As `root`, where the value can be a part of that variable: not for what `f(...)` returns."""
    inner: ast.expr | None = node
    while isinstance(inner, ast.Attribute | ast.Subscript | ast.Call):
        if isinstance(inner, ast.Call):
            inner = inner.func
            if isinstance(inner, ast.Name) and inner.id not in ("getattr", "globals", "vars"):
                return None
        else:
            inner = inner.value
    return root(node)


def held(value: ast.expr) -> set[str]:
    """The variables in a list, a tuple, a set or a dict that is written out: its items."""
    items: list[ast.expr | None] = []
    match value:
        case ast.List() | ast.Tuple() | ast.Set():
            items = [*value.elts]
        case ast.Dict():
            items = [*value.values]
        case ast.Name():
            return {value.id}
        case ast.Attribute():
            return {root(value) or ""}
    return set[str]().union(*(held(item) for item in items if item))


def targets(node: ast.stmt) -> list[ast.expr]:
    """What an assignment of any form assigns to, and what `del` gives its former value."""
    match node:
        case ast.Assign():
            found = node.targets
        case ast.AugAssign() | ast.For() | ast.AsyncFor():
            found = [node.target]
        case ast.AnnAssign() if node.value is not None:
            found = [node.target]
        case ast.With() | ast.AsyncWith():
            found = [item.optional_vars for item in node.items if item.optional_vars]
        case ast.Delete():
            # Without a variable that hides it, what Python itself calls so is seen again.
            found = [
                x for x in node.targets if not isinstance(x, ast.Name) or hasattr(builtins, x.id)
            ]
        case _:
            found = []
    return [leaf for target in found for leaf in _leaves(target)]


def _leaves(node: ast.expr) -> Iterator[ast.expr]:
    if isinstance(node, ast.Tuple | ast.List):
        for item in node.elts:
            yield from _leaves(item)
    elif isinstance(node, ast.Starred):
        yield from _leaves(node.value)
    else:
        yield node


def own_expressions(node: ast.stmt) -> Iterator[ast.expr]:
    """The expressions of a statement itself, not those of the statements in its body."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.expr):
            yield child
        elif isinstance(child, ast.withitem):
            yield from (part for part in (child.context_expr, child.optional_vars) if part)


def outermost(value: ast.expr) -> Iterator[ast.Call]:
    """The calls whose result is the value, or an item of it."""
    match value:
        case ast.Call(func=ast.Name(id="all" | "any" | "list" | "set" | "sum" | "tuple"), args=[_]):
            yield from outermost(value.args[0])
        case ast.Call():
            yield value
        case ast.ListComp() | ast.SetComp() | ast.GeneratorExp():
            yield from outermost(value.elt)
        case ast.DictComp():
            yield from outermost(value.value)
        case ast.List() | ast.Tuple() | ast.Set():
            for item in value.elts:
                yield from outermost(item)
        case ast.BoolOp():
            for item in value.values:
                yield from outermost(item)
        case ast.IfExp():
            yield from outermost(value.body)
            yield from outermost(value.orelse)
        case ast.Starred() | ast.NamedExpr() | ast.Await():
            yield from outermost(value.value)


def flattened(node: ast.stmt) -> Iterator[ast.stmt]:
    """The statement's own line and all the statements in its blocks, each without its blocks."""
    todo = [node]
    while todo:
        part = todo.pop()
        yield header(part) if isinstance(part, Compound) else part
        todo += [child for block in bodies(part) for child in block]


def header(node: ast.stmt) -> ast.stmt:
    """A compound statement with nothing in its blocks: only what its own line does."""
    bare: Any = copy.copy(node)
    for name in (*BLOCKS, "handlers"):
        if hasattr(bare, name):
            setattr(bare, name, [])
    if isinstance(node, ast.Match):
        bare.cases = [ast.match_case(case.pattern, case.guard, []) for case in node.cases]
    return bare


def bodies(node: ast.stmt) -> Iterator[list[ast.stmt]]:
    """The blocks of a compound statement (not of a function or a class)."""
    if not isinstance(node, Compound):
        return
    for name in BLOCKS:
        if block := getattr(node, name, None):
            yield block
    for part in [*getattr(node, "handlers", []), *getattr(node, "cases", [])]:
        yield part.body


def binds(node: ast.stmt) -> set[str]:
    """The names to which the statement gives a value when it is executed, blocks included."""
    names = {leaf.id for leaf in targets(node) if isinstance(leaf, ast.Name)}
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            return {node.name}
        case ast.Import():
            names |= {alias.asname or alias.name.split(".")[0] for alias in node.names}
        case ast.ImportFrom():
            names |= {alias.asname or alias.name for alias in node.names}
        case ast.Match():
            names.update(_captures(node))
    for expression in own_expressions(node):
        found = (child for child in ast.walk(expression) if isinstance(child, ast.NamedExpr))
        names.update(child.target.id for child in found)
    return names | binds_all(child for block in bodies(node) for child in block)


def _captures(node: ast.Match) -> Iterator[str]:
    for part in (child for case in node.cases for child in ast.walk(case.pattern)):
        if isinstance(part, ast.MatchAs | ast.MatchStar) and part.name:
            yield part.name
        elif isinstance(part, ast.MatchMapping) and part.rest:
            yield part.rest


def binds_all(nodes: Iterable[ast.stmt]) -> set[str]:
    """The names that any of the statements binds."""
    return set().union(*(binds(node) for node in nodes))


def changes_inside(function: Function) -> set[str]:
    """What a function's body changes in place: the roots of method calls and of targets."""
    roots: set[str | None] = set()
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            roots.add(root(node.func))
        elif isinstance(node, ast.Assign | ast.AugAssign):
            roots |= {root(leaf) for leaf in targets(node) if not isinstance(leaf, ast.Name)}
    return {name for name in roots if name is not None}
