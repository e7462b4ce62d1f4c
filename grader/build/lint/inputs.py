"""Whether inputs.py draws what checks.py asks for."""

import ast
import inspect
from collections.abc import Collection, Iterator, Mapping

from grader.authoring import Check
from grader.build.lint.drawn import Drawn, Strategies
from grader.build.lint.faults import Fault
from grader.build.lint.files import Files, bound_in
from grader.text import Message

_SAYS_NOTHING = {"exec", "eval", "globals", "setattr", "vars"}
"""With these, what a module binds can't be read off its source."""


def strategies(files: Files) -> Iterator[Fault]:
    """Each check has a strategy of its name that draws its parameters, and there are no others."""
    path = files.lesson.inputs
    tree = files.tree(path)
    if tree is None or files.exercise is None:
        return
    found, bound = Strategies(tree), bound_in(tree)
    names = [check.name for check in files.exercise.checks]
    for check in files.exercise.checks:
        if check.name not in bound:
            if not _is_hidden(tree):
                said = Message("there is no strategy for the check {name}", name=check.name)
                yield Fault(path, 1, said)
        elif isinstance(found.values.get(check.name), ast.Constant):
            said = Message("{name} is no strategy, but a value", name=check.name)
            yield Fault(path, found.lines[check.name], said)
        else:
            yield from _parameters(files, check, found)
    for name in bound - {*names}:
        if not name.startswith("_") and found.is_strategy(name):
            said = Message(
                "{name} is not the name of a check; begin the name of a helper with _", name=name
            )
            yield Fault(path, found.lines[name], said)


def _parameters(files: Files, check: Check, found: Strategies) -> Iterator[Fault]:
    for drawn in found.drawn(check.name):
        if said := misfit(check, drawn):
            yield Fault(files.lesson.inputs, found.lines.get(check.name, 1), said)
            return


def misfit(check: Check, drawn: Drawn) -> Message | None:
    """That what a strategy draws can't be a check's arguments; None where it may be."""
    needed, taken = arguments(check)
    short = not drawn.open and not {*needed} <= drawn.maybe
    long = taken is not None and not drawn.always <= {*taken}
    if not short and not long:
        return None
    shown = drawn.always | (drawn.maybe & {*(taken or needed)})
    return says_otherwise(check, shown if not drawn.open else drawn.always)


def says_otherwise(check: Check, drawn: Collection[str]) -> Message:
    """What a strategy draws beside what its check asks for, in words."""
    needed, taken = arguments(check)
    order = [*(taken or needed)]
    names = [n for n in order if n in drawn] + sorted({*drawn} - {*order})
    return Message(
        "{name} draws {drawn}; checks.py asks for {asked}",
        name=check.name,
        drawn=", ".join(names) or Message("nothing"),
        asked=", ".join(order) or Message("nothing"),
    )


def arguments(check: Check) -> tuple[list[str], list[str] | None]:
    """The inputs that must be drawn for a check, and all that may be (None: any).

    Its secret inputs are among them.
    """
    given: Mapping[str, inspect.Parameter] = inspect.signature(check.body).parameters
    of_inputs = [*given.values()][1:]
    named = [p for p in of_inputs if p.kind not in (p.VAR_POSITIONAL, p.VAR_KEYWORD)]
    needed = [p.name for p in named if p.default is p.empty]
    takes_any = any(p.kind is p.VAR_KEYWORD for p in of_inputs)
    may_be = None if takes_any else [*(p.name for p in named), *check.secret]
    return [*needed, *check.secret], may_be


def _is_hidden(tree: ast.Module) -> bool:
    """Whether names may be bound that can't be seen: from elsewhere, or by their text."""
    return any(
        (isinstance(node, ast.Name) and node.id in _SAYS_NOTHING)
        or (isinstance(node, ast.ImportFrom) and any(a.name == "*" for a in node.names))
        for node in ast.walk(tree)
    )
