"""The reference, and the stub that is made of it."""

import ast
import re
from collections.abc import Iterator

from grader.build.lint.faults import Fault
from grader.build.lint.files import Files, bound_in
from grader.build.stub import blocks
from grader.text import Message

Definition = ast.FunctionDef | ast.ClassDef


def definitions(files: Files) -> Iterator[Fault]:
    """The reference defines each graded function."""
    path = files.lesson.reference
    tree = files.tree(path)
    if tree is None or files.exercise is None:
        return
    defined = {node.name for node in tree.body if isinstance(node, Definition)}
    bound = bound_in(tree)
    for name in files.exercise.functions:
        if name in defined:
            continue
        said = Message("it does not define {name}, which is graded", name=name)
        line = 1
        if name in bound:
            line = next(n.lineno for n in tree.body if name in bound_in(ast.Module([n], [])))
            said = Message(
                "{name} is graded, so write it with def: the stub and the call are made from it",
                name=name,
            )
        yield Fault(path, line, said)


def marks(files: Files) -> Iterator[Fault]:
    """The marks stand in pairs, each pair in one function, and each graded function has one."""
    path = files.lesson.reference
    tree = files.tree(path)
    if tree is None:
        return
    found, faults = blocks(files.text(path))
    for line, said in faults:
        yield Fault(path, line, said)
    if faults or files.exercise is None:
        return
    for node in (node for node in tree.body if isinstance(node, Definition)):
        inside = any(node.lineno <= b.begin <= (node.end_lineno or 0) for b in found)
        if node.name in files.exercise.functions and not inside:
            said = Message(
                "{name} is graded, and nothing of it stands between # BEGIN SOLUTION and "
                "# END SOLUTION: the stub would have the solution",
                name=node.name,
            )
            yield Fault(path, node.lineno, said)


def left_in_the_stub(files: Files) -> Iterator[Fault]:
    """What only the solution uses does not stand in the stub, unless the README speaks of it."""
    path = files.lesson.reference
    tree = files.tree(path)
    if tree is None or files.exercise is None:
        return
    graded = files.exercise.functions
    helpers = [n for n in tree.body if isinstance(n, Definition) and n.name not in graded]
    found, faults = blocks(files.text(path))
    if faults or not helpers:
        return
    told = files.text(files.lesson.folder / "README.md")
    used: dict[str, list[bool]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            solved = any(b.begin < node.lineno < b.end for b in found)
            used.setdefault(node.id, []).append(solved)
    for node in helpers:
        uses = used.get(node.name, [])
        if uses and all(uses) and not re.search(rf"\b{node.name}\b", told):
            said = Message(
                "{name} stands in the stub, and only the solution uses it: move it into the "
                "solution's function, or say in README.md what it is for",
                name=node.name,
            )
            yield Fault(path, node.lineno, said)
