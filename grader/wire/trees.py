"""A syntax tree as bytes: code that crosses to a worker, and whose text is nowhere on the way."""

import ast
import zlib
from typing import Any

import msgspec

from grader.text import literal

_TYPE, _CONSTANT = "", "="
_NEWER = "type_params"
"""A field of definitions that Python has had since 3.12."""


def pack_tree(tree: ast.Module) -> bytes:
    """The tree, without the places of its nodes. Any later Python reads it."""
    return zlib.compress(msgspec.msgpack.encode(_plain(tree)), 9)


def unpack_tree(data: bytes) -> ast.Module:
    """The tree that was packed, all on one line of no file."""
    tree = _tree(msgspec.msgpack.decode(zlib.decompress(data)))
    return ast.fix_missing_locations(tree)


def _plain(node: Any) -> Any:
    if isinstance(node, list):
        return [_plain(item) for item in node]
    if isinstance(node, ast.Constant):  # not everything that may stand there is msgpack's: `...`
        return {_CONSTANT: ast.unparse(node)}
    if not isinstance(node, ast.AST):
        return node
    fields = dict(ast.iter_fields(node))
    if not fields.get(_NEWER):
        fields.pop(_NEWER, None)
    return {_TYPE: type(node).__name__, **{name: _plain(value) for name, value in fields.items()}}


def _tree(plain: Any) -> Any:
    if isinstance(plain, list):
        return [_tree(item) for item in plain]
    if not isinstance(plain, dict):
        return plain
    if _CONSTANT in plain:
        return ast.Constant(literal(plain[_CONSTANT]))
    kind = getattr(ast, plain.pop(_TYPE))
    fields = {name: _tree(value) for name, value in plain.items()}
    if _NEWER in kind._fields:
        fields.setdefault(_NEWER, [])
    return kind(**fields)
