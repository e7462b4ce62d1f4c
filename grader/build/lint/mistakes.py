"""The files of wrong/: each is one mistake with its hint, and no two are the same."""

import ast
from collections.abc import Iterator
from pathlib import Path

from grader.build.lint.alike import code_of, shape, split
from grader.build.lint.faults import Fault
from grader.build.lint.files import Files, binding
from grader.build.mistake import faults_of, hints_of, overridden
from grader.text import Message

LEVELS = 2
"""How many paragraphs a hint has at least: a nudge, and what `grader hint` says then."""


def mistakes(files: Files) -> Iterator[Fault]:
    """Each has a hint, and overrides one graded function."""
    assert files.exercise is not None
    for path, tree in _trees(files):
        for said in faults_of(tree, files.exercise.functions):
            yield Fault(path, 1, said)


def names(files: Files) -> Iterator[Fault]:
    """The name of each begins with the function that it overrides."""
    for path, tree, function in _each(files):
        if path.stem != function and not path.stem.startswith(f"{function}_"):
            said = Message(
                "it overrides {function}; begin the file's name with that", function=function
            )
            yield Fault(path, binding(tree, function), said)


def hints(files: Files) -> Iterator[Fault]:
    """Hints have two levels, and name no file that a student does not see."""
    for path, tree in _trees(files):
        found = hints_of(tree)
        if 0 < len(found) < LEVELS:
            said = Message(
                "the hint has one paragraph, and needs two: a nudge, and what shows the way"
            )
            yield Fault(path, 1, said)
        for place in ("wrong/", "right/"):
            if any(place in part for part in found):
                said = Message("the hint speaks of {place}, which no student sees", place=place)
                yield Fault(path, 1, said)


def not_mistakes(files: Files) -> Iterator[Fault]:
    """None is the reference's code again, and no two are alike."""
    reference = files.tree(files.lesson.reference)
    if reference is None:
        return
    statements, imports = split(reference)
    right = {getattr(node, "name", ""): node for node in statements}
    alike: dict[tuple[str, object], list[tuple[Path, ast.Module]]] = {}
    for path, tree, function in _each(files):
        alike.setdefault((function, shape(split(tree)[0])), []).append((path, tree))
    for (function, form), group in alike.items():
        node = right.get(function)
        again = code_of([node]) if node is not None and shape([node]) == form else ""
        if again or len(group) > 1:
            yield from _the_same(function, group, again, imports)


def _the_same(
    function: str, group: list[tuple[Path, ast.Module]], again: str, imports: set[str]
) -> Iterator[Fault]:
    """Faults of files of one shape; `again` is the reference's code, where that has it too."""
    seen: dict[tuple[str, str], Path] = {}
    for path, tree in group:
        rest, own = split(tree)
        code = code_of(rest)
        if code == again and own <= imports:
            said = Message("it is the reference's {function} again", function=function)
            yield Fault(path, binding(tree, function), said)
        twin = seen.setdefault((code, "\n".join(sorted(own))), path)
        if twin is not path:
            said = Message("it is the code of {twin} again", twin=twin.name)
            yield Fault(path, binding(tree, function), said)


def _trees(files: Files) -> list[tuple[Path, ast.Module]]:
    paths = files.lesson.solution_files("wrong")
    return [(path, tree) for path in paths if (tree := files.tree(path)) is not None]


def _each(files: Files) -> list[tuple[Path, ast.Module, str]]:
    """Those that override one function, with its name."""
    assert files.exercise is not None
    found = [(p, t, overridden(t, files.exercise.functions)) for p, t in _trees(files)]
    return [(path, tree, names[0]) for path, tree, names in found if len(names) == 1]
