"""Code that a student can paste: the inputs of an example, and what a check does with them."""

import ast
import copy
import keyword
import math
from collections.abc import Iterator

from grader.authoring import Check
from grader.course import Lesson, definition_of
from grader.judge import notation
from grader.judge.implementation import without_secrets
from grader.judge.submission import Submission
from grader.text import parse
from grader.wire import Array, Inputs, Map, Seq, Value

MAX_LITERAL = 600
"""How many elements the inputs of a snippet may have; with more it would be too long to paste."""

MAX_WRITTEN = 20_000
"""The same for a file that is written."""


def of_check(
    lesson: Lesson,
    check: Check,
    submission: Submission,
    inputs: Inputs,
    most: int = MAX_LITERAL,
) -> str:
    """What a check does with these inputs, for a student to run beside the file.

    In a notebook nothing is imported: there, the functions are at hand.
    """
    file = submission.name
    module = file.removesuffix(".py") if file.endswith(".py") else ""
    if check.try_it:
        return pasteable(check.try_it.strip(), module, [check.function])
    definition, helpers = definition_of(lesson.checks_source, check.name)
    return snippet(definition, helpers, module, without_secrets(check, inputs), most)


def elements(inputs: dict[str, Value]) -> int:
    """How many numbers stand in the arrays of inputs."""
    return sum(map(_elements, inputs.values()))


def _elements(value: Value) -> int:
    match value:
        case Array():
            return math.prod(value.shape)
        case Seq():
            return sum(map(_elements, value.items))
        case Map():
            return sum(_elements(item) for _, item in value.items)
        case _:
            return 0


def snippet(
    check: ast.FunctionDef,
    helpers: list[ast.stmt],
    module: str,
    inputs: dict[str, Value],
    most: int = MAX_LITERAL,
) -> str:
    """Python that a student can paste: the inputs, then what the check does with them.

    `check` and `helpers` are definitions in checks.py. Inside of the check, `student.softmax`
    becomes `softmax`, and what is returned is printed. It is empty where the inputs have more than
    `most` numbers, or can't be written.
    """
    literals = {name: notation.literal(value) for name, value in inputs.items()}
    if elements(inputs) > most or None in literals.values():
        return ""
    student = _Unwrapped(check.args.args[0].arg)
    body = [node for node in check.body if not _is_docstring(node)]
    body = student.unwrapped(body)
    parts = [*map(_unparsed, map(_without_docstring, helpers))]
    parts += [f"{name} = {text}" for name, text in literals.items()]
    parts += map(_unparsed, body)
    return pasteable("\n".join(parts), module, student.names, whole=student.whole)


def _unparsed(node: ast.stmt) -> str:
    """The code of a statement, without empty lines in it.

    Python's prompt takes an empty line for the end of a block, and needs one there.
    """
    text = ast.unparse(ast.fix_missing_locations(node))
    lines = [line for line in text.split("\n") if line.strip()]
    return "\n".join(["", *lines, ""] if hasattr(node, "body") else lines)


def pasteable(code: str, module: str, names: list[str], *, whole: str = "") -> str:
    """The code with the imports that it needs, `names` from the student's module among them.

    `whole` is the name by which the module itself is used.
    """
    heads = []
    if "tf." in code:
        heads.append("import tensorflow as tf")
    if "np." in code:
        heads.append("import numpy as np")
    if module:
        heads += _imports(module, names, whole)
    return "\n".join([*heads, code]).rstrip("\n").replace("\n\n\n", "\n\n")


def _imports(module: str, names: list[str], whole: str) -> list[str]:
    if module.isidentifier() and not keyword.iskeyword(module):
        lines = [f"import {module} as {whole}"] if whole else []
        return [*lines, f"from {module} import {', '.join(names)}"] if names else lines
    # A file may have any name: `logistic (1).py` is how a browser saves it again.
    lines = ["import runpy", f"_file = runpy.run_path({module + '.py'!r})"]
    if whole:
        lines += ["import types", f"{whole} = types.SimpleNamespace(**_file)"]
    return [*lines, *(f"{name} = _file[{name!r}]" for name in names)]


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
    """Replaces `student.f` by `f`, and the check's `return x` by `print(x)`."""

    def __init__(self, student: str):
        self.student = student
        self.names: list[str] = []
        self.whole = ""

    def unwrapped(self, body: list[ast.stmt]) -> list[ast.stmt]:
        """The statements of a check as they can stand at the top level."""
        body = copy.deepcopy(body) or [ast.Pass()]
        early = body[:-1] if isinstance(body[-1], ast.Return) else body
        if any(isinstance(node, ast.Return) for node in _outside_of_functions(early)):
            check = parse("def check():\n    pass\nprint(check())").body
            assert isinstance(check[0], ast.FunctionDef)
            check[0].body, body = body, check
        elif isinstance(last := body[-1], ast.Return):
            shown = [last.value] if last.value else []
            body[-1] = ast.Expr(ast.Call(ast.Name("print", ast.Load()), shown, []))
        body = [self.visit(node) for node in body]
        names = (n for node in body for n in ast.walk(node) if isinstance(n, ast.Name))
        if any(name.id == self.student for name in names):  # it is given to something else
            self.whole = self.student
        return body

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        """A function of the student's by its own name."""
        self.generic_visit(node)
        if isinstance(node.value, ast.Name) and node.value.id == self.student:
            if node.attr not in self.names:
                self.names.append(node.attr)
            return ast.Name(node.attr, ast.Load())
        return node


def _outside_of_functions(body: list[ast.stmt]) -> Iterator[ast.AST]:
    """The nodes of statements, but for those of functions that are defined there."""
    waiting: list[ast.AST] = list(body)
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            waiting.extend(ast.iter_child_nodes(node))
