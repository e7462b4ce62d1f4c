"""What a file of `wrong/` says of itself: its hint, and the function that it overrides."""

import ast

from grader.text import Message, paragraphs


def faults_of(tree: ast.Module, graded: list[str]) -> list[Message]:
    """Why a file can't be a known mistake."""
    faults = []
    if not hints_of(tree):
        faults.append(Message("no docstring; it is the hint that a student reads"))
    names = overridden(tree, graded)
    if len(names) != 1:
        faults.append(
            Message(
                "it overrides {overridden}; it must override exactly one graded function",
                overridden=", ".join(names) or Message("no graded function"),
            )
        )
    return faults


def hints_of(tree: ast.Module) -> tuple[str, ...]:
    """The paragraphs of a file's docstring."""
    return paragraphs(ast.get_docstring(tree) or "")


def overridden(tree: ast.Module, graded: list[str]) -> list[str]:
    """The graded functions that a file binds, as a function, a class or an assignment."""
    names = [n.name for n in tree.body if isinstance(n, ast.FunctionDef | ast.ClassDef)]
    names += [
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    ]
    return [name for name in graded if name in names]
