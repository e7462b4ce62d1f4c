"""A stub as a notebook, with the task of the README between its cells."""

import ast
import json
import re
import textwrap
from collections.abc import Iterable, Sequence
from typing import Any

from grader.authoring import Exercise
from grader.build.stub import stub as stub_of
from grader.course import Lesson
from grader.errors import AuthorError
from grader.text import parse, source_lines

_COLAB = "On Colab, take the # off the next line, and put in the address that your teacher names."
_FILES = "On Colab, take the # off the next three, and put in the address that your teacher names."
_INSTALL = "%pip install git+https://ADDRESS/OF/THIS/REPOSITORY"

_CHECK = (
    "## Check\n\nThis cell grades the whole exercise: what you have run so far counts, so run a "
    "cell again after you change it. `%hint {exercise}` says more of a hint. In a terminal it is "
    "`grader check {exercise} {module}.ipynb`, for the notebook as it was saved last."
)

_PROGRAM = (
    "## Run it\n\nA notebook has no command line. This cell does what `{command}` does in a "
    "terminal, with the functions of this notebook."
)

_KERNEL = {"name": "python3", "display_name": "Python 3", "language": "python"}
_METADATA = {"kernelspec": _KERNEL, "language_info": {"name": "python"}}

Cell = dict[str, Any]


def build_stub(lesson: Lesson) -> str:
    """The text of the stub."""
    return stub_of(lesson.reference.read_text(encoding="utf-8"), lesson.reference.name)


def build_notebook(lesson: Lesson, setup: Sequence[str] = ()) -> str:
    """The text of the notebook: the stub, with the task from the README.

    `setup` are cells of code in the place of the one that loads the grader. Where no solution is
    at hand, the stub is the one that the exercise has.
    """
    readme, exercise = lesson.folder / "README.md", lesson.exercise
    if not readme.is_file():
        raise AuthorError("{readme} is missing; the notebook takes its text from it", readme=readme)
    text = readme.read_text(encoding="utf-8")
    own = lesson.folder / lesson.file_name
    stub = build_stub(lesson) if lesson.has_solution else own.read_text(encoding="utf-8")
    return notebook(stub, text, exercise, setup or (_setup(lesson),))


def _setup(lesson: Lesson) -> str:
    """The first cell. Colab has no file of the exercise, so what a notebook imports is fetched."""
    lines = [_COLAB, _INSTALL]
    if lesson.given_files:
        lines = [_FILES, _INSTALL, "!grader init course", f"%cd course/{lesson.folder.name}"]
    return "\n".join([*(f"# {line}" for line in lines), "%load_ext grader"])


def notebook(stub: str, readme: str, asked: Exercise, setup: Sequence[str]) -> str:
    """The text of the notebook; the same stub and README give the same bytes.

    The README's section on a function comes before the function's cell, and a cell that grades it
    comes behind. What the stub does as a program, under `if __name__ == "__main__":`, is a cell of
    its own.
    """
    exercise, graded, module = asked.name, asked.functions, asked.module
    sections = [part.strip() for part in re.split(r"^(?=## )", readme, flags=re.MULTILINE)]
    about = {m[1]: part for part in sections if (m := re.match(r"## `(\w+)\(", part))}
    first = min((sections.index(part) for part in about.values()), default=len(sections))
    pieces = _pieces(stub)
    end = 1 + max(i for i, (name, _) in enumerate(pieces) if name in graded)
    cells = [*(_markdown(part) for part in sections[:first]), *map(_code, setup)]
    for name, code in pieces[:end]:
        if name in about:
            cells.append(_markdown(about[name]))
        cells.append(_code(code))
        if name in graded:
            cells.append(_code(f"%grade {exercise} {name}"))
    check = _markdown(_CHECK.format(exercise=exercise, module=module))
    cells += [check, _code(f"%grade {exercise}")]
    cells += [_markdown(s) for s in sections[first:] if s not in about.values()]
    cells += [_code(code) for _, code in pieces[end:]]
    return _written([*cells, *_program(stub, module)])


def _written(cells: Iterable[Cell]) -> str:
    """The notebook's JSON, as nbformat would write it, which takes long to import."""
    numbered = [cell | {"id": f"cell-{number}"} for number, cell in enumerate(cells, 1)]
    made = {"cells": numbered, "metadata": _METADATA, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(made, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _markdown(text: str) -> Cell:
    return {"cell_type": "markdown", "metadata": {}, "source": text.splitlines(keepends=True)}


def _code(text: str) -> Cell:
    lines = text.splitlines(keepends=True)
    blank: Cell = {"execution_count": None, "metadata": {}, "outputs": []}
    return blank | {"cell_type": "code", "source": lines}


def _pieces(stub: str) -> list[tuple[str, str]]:
    """The top level cut at its definitions, each with its name and the comments above it.

    The module's docstring is left out, because the README says the same, and so is the main guard.
    """
    lines, tree = source_lines(stub), parse(stub)
    documented = ast.get_docstring(tree) is not None
    end = (tree.body[0].end_lineno or 0) if documented else 0
    found: list[tuple[str, str]] = []
    for node in tree.body[documented:]:
        start, end = end, node.end_lineno or 0
        code = "\n".join(lines[start:end])
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.append((node.name, code))
        elif _is_guard(node):
            continue
        elif found and not found[-1][0]:
            found[-1] = ("", f"{found[-1][1]}\n{code}")
        else:
            found.append(("", code))
    return [(name, code.strip("\n")) for name, code in found]


def _is_guard(node: ast.stmt) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) == "__name__ == '__main__'"


def _program(stub: str, module: str) -> list[Cell]:
    """What the stub does as a program, with the options of the command in its docstring."""
    tree = parse(stub)
    guard = next((node for node in tree.body if _is_guard(node)), None)
    if not isinstance(guard, ast.If):
        return []
    lines = source_lines(stub)[guard.body[0].lineno - 1 : guard.body[-1].end_lineno]
    code, command = textwrap.dedent("\n".join(lines)), f"python {module}.py"
    documented = ast.get_docstring(tree) or ""
    if found := re.search(rf"^ *({re.escape(command)} +(.*\S))", documented, re.MULTILINE):
        command = found[1]
        arguments = json.dumps([f"{module}.py", *found[2].split()])
        # argparse would read the command line of the notebook's kernel.
        code = f"import sys\n\nsys.argv = {arguments}\n{code}"
    return [_markdown(_PROGRAM.format(command=command)), _code(code)]
