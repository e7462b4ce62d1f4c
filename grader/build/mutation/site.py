"""Where two trees differ that are the same but for one change."""

import ast
from dataclasses import dataclass


@dataclass(frozen=True)
class Site:
    """What stands in a tree, and what in its place in the other one.

    `around` are the nodes of the first tree that it is in, from outside to inside; `field` is what
    it is of the innermost of them.
    """

    old: ast.AST
    new: ast.AST
    around: tuple[ast.AST, ...] = ()
    field: str = ""

    @property
    def parent(self) -> ast.AST | None:
        """What it is a part of."""
        return self.around[-1] if self.around else None


def site(old: ast.AST, new: ast.AST, around: tuple[ast.AST, ...] = (), field: str = "") -> Site:
    """The innermost place in which all that differs is."""
    here = Site(old, new, around, field)
    if type(old) is not type(new):
        return here
    inner: list[tuple[str, ast.AST, ast.AST]] = []
    for name, one, other in _fields(old, new):
        if same(one, other):
            continue
        if not isinstance(one, ast.AST) or not isinstance(other, ast.AST):
            return here
        inner.append((name, one, other))
    if len(inner) != 1:
        return here
    name, one, other = inner[0]
    return site(one, other, (*around, old), name)


def _fields(old: ast.AST, new: ast.AST) -> list[tuple[str, object, object]]:
    """The fields of both; of lists that are of one length, each item."""
    found: list[tuple[str, object, object]] = []
    for name in old._fields:
        one, other = getattr(old, name, None), getattr(new, name, None)
        if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
            found += [(name, a, b) for a, b in zip(one, other, strict=True)]
        else:
            found.append((name, one, other))
    return found


def same(one: object, other: object) -> bool:
    """Whether two trees are the same, wherever they stand."""
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if not isinstance(one, ast.AST) or not isinstance(other, ast.AST):
        return type(one) is type(other) and one == other
    if type(one) is not type(other):
        return False
    return all(same(getattr(one, f, None), getattr(other, f, None)) for f in one._fields)
