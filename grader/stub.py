"""From the reference solution to the stub that a student starts from, a file or a notebook."""

import ast
import json
import re
import textwrap
from collections.abc import Sequence

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, writes

from grader.compare import NOT_IMPLEMENTED
from grader.errors import AuthorError

_BLOCK = re.compile(
    r"^(?P<indent>[ \t]*)# BEGIN SOLUTION[ \t]*\n(?P<body>.*?)^(?P=indent)# END SOLUTION[ \t]*\n",
    re.MULTILINE | re.DOTALL,
)
_DEFINITION = re.compile(r"^\s*(?:async\s+)?def\s+(\w+)", re.MULTILINE)


def stub(source: str, name: str) -> str:
    """The source with every solution block replaced by a NotImplementedError.

    Raises AuthorError for a marker without its partner, or a block outside of a function.
    """

    def placeholder(match: re.Match[str]) -> str:
        functions = _DEFINITION.findall(source[: match.start()])
        if not functions or not match["indent"]:
            line = source.count("\n", 0, match.start()) + 1
            raise AuthorError(f"{name}, line {line}: BEGIN SOLUTION stands outside of a function")
        return (
            f'{match["indent"]}raise NotImplementedError("{functions[-1]} is {NOT_IMPLEMENTED}")\n'
        )

    result = _BLOCK.sub(placeholder, source)
    if left := re.search(r"# (BEGIN|END) SOLUTION", result):
        line = result.count("\n", 0, left.start()) + 1
        raise AuthorError(
            f"{name}: {left[0]} has no partner of the same indent (line {line} or so)"
        )
    if result == source:
        raise AuthorError(f"{name}: no # BEGIN SOLUTION ... # END SOLUTION block to take out")
    return result


def notebook(text: str, readme: str, exercise: str, graded: Sequence[str], module: str) -> str:
    """A stub's text as a notebook: the README's task, and a code cell for each definition.

    The README's section on a function comes before it. What a stub does as a program, under
    `if __name__ == "__main__":`, is a cell of its own. The same text gives the same bytes.
    """
    sections = [part.strip() for part in re.split(r"^(?=## )", readme, flags=re.MULTILINE)]
    about = {m[1]: part for part in sections if (m := re.match(r"## `(\w+)\(", part))}
    first = min((sections.index(part) for part in about.values()), default=len(sections))
    pieces = _pieces(text)
    last = max(i for i, (name, _) in enumerate(pieces) if name in graded)
    cells = [_task(part) for part in sections[:first]]
    for name, code in pieces[: last + 1]:
        cells += [_task(about[name])] if name in about else []
        cells.append(_code(code))
    cells += [_task(_CHECK), _code(f"!grader check {exercise} {module}.ipynb")]
    cells += [_task(part) for part in sections[first:] if part not in about.values()]
    cells += [_code(code) for _, code in pieces[last + 1 :]]
    cells += _program(text, module)
    for number, cell in enumerate(cells, 1):
        cell["id"] = f"cell-{number}"  # nbformat's own are random
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    made = new_notebook(
        cells=cells, metadata={"kernelspec": kernel, "language_info": {"name": "python"}}
    )
    nbformat.validate(made)
    return writes(made) + "\n"


_CHECK = "## Check\n\nSave the notebook, then run this cell, or the same command in a terminal."

_PROGRAM = (
    "## Run it\n\nA notebook has no command line. This cell does what "
    "`{command}` does in a terminal, with the functions of this notebook."
)


def _task(text: str) -> NotebookNode:
    return new_markdown_cell(text)


def _code(text: str) -> NotebookNode:
    return new_code_cell(text)


def _pieces(text: str) -> list[tuple[str, str]]:
    """The top level cut at its definitions, each with its name and the comments above it.

    The module's docstring is left out, for the README says it, and so is the main guard.
    """
    lines, body = text.splitlines(), ast.parse(text).body
    end = 0
    if ast.get_docstring(ast.parse(text)) is not None:
        end = body.pop(0).end_lineno or 0
    found: list[tuple[str, str]] = []
    for node in body:
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


def _program(text: str, module: str) -> list[NotebookNode]:
    """What the stub does as a program, with the options of the command in its docstring."""
    tree = ast.parse(text)
    guard = next((node for node in tree.body if _is_guard(node)), None)
    if not isinstance(guard, ast.If):
        return []
    last = guard.body[-1].end_lineno
    code = textwrap.dedent("\n".join(text.splitlines()[guard.lineno : last]))
    command = f"python {module}.py"
    if found := re.search(rf"^ *{re.escape(command)} +(.*\S)", ast.get_docstring(tree) or "", re.M):
        command = found[0].strip()
        arguments = json.dumps([f"{module}.py", *found[1].split()])
        code = f"import sys\n\nsys.argv = {arguments}\n{code}"
    return [_task(_PROGRAM.format(command=command)), _code(code)]
