"""A changed file becomes a known mistake: a file of wrong/ whose hint is still to be written."""

import ast
import re
from pathlib import Path

from grader.build.lint import MARK
from grader.build.mutation.places import Text
from grader.build.mutation.source import Mutation, mutations
from grader.build.stand_ins import needed
from grader.course import Lesson, write_whole
from grader.errors import UsageError
from grader.text import parse

_DEFINITION = ast.FunctionDef | ast.ClassDef

_MARKED = re.compile(r"^[ \t]*# (?:BEGIN|END) SOLUTION[ \t]*\n", re.MULTILINE)

_HINT = '''"""{mark}: say what the values are that this gives ({change}).

{mark}: say what to do. The change, in {file}:

{diff}
"""

'''


def adopt(lesson: Lesson, name: str) -> Path:
    """Write the changed file of that ID, or of an ID that begins so, as a file of wrong/.

    Raises UsageError for an ID that no change has, or several, and for a file that is there.
    """
    mutation = _found(lesson, name)
    function = mutation.functions[0]
    kind = re.sub(r"\W+", "_", mutation.change)
    path = lesson.solution / "wrong" / f"{function}_{kind}_{mutation.id}.py"
    if path.exists():
        raise UsageError("{path} is there already", path=path)
    path.parent.mkdir(exist_ok=True)
    write_whole(path, known_mistake(lesson, mutation).encode())
    return path


def _found(lesson: Lesson, name: str) -> Mutation:
    paths = [lesson.reference, *lesson.solution_files("right")]
    found = [m for path in paths for m in mutations(lesson, path) if m.id.startswith(name)]
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(
            "{name} could be {found}; write more of it",
            name=name,
            found=", ".join(mutation.id for mutation in found[:5]),
        )
    raise UsageError(
        "no change of {exercise} is called {name}: IDs are those of the files as they are now; "
        "run `grader mutate {exercise}` again",
        exercise=lesson.exercise.name,
        name=name,
    )


def known_mistake(lesson: Lesson, mutation: Mutation) -> str:
    """The text of the file: the changed function and what it needs, without other graded ones."""
    function = mutation.functions[0]
    text, tree = Text(mutation.source), parse(mutation.source)
    others = set(lesson.exercise.functions) - {function}
    kept = [n for n in needed(tree.body, function) if getattr(n, "name", "") not in others]
    hint = _HINT.format(
        mark=MARK,
        change=mutation.change,
        file=mutation.where,
        diff="\n".join(f"    {line}" for line in mutation.diff.splitlines()[1:]),
    )
    return hint.replace("\\", "\\\\") + _joined(kept, text)


def _joined(nodes: list[ast.stmt], text: Text) -> str:
    """The statements without marks of the stub, with two empty lines around each definition."""
    result, before = "", nodes[0]
    for node in nodes:
        start, end = text.span(node)
        if isinstance(node, _DEFINITION) or isinstance(before, _DEFINITION):
            gap = "\n\n\n"
        else:
            gap = "\n" if type(node) is type(before) else "\n\n"
        gap = gap if result else ""
        before = node
        result += gap + _MARKED.sub("", text.source[start:end])
    return result + "\n"
