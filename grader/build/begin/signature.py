"""What `--functions "f(x, y)"` means: each function with its arguments, and a guess at these."""

import ast
import re
from collections.abc import Iterable
from dataclasses import dataclass

from grader.build.begin.guess import Argument, guessed
from grader.errors import UsageError
from grader.text import literal, parse

_TAKEN = {
    "student": "the checks call what they grade by that name",
    "np": "that is NumPy",
    "tf": "that is TensorFlow",
}
"""Names that an argument must not have: the files that are written use them."""

_BETWEEN = re.compile(r";|(?<=\))\s*,\s*(?=\w+\()")
"""Between two functions in a word; a comma inside of one is followed by an argument."""


@dataclass(frozen=True)
class Function:
    """A function that is to be graded, with its arguments in order."""

    name: str
    arguments: tuple[Argument, ...]
    defined: tuple[str, ...]
    """The arguments as they are defined, with their defaults: `x` and `axis=0`."""

    @property
    def signature(self) -> str:
        """The arguments in a line."""
        return ", ".join(self.defined)


def functions(words: Iterable[str]) -> tuple[Function, ...]:
    """The functions that are named, each as `f(x, y)`; a word can hold several (`f(x), g(x)`)."""
    texts = [text.strip() for word in words for text in _BETWEEN.split(word)]
    found = tuple(_function(text) for text in texts if text)
    names = [function.name for function in found]
    for name in names:
        if names.count(name) > 1:
            raise UsageError("--functions: {name} is named twice", name=name)
    return found


def _function(text: str) -> Function:
    try:
        body = parse(f"def {text}: pass").body
    except (SyntaxError, ValueError):  # a ValueError for a zero byte
        body = []
    match body:
        case [ast.FunctionDef(body=[ast.Pass()], returns=None) as node]:
            pass
        case _:
            raise UsageError(
                '--functions {text}: write each as name and arguments, in quotes: "f(x, y)" "g(z)"',
                text=repr(text),
            )
    _must_be_plain(text, node.args)
    if node.name.startswith("_") or node.name in _TAKEN:
        raise UsageError(
            "--functions {text}: a graded function can't be called {name}",
            text=repr(text),
            name=node.name,
        )
    names = [argument.arg for argument in (*node.args.posonlyargs, *node.args.args)]
    for name in names:
        if name in _TAKEN:
            raise UsageError(
                "--functions {text}: call the argument {name} otherwise; {reason}",
                text=repr(text),
                name=name,
                reason=_TAKEN[name],
            )
    defaults = [f"={ast.unparse(default)}" for default in node.args.defaults]
    padded = [""] * (len(names) - len(defaults)) + defaults
    defined = (name + default for name, default in zip(names, padded, strict=True))
    return Function(node.name, guessed(names), tuple(defined))


def _must_be_plain(text: str, arguments: ast.arguments) -> None:
    """Raise UsageError for what can't be drawn, or called by position."""
    given = (*arguments.posonlyargs, *arguments.args)
    if arguments.vararg or arguments.kwarg or arguments.kwonlyargs:
        problem = "* and ** can't be drawn as inputs"
    elif any(argument.annotation for argument in given):
        problem = "leave the types out"
    elif not all(_is_literal(default) for default in arguments.defaults):
        problem = "a default is a number, a text, None, True or False"
    else:
        return
    raise UsageError("--functions {text}: {problem}", text=repr(text), problem=problem)


def _is_literal(node: ast.expr) -> bool:
    try:
        literal(node)
    except ValueError:
        return False
    return True
