"""A function without what is its author's own: comments, docstrings, notes of types, names.

Names become those of the reference's parameters and a, b, c; what has a name in a library keeps
that.
"""

import ast
import builtins
import re
from collections.abc import Collection, Iterator, Sequence
from itertools import count

from grader.build.adopting.pieces import replaced
from grader.text import parse

ALIASES = {"numpy": "np", "tensorflow": "tf"}
"""How everybody calls a module."""

_LETTERS = "abcdefghijkmnopqrstuvwxyz"
"""Without l, which looks like 1."""

_WORD = re.compile(r"[^\W\d]\w*")

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def stripped(tree: ast.Module, function: str, graded: Collection[str]) -> ast.Module:
    """The tree without texts that stand alone, notes of types, and other graded functions."""
    others = set(graded) - {function}
    instead: dict[int, list[ast.AST]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            instead[id(node)] = []
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.returns:
            instead[id(node.returns)] = []
        elif isinstance(node, ast.arg) and node.annotation:
            instead[id(node.annotation)] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            for each in ast.walk(node):
                if isinstance(each, ast.AnnAssign):
                    instead[id(each)] = _assigned(each)
    for node in tree.body:
        if _binds_one_of(node, others) or _is_of_the_future(node):
            instead[id(node)] = []
    return replaced(tree, instead)


def with_used_imports(tree: ast.Module) -> ast.Module:
    """A copy of the tree without imports of what is not used in it."""
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    instead: dict[int, list[ast.AST]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            unused = [each for each in node.names if _bound_by(each) not in used | {"*"}]
            instead |= {id(each): [] for each in unused}
            if len(unused) == len(node.names):
                instead[id(node)] = []
    return replaced(tree, instead)


def _bound_by(alias: ast.alias) -> str:
    return alias.asname or alias.name.partition(".")[0]


def _assigned(node: ast.AnnAssign) -> list[ast.AST]:
    return [] if node.value is None else [ast.Assign([node.target], node.value, lineno=0)]


def _binds_one_of(node: ast.stmt, names: Collection[str]) -> bool:
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            return node.name in names
        case ast.Assign(targets=targets):
            return any(isinstance(each, ast.Name) and each.id in names for each in targets)
    return False


def _is_of_the_future(node: ast.stmt) -> bool:
    return isinstance(node, ast.ImportFrom) and node.module == "__future__"


# --- names ---------------------------------------------------------------------------------


def plain(tree: ast.Module, function: str, signatures: Sequence[str]) -> ast.Module:
    """A copy of the tree in which names say nothing.

    `signatures` are those of the function as the task has it, and of its methods: their words stay.
    """
    given = {word for text in signatures for word in _WORD.findall(text)}
    made = replaced(tree, {})
    names = _new_names(made, function, signatures, given)
    methods = {name for name in _attributes(made) if name not in given}
    own = {*bound(made)}
    for node in ast.walk(made):
        _rename(node, names, methods, own)
    _merge_imports(made)
    return made


def _new_names(
    tree: ast.Module, function: str, signatures: Sequence[str], given: Collection[str]
) -> dict[str, str]:
    """The new name of each that the tree binds, by the old one; no two get the same."""
    found = dict(_imported(tree))
    found |= _parameters(tree, function, signatures)
    taken = {*found.values(), *given, *dir(builtins), function}
    free = (name for name in _plain_names() if name not in taken)
    for name in dict.fromkeys(bound(tree)):
        if name not in found:
            stays = name == function or name in ("self", "cls", "_") or _is_special(name)
            found[name] = name if stays or _is_given(name, given, found) else next(free)
    return found


def _is_given(name: str, given: Collection[str], found: dict[str, str]) -> bool:
    """Whether a name is one of the task's, and no other has become that."""
    return name in given and name not in found.values()


def _is_special(name: str) -> bool:
    return name.startswith("__") and name.endswith("__")


def _plain_names() -> Iterator[str]:
    yield from _LETTERS
    for number in count(1):
        yield from (f"{letter}{number}" for letter in _LETTERS)


def _imported(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """What is imported is called as it is called there, or as everybody calls it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                if alias.asname or "." not in alias.name:
                    usual = ALIASES.get(alias.name, alias.name.rpartition(".")[2])
                    yield alias.asname or alias.name, usual
                else:
                    first = alias.name.partition(".")[0]
                    yield first, first
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                yield alias.asname or alias.name, alias.name


def _parameters(tree: ast.Module, function: str, signatures: Sequence[str]) -> dict[str, str]:
    """The function's parameters as the task calls them, where there are as many."""
    wanted: list[str] = []
    for text in signatures:
        if text.startswith(f"{function}("):
            wanted = _names_in(f"def {text}: pass")
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == function:
            own = [arg.arg for arg in (*node.args.posonlyargs, *node.args.args)]
            if len(own) == len(wanted):
                return dict(zip(own, wanted, strict=True))
    return {}


def _names_in(definition: str) -> list[str]:
    try:
        (node,) = parse(definition).body
    except SyntaxError:
        return []
    assert isinstance(node, ast.FunctionDef)
    return [arg.arg for arg in (*node.args.posonlyargs, *node.args.args)]


def bound(tree: ast.Module) -> Iterator[str]:
    """Every name that the tree binds, in order, and the attributes that it makes."""
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name) if not isinstance(node.ctx, ast.Load):
                yield name
            case ast.arg(arg=name):
                yield name
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                yield node.name
            case ast.ExceptHandler(name=str(name)):
                yield name
            case ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
                yield name
            case ast.MatchMapping(rest=str(name)):
                yield name
            case ast.Global(names=several) | ast.Nonlocal(names=several):
                yield from several
    yield from _attributes(tree)


def _attributes(tree: ast.Module) -> Iterator[str]:
    """Attributes that the tree itself makes: `self.total = 0`, and what a class defines."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and not isinstance(node.ctx, ast.Load):
            if not hasattr(_Array, node.attr):
                yield node.attr
        elif isinstance(node, ast.ClassDef):
            for inner in node.body:
                if isinstance(inner, Definition):
                    yield inner.name
                elif isinstance(inner, ast.Assign | ast.AnnAssign):
                    targets = inner.targets if isinstance(inner, ast.Assign) else [inner.target]
                    yield from (each.id for each in targets if isinstance(each, ast.Name))


class _Array:
    """What can be set of an array, which is no name of a student's."""

    shape = dtype = flat = real = imag = strides = None


def _rename(
    node: ast.AST, names: dict[str, str], methods: Collection[str], own: Collection[str]
) -> None:
    match node:
        case ast.Name():
            node.id = names.get(node.id, node.id)
        case ast.arg():
            node.arg = names.get(node.arg, node.arg)
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            node.name = names.get(node.name, node.name)
        case ast.ExceptHandler(name=str(name)) | ast.MatchAs(name=str(name)):
            node.name = names.get(name, name)
        case ast.MatchStar(name=str(name)):
            node.name = names.get(name, name)
        case ast.MatchMapping(rest=str(name)):
            node.rest = names.get(name, name)
        case ast.Global(names=several) | ast.Nonlocal(names=several):
            node.names = [names.get(name, name) for name in several]
        case ast.Attribute() if node.attr in methods:
            node.attr = names.get(node.attr, node.attr)
        case ast.Call(func=ast.Name(id=called) | ast.Attribute(attr=called)) if called in own:
            for keyword in node.keywords:
                if keyword.arg is not None:
                    keyword.arg = names.get(keyword.arg, keyword.arg)
        case ast.Import() | ast.ImportFrom():
            for alias in node.names:
                name = names.get(alias.asname or alias.name, alias.name)
                plain_import = isinstance(node, ast.Import) and "." in alias.name
                keeps = name == alias.name or (plain_import and alias.asname is None)
                alias.asname = None if keeps else name


def _merge_imports(tree: ast.Module) -> None:
    """Imports of the module stand once, in front of all else."""
    imports = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    once = {ast.unparse(node): node for node in imports}
    rest = [node for node in tree.body if node not in imports]
    ordered = sorted(once, key=lambda text: (text.startswith("from"), text))
    tree.body = [*(once[text] for text in ordered), *rest]
