"""Read a Jupyter notebook's cells, as JSON only. The worker takes care of magics."""

import json
import re
from typing import Any

from grader.report import Problem
from grader.text import Message
from grader.wire import Unit

_VERSIONS = (3, 4)
"""The formats since 2012."""

_MAX_CELLS = 10_000

_PYTHON = re.compile(r"(?:\s++|#.*+\n)*+(?:import |from |def |class |\"\"\"|@\w)")
_CODE = re.compile(
    r"^[ \t>]*(?:(?:async +)?def +\w+ *\(|class +\w+ *[(:]|import |\w+ *= )", re.MULTILINE
)
_MOST_PROSE = 20_000
"""How much of a cell of text is looked at for code."""


def read(text: str, name: str) -> list[Unit] | Problem:
    """The code cells that are not empty, in order, or why there are none.

    Among them are the cells of text that have lines of Python; these are marked as `prose`. A cell
    is named by its place among all cells, also those of Markdown, counted from 1. Execution counts
    change with every run.
    """
    try:
        # As floats, integers of any length can be read; only the format's own number is used.
        sources = _sources(json.loads(text, parse_int=float))
    except json.JSONDecodeError as error:
        return Problem(name, error.lineno, _no_json(text, error.msg))
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
    units = [
        Unit(f"cell {number}", _text(source), cell=True, prose=prose)
        for number, (source, prose) in enumerate(sources, 1)
        if source.strip()
    ]
    if not all(unit.prose for unit in units):
        return units
    return Problem(name, 0, Message("the notebook has no code cells, or they are all empty"))


def _no_json(text: str, error: str) -> Message:
    if not text.strip():
        return Message("the file is empty")
    if _PYTHON.match(text):
        return Message(
            "the file is not valid JSON, so it is no notebook; it looks like Python, and then its "
            "name has to end in .py"
        )
    return Message(
        "the file is not valid JSON, so it is no notebook: {error}; save it again", error=error
    )


class _NoNotebookError(ValueError):
    """The JSON is no notebook; `message` says what it lacks."""

    def __init__(self, message: Message):
        self.message = message


def _sources(document: Any) -> list[tuple[str, bool]]:
    """The source of each cell, and whether it is one of text; empty where it has no Python.

    Format 3 has its cells in worksheets, which are read as one.
    """
    version = document.get("nbformat") if isinstance(document, dict) else None
    if version not in _VERSIONS:
        raise _NoNotebookError(Message("it has no `nbformat` of 3 or 4"))
    if version == 4:
        sources = [_source(c, n, "source") for n, c in enumerate(_list(document, "cells"), 1)]
    else:
        sheets = [_list(sheet, "cells") for sheet in _list(document, "worksheets")]
        sources = [_source(c, n, "input") for cells in sheets for n, c in enumerate(cells, 1)]
    if len(sources) > _MAX_CELLS:
        raise _NoNotebookError(Message("it has more than {most} cells", most=_MAX_CELLS))
    return sources


def _list(holder: Any, key: str) -> list[Any]:
    found = holder.get(key) if isinstance(holder, dict) else None
    if not isinstance(found, list):
        raise _NoNotebookError(Message("it has no list of {key}", key=key))
    return found


def _source(cell: Any, number: int, key: str) -> tuple[str, bool]:
    if not isinstance(cell, dict):
        raise _NoNotebookError(
            Message("cell {number} is a {type}", number=number, type=type(cell).__name__)
        )
    if cell.get("cell_type") != "code":
        return _prose(cell), True
    if _language(cell) != "python":
        return "", False
    source = cell.get(key, "")
    if not isinstance(source, str | list) or not all(isinstance(line, str) for line in source):
        raise _NoNotebookError(Message("the source of cell {number} is no text", number=number))
    if isinstance(source, str):
        return source, False
    # Format 4 keeps the line ends. Some programs that wrote format 3 did not.
    kept = key == "source" or (source and source[0].endswith(("\n", "\r")))
    return ("" if kept else "\n").join(source), False


def _prose(cell: dict[str, Any]) -> str:
    """The source of a cell of text, if there are lines of Python in it. It may be anything."""
    source = cell.get("source", "")
    if isinstance(source, list):
        source = "".join(line for line in source if isinstance(line, str))
    found = source[:_MOST_PROSE] if isinstance(source, str) else ""
    return found if _CODE.search(found) else ""


def _language(cell: dict[str, Any]) -> object:
    """A cell's language, which VS Code lets people choose for each cell."""
    metadata = cell.get("metadata")
    vscode = metadata.get("vscode") if isinstance(metadata, dict) else None
    return vscode.get("languageId", "python") if isinstance(vscode, dict) else "python"


def _text(source: str) -> str:
    """The text with line ends as Python reads them, and `?` for half characters, as JSON allows."""
    return re.sub(r"\r\n?", "\n", source).encode("utf-8", "replace").decode("utf-8")
