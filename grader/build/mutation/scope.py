"""What of a reference may be named to a student: what is in the task too, or in a library."""

import ast
import builtins
import random

import numpy as np

_LONGEST = 24
"""A part of an expression that is longer is not named: it could be half of the solution."""

_METHODS = {
    name
    for kind in (np.ndarray, np.random.Generator, random.Random, list, dict, set, str)
    for name in dir(kind)
}


class Scope:
    """The names around a place in the reference.

    Parameters of graded functions are in the task as well; of a file that is not the reference,
    those that are `known` from there. A variable that is given its value once is known by that, if
    it is as plain as `len(x)`.
    """

    def __init__(
        self,
        around: tuple[ast.AST, ...],
        libraries: set[str],
        graded: set[str],
        known: set[str] | None = None,
    ):
        self._libraries, self._graded = libraries, graded
        functions = [node for node in around if isinstance(node, ast.FunctionDef)]
        in_task = any(getattr(node, "name", "") in graded for node in around)
        arguments = ast.walk(functions[0].args) if functions and in_task else ()
        names = {each.arg for each in arguments if isinstance(each, ast.arg)}
        self._parameters = names if known is None else names & known
        self._values = _given_once(functions[0]) if functions else {}

    def plain(self, node: ast.AST) -> str:
        """A plain part of an expression as text; "" where it is not plain, or is not known."""
        text = self._text(node, 0)
        return text if len(text) <= _LONGEST else ""

    def hint(self, node: ast.AST) -> str:
        """A plain part; or the function that is called for it, as `log(...)`; or ""."""
        if text := self.plain(node):
            return text
        return f"{name}(...)" if (name := self.called(node)) else ""

    def _text(self, node: ast.AST, depth: int) -> str:
        match node:
            case ast.Constant(value=bool() | int() | float()):
                return ast.unparse(node)
            case ast.UnaryOp(op=ast.USub(), operand=inner):
                return f"-{text}" if (text := self._text(inner, depth)) else ""
            case ast.Name(id=name) if name in self._parameters:
                return name
            case ast.Name(id=name):
                value = self._values.get(name)
                return self._text(value, depth + 1) if value is not None and depth < 2 else ""
            case ast.Attribute(value=ast.Name(id=name), attr=attr) if name in self._libraries:
                return f"{name}.{attr}"
            case ast.Attribute(value=inner, attr="T" | "size" | "shape" | "ndim" as attr):
                return f"{text}.{attr}" if (text := self._text(inner, depth)) else ""
            case ast.Subscript(value=inner, slice=ast.Constant(value=int(place))):
                return f"{text}[{place}]" if (text := self._text(inner, depth)) else ""
            case ast.Call(func=ast.Name(id="len"), args=[inner]):
                return f"len({text})" if (text := self._text(inner, depth)) else ""
        return ""

    def called(self, call: ast.AST) -> str:
        """What a call calls, by its last name; "" where it is the reference's own."""
        match call:
            case ast.Call(func=ast.Name(id=name)):
                known = hasattr(builtins, name) or name in self._graded | self._parameters
                return name if known else ""
            case ast.Call(func=ast.Attribute(value=owner, attr=name)):
                while isinstance(owner, ast.Attribute):
                    owner = owner.value
                library = isinstance(owner, ast.Name) and owner.id in self._libraries
                return name if library or name in _METHODS else ""
        return ""


def _given_once(function: ast.FunctionDef) -> dict[str, ast.expr | None]:
    """The names that the function gives values: with the value, where it is one and no more."""
    found: dict[str, ast.expr | None] = {}
    plain: dict[int, ast.expr] = {}
    for node in ast.walk(function):
        match node:
            case ast.Assign(targets=[ast.Name() as target], value=value):
                plain[id(target)] = value
            case ast.Assign(targets=[ast.Tuple(elts=targets)], value=ast.Tuple(elts=values)):
                if len(targets) == len(values):
                    plain |= {id(t): v for t, v in zip(targets, values, strict=True)}
    for node in ast.walk(function):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store | ast.Del):
            found[node.id] = None if node.id in found else plain.get(id(node))
    return found
