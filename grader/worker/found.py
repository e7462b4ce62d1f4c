"""What a submission binds to a graded name: of which type, how it is called, what it uses."""

import ast
import inspect
from collections.abc import Collection, Iterator, Sequence
from types import FunctionType
from typing import Any

from grader.wire import Found, Line, Load, Span
from grader.worker import values
from grader.worker.source.loader import StudentModule
from grader.worker.source.traits import traits

_DEFINES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def found(
    obj: Any,
    name: str,
    submission: StudentModule,
    load: Load,
    digest: str = "",
    spans: Sequence[Span] = (),
) -> Found:
    """What the judge is told of an object that the submission binds to a graded name."""
    return Found(
        values.type_name(obj),
        callable(obj),
        _signature(obj) if callable(obj) else "",
        submission.calls[name],
        _uses(name, submission, load),
        _methods(obj, submission.labels) if isinstance(obj, type) else {},
        _is_blank(obj, submission),
        digest,
        _place(obj, name, submission),
        list(spans),
    )


def _place(obj: Any, name: str, submission: StudentModule) -> Line | None:
    """Where the name gets the value that it has in the end.

    Of definitions under a condition it is the one that was executed, as far as a function tells.
    """
    binding = [each for each in submission.statements if name in each.binds]
    if not binding:
        return None
    lines = sorted(_lines(binding[-1].tree, name)) or [binding[-1].tree.lineno]
    begins = obj.__code__.co_firstlineno if type(obj) is FunctionType else 0
    line = begins if begins in lines else lines[-1]
    return Line(binding[-1].unit, line, name[:80], "")


def _lines(tree: ast.AST, name: str) -> Iterator[int]:
    """On which lines a statement defines the name, in whatever blocks, but not in a function."""
    pending = [tree]
    while pending:
        node = pending.pop()
        if isinstance(node, _DEFINES):
            if node.name == name:
                yield node.lineno
        else:
            pending += ast.iter_child_nodes(node)


def _is_blank(obj: Any, submission: StudentModule) -> bool:
    """Whether nothing is written in a function but a docstring, `pass`, or NotImplementedError.

    With a decorator it may do something all the same: that of `singledispatch` does.
    """
    if not inspect.isfunction(obj) or obj.__code__.co_filename not in submission.labels:
        return False
    code = obj.__code__
    return any(
        isinstance(s.tree, ast.FunctionDef)
        and (s.unit, s.tree.name, s.tree.lineno)
        == (code.co_filename, code.co_name, code.co_firstlineno)
        and not s.tree.decorator_list
        and all(map(_says_nothing, s.tree.body))
        for s in submission.statements
    )


def _says_nothing(node: ast.stmt) -> bool:
    match node:
        case ast.Pass() | ast.Expr(value=ast.Constant()):
            return True
        case ast.Raise(exc=ast.Name(id=name) | ast.Call(func=ast.Name(id=name))):
            return name == "NotImplementedError"
    return False


def _uses(name: str, submission: StudentModule, load: Load) -> dict[str, Line]:
    """The traits of a function; none of one whose expressions are nested too deeply."""
    try:
        return traits(name, submission.statements, load.roots)
    except (RecursionError, MemoryError):
        return {}


def _signature(obj: Any, *, bound: bool = True) -> str:
    """The signature as text, without its first parameter where `bound` is false."""
    try:
        signature = inspect.signature(obj)
        if not bound:
            signature = signature.replace(parameters=list(signature.parameters.values())[1:])
        return str(signature)[:200]
    except (TypeError, ValueError):
        return ""


def _methods(kind: type, labels: Collection[str]) -> dict[str, str]:
    """The signatures of a class's methods that the student's files define."""
    members = {name: each for above in reversed(kind.__mro__) for name, each in vars(above).items()}
    own = {
        name[:100]: _signature(each, bound=False)
        for name, each in members.items()
        if inspect.isfunction(each) and each.__code__.co_filename in labels
    }
    return {name: text for name, text in list(own.items())[:50] if name != "__init__"}
