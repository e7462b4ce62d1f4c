"""Read a Jupyter notebook's code cells, as JSON only. The worker takes care of magics."""

import json
import re
from typing import Any

import nbformat

from grader.report import Problem
from grader.text import Message
from grader.wire import Unit

_VERSIONS = (3, 4)
"""The formats since 2012."""


def read(text: str, name: str) -> list[Unit] | Problem:
    """The code cells that are not empty, in order, or why there are none.

    A cell is named by its place among all cells, also those of Markdown, counted from 1. Execution
    counts change with every run.
    """
    try:
        # As floats, integers of any length can be read; only the format's own number is used.
        notebook = _bare(json.loads(text, parse_int=float))
    except json.JSONDecodeError as error:
        what = Message(
            "the file is not valid JSON, so it is no notebook: {error}; save it again",
            error=error.msg,
        )
        return Problem(name, error.lineno, what)
    except _NoNotebookError as error:
        return Problem(
            name,
            0,
            Message(
                "the file is JSON, but no notebook: {error}; save it again", error=error.message
            ),
        )
    except RecursionError:
        return Problem(name, 0, Message("the file is JSON, but nested too deeply for a notebook"))
    cells = nbformat.convert(notebook, 4)["cells"]
    units = [
        Unit(f"cell {number}", _text(cell["source"]), cell=True)
        for number, cell in enumerate(cells, 1)
        if cell["cell_type"] == "code" and cell["source"].strip()
    ]
    return units or Problem(
        name, 0, Message("the notebook has no code cells, or they are all empty")
    )


class _NoNotebookError(ValueError):
    """The JSON is no notebook; `message` says what it lacks."""

    def __init__(self, message: Message):
        self.message = message


def _bare(document: Any) -> Any:
    """The notebook in its own format, with nothing in it except the text of its code cells.

    Outputs and metadata can be most of a file, and need not be valid for it to be graded.
    """
    version = document.get("nbformat") if isinstance(document, dict) else None
    if version not in _VERSIONS:
        raise _NoNotebookError(Message("it has no `nbformat` of 3 or 4"))
    major = int(version)
    if major == 3:
        sheets = _list(document, "worksheets")
        content = {"worksheets": [{"cells": _cells(sheet, "input")} for sheet in sheets]}
    else:
        content = {"cells": _cells(document, "source")}
    notebook = {"nbformat": major, "nbformat_minor": 0, "metadata": {}, **content}
    return nbformat.versions[major].to_notebook_json(notebook)


def _list(holder: Any, key: str) -> list[Any]:
    found = holder.get(key) if isinstance(holder, dict) else None
    if not isinstance(found, list):
        raise _NoNotebookError(Message("it has no list of {key}", key=key))
    return found


def _cells(sheet: Any, key: str) -> list[dict[str, Any]]:
    """A sheet's cells. Cells in other languages become empty Markdown cells."""
    return [_cell(cell, key, number) for number, cell in enumerate(_list(sheet, "cells"), 1)]


def _cell(cell: Any, key: str, number: int) -> dict[str, Any]:
    if not isinstance(cell, dict):
        raise _NoNotebookError(
            Message("cell {number} is a {type}", number=number, type=type(cell).__name__)
        )
    if cell.get("cell_type") != "code" or _language(cell) != "python":
        return {"cell_type": "markdown", "metadata": {}, "source": ""}
    source = cell.get(key, "")
    if not isinstance(source, str | list) or not all(isinstance(line, str) for line in source):
        raise _NoNotebookError(Message("the source of cell {number} is no text", number=number))
    return {"cell_type": "code", "metadata": {}, "outputs": [], key: source}


def _language(cell: dict[str, Any]) -> object:
    """A cell's language, which VS Code lets people choose for each cell."""
    metadata = cell.get("metadata")
    vscode = metadata.get("vscode") if isinstance(metadata, dict) else None
    return vscode.get("languageId", "python") if isinstance(vscode, dict) else "python"


def _text(source: str) -> str:
    """The text with line ends as Python reads them, and `?` for half characters, as JSON allows."""
    return re.sub(r"\r\n?", "\n", source).encode("utf-8", "replace").decode("utf-8")
