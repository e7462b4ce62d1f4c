"""Code compared as code: comments, docstrings, annotations and names of variables do not count."""

import ast
from collections.abc import Iterable

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def code_of(nodes: Iterable[ast.stmt]) -> str:
    """A text that is the same for statements that do the same, as far as that can be read off."""
    return "\n".join(_dump(node) for node in nodes if not _is_text(node))


def shape(nodes: Iterable[ast.AST], depth: int = 5) -> object:
    """The types of the outer nodes: it is the same where `code_of` is, and soon worked out."""
    if depth == 0:
        return None
    return tuple(
        (type(node), shape(_inner(node), depth - 1))
        for node in nodes
        if not _is_text(node) and not isinstance(node, ast.arg | ast.expr_context)
    )


def _inner(node: ast.AST) -> list[ast.AST]:
    """The nodes within, but for annotations."""
    notes = (getattr(node, "returns", None), getattr(node, "annotation", None))
    return [each for each in ast.iter_child_nodes(node) if each not in notes]


def split(tree: ast.Module) -> tuple[list[ast.stmt], set[str]]:
    """A module's statements without its imports, and the code of its imports."""
    imports = (ast.Import, ast.ImportFrom)
    rest = [node for node in tree.body if not isinstance(node, imports)]
    return rest, {ast.unparse(node) for node in tree.body if isinstance(node, imports)}


def _dump(node: ast.stmt) -> str:
    """The node's tree as text, in which variables have numbers in place of their names."""
    numbers: dict[str, int] = {}
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        numbers = {name: i for i, name in enumerate(_variables(node))}
    return _text(node, numbers)


def _variables(function: ast.AST) -> list[str]:
    """The names that are bound within a function, in the order in which they first stand there."""
    found: dict[str, None] = {}
    outer: set[str] = set()
    for node in ast.walk(function):
        if isinstance(node, ast.arg):
            found[node.arg] = None
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found[node.id] = None
        elif isinstance(node, ast.Global):
            outer.update(node.names)
    return [name for name in found if name not in outer]


def _text(node: object, numbers: dict[str, int]) -> str:
    """As ast.dump, without what does not count."""
    if isinstance(node, list):
        return "[" + ",".join(_text(each, numbers) for each in node if not _is_text(each)) + "]"
    if not isinstance(node, ast.AST):
        return repr(node)
    if isinstance(node, ast.Name):
        return f"name {numbers.get(node.id, node.id)}"
    if isinstance(node, ast.arg):
        return f"arg {numbers.get(node.arg, node.arg)}"
    fields = [
        f"{name}={_text(value, numbers)}"
        for name, value in ast.iter_fields(node)
        if name not in ("returns", "annotation", "type_comment", "ctx")
    ]
    return f"{type(node).__name__}({','.join(fields)})"


def _is_text(node: object) -> bool:
    """Whether it is a docstring, or a text that stands alone."""
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )
