"""Values and calls in Python's own notation: short for a report, exact for a snippet."""

import ast
import copy
import math

import numpy as np

from grader.text import Message, template
from grader.wire import Array, Map, Number, Opaque, Seq, Value

MAX_LITERAL = 600
"""How many elements a literal may have in a snippet; with more it would be too long to paste."""

_BRIEF_ELEMENTS = 48
_BRIEF_CORNERS = 1000
"""How many elements may be left when NumPy leaves out the middle of each axis longer than six. An
array with more, like a batch of images, is only described."""

_ARRAYS = {
    "array": template("a NumPy array of shape {shape}"),
    "tensor": template("a tensor of shape {shape}"),
    "variable": template("a tf.Variable of shape {shape}"),
}

_BRIEF_TEXT = 200
_BRIEF_DEPTH = 4
_BRIEF_LENGTH = 4000


def brief(value: Value) -> str:
    """A value as people read it: long arrays are shortened in the middle, and all is bounded."""
    text = _brief(value, 0)
    return text if len(text) <= _BRIEF_LENGTH else text[:_BRIEF_LENGTH] + "..."


def _brief(value: Value, depth: int) -> str:
    if depth == _BRIEF_DEPTH and isinstance(value, Seq | Map):
        return "..."
    match value:
        case Array() if math.prod(min(n, 7) for n in value.shape) > _BRIEF_CORNERS:
            return f"<{describe(value)}, {value.dtype}>"
        case Array():
            return _array_text(value.numpy(), _BRIEF_ELEMENTS)
        case Seq():
            parts = [_brief(item, depth + 1) for item in value.items[:8]]
            parts += ["..."] if len(value.items) > 8 else []
            inner = ", ".join(parts)
            return f"[{inner}]" if value.kind == "list" else f"({inner})"
        case Map():
            pairs = [[_brief(x, depth + 1) for x in pair] for pair in value.items[:8]]
            return "{" + ", ".join(f"{key}: {item}" for key, item in pairs) + "}"
        case Number():
            return f"{value.type}({value.value!r})"
        case Opaque():
            return f"<{value.type} {value.note}>" if value.note else f"<{value.type}>"
        case str():
            return repr(value if len(value) <= _BRIEF_TEXT else value[:_BRIEF_TEXT] + "...")
        case _:
            return repr(value)


def _array_text(array: np.ndarray, threshold: int) -> str:
    plain = array + 0 if array.dtype.kind == "f" else array  # -0. would only confuse
    text = np.array2string(
        plain, separator=", ", threshold=threshold, edgeitems=3, max_line_width=10**6
    )
    return " ".join(text.split())


def describe(value: Value) -> Message:
    """What kind of thing a value is: a tensor of shape (2, 3), a list of 4."""
    match value:
        case None:
            return Message("None")
        case bool() | int() | float():
            return Message("a Python {type}", type=type(value).__name__)
        case str():
            return Message("a string")
        case Array():
            return Message(_ARRAYS[value.kind], shape=shape_text(value.shape))
        case Seq(kind="list"):
            return Message("a list of {count}", count=len(value.items))
        case Seq():
            return Message("a tuple of {count}", count=len(value.items))
        case Map():
            return Message("a dict of {count}", count=len(value.items))
        case Opaque(note=Message()):
            return Message("a {type} {note}", type=value.type, note=value.note)
        case Number() | Opaque():
            return Message("a {type}", type=value.type)


def shape_text(shape: tuple[int, ...]) -> str:
    """A shape as Python writes it."""
    return str(tuple(shape))


def literal(value: Value) -> str | None:
    """An expression that makes exactly this value; None when it would be too long."""
    match value:
        case Array():
            if math.prod(value.shape) > MAX_LITERAL:
                return None
            return _array_literal(value)
        case Seq():
            parts = [literal(item) for item in value.items]
            if any(part is None for part in parts):
                return None
            inner = ", ".join(str(part) for part in parts)
            return (
                f"[{inner}]"
                if value.kind == "list"
                else f"({inner}{',' if len(parts) == 1 else ''})"
            )
        case None | bool() | int() | str():
            return repr(value)
        case float():
            return repr(value) if math.isfinite(value) else f'float("{value}")'
        case _:
            return None


def _array_literal(value: Array) -> str:
    array = value.numpy()
    if 0 in array.shape:
        numbers = f"np.zeros({value.shape}).tolist()"
    else:
        numbers = np.array2string(array, separator=", ", threshold=10**9, max_line_width=10**6)
        numbers = " ".join(numbers.split())
    for word in ("nan", "inf"):
        numbers = numbers.replace(word, f"np.{word}")
    if value.kind == "array":
        return f"np.array({numbers}, dtype=np.{value.dtype})"
    maker = "tf.constant" if value.kind == "tensor" else "tf.Variable"
    return f"{maker}({numbers}, dtype=tf.{value.dtype})"


def snippet(
    check: ast.FunctionDef, helpers: list[ast.stmt], module: str, inputs: dict[str, Value]
) -> str:
    """Python that a student can paste: the inputs, then what the check does with them.

    `check` and `helpers` are definitions in checks.py. Inside of the check, `student.softmax`
    becomes `softmax`, and what is returned is printed. An input too long to write is left as a
    comment.
    """
    lines = [ast.unparse(_without_docstring(helper)) for helper in helpers]
    for name, value in inputs.items():
        text = literal(value)
        lines.append(
            f"{name} = {text}" if text else f"# {name}: {describe(value)}, too long to show"
        )
    student = _Unwrapped(check.args.args[0].arg)
    body = [node for node in check.body if not _is_docstring(node)]
    tree = student.visit(ast.Module(body, type_ignores=[]))
    lines.append(ast.unparse(ast.fix_missing_locations(tree)))
    return pasteable("\n".join(lines), module, student.names)


def pasteable(code: str, module: str, names: list[str]) -> str:
    """The code with the imports that it needs, `names` from the student's module among them."""
    heads = [f"from {module} import {', '.join(names)}"] if module else []
    heads = ["import numpy as np"] * ("np." in code) + heads
    heads = ["import tensorflow as tf"] * ("tf." in code) + heads
    return "\n".join([*heads, code])


def _without_docstring(node: ast.stmt) -> ast.stmt:
    """A definition without its docstring, unless it has nothing else."""
    if (
        not isinstance(node, ast.FunctionDef)
        or len(node.body) < 2
        or not _is_docstring(node.body[0])
    ):
        return node
    bare = copy.copy(node)
    bare.body = node.body[1:]
    return bare


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


class _Unwrapped(ast.NodeTransformer):
    """Replaces `student.f` by `f`, and `return x` by `print(x)`."""

    def __init__(self, student: str):
        self.student = student
        self.names: list[str] = []

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        """A function of the student's by its own name."""
        self.generic_visit(node)
        if isinstance(node.value, ast.Name) and node.value.id == self.student:
            if node.attr not in self.names:
                self.names.append(node.attr)
            return ast.Name(node.attr, ast.Load())
        return node

    def visit_Return(self, node: ast.Return) -> ast.AST:
        """Print in place of return: a snippet is pasted at the top level."""
        self.generic_visit(node)
        shown = [node.value] if node.value else []
        return ast.Expr(ast.Call(ast.Name("print", ast.Load()), shown, []))
