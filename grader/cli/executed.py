"""What was executed in a kernel, as a submission: the cells of `In`, in their order."""

import ast
import json
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

from grader.authoring import Exercise
from grader.cli import outdated
from grader.judge import Submission, parse_submission

_PATH = "notebook.ipynb"
_GRADED = re.compile(r"\s*%%grade\b.*\n?")
_BOUND = re.compile(r"^\s*(?:(?:async +)?def|class) +(\w+)|^(\w+) *=(?!=)", re.MULTILINE)


@dataclass(frozen=True)
class _Cell:
    """A cell as it was written, without the line that has it graded, and as IPython reads it."""

    text: str
    python: str

    @property
    def readable(self) -> bool:
        """Whether Python can read it, and so has executed it."""
        return _is_readable(self.python)

    @property
    def binds(self) -> set[str]:
        return {name for names in _BOUND.findall(self.text) for name in names if name}


def submission(shell: Any, exercise: Exercise, name: str) -> Submission:
    """The cells that a shell has executed; those called In [3] are so called in the report.

    It is called `name`, and the modules beside it are those of the folder in which one stands.
    """
    left = [_Cell("", "") if mended else cell for cell, mended in _mended([*_cells(shell)])]
    texts = outdated.without([(cell.text, cell.python) for cell in left], exercise.functions)
    cells = [{"cell_type": "code", "metadata": {}, "source": text} for text in texts]
    document = {"nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": cells}
    data = json.dumps(document).encode()
    found = parse_submission(Path.cwd() / _PATH, data, exercise.given, name=name)
    units = (
        msgspec.structs.replace(unit, label=f"In [{unit.label.removeprefix('cell ')}]")
        for unit in found.units
    )
    return replace(found, units=tuple(units))


def _cells(shell: Any) -> Iterator[_Cell]:
    history = shell.history_manager
    for raw, python in zip(history.input_hist_raw[1:], history.input_hist_parsed[1:], strict=False):
        text = _GRADED.sub("", raw, count=1) if _GRADED.match(raw) else raw
        yield _Cell(text, shell.transform_cell(text) if text != raw else python)


def _mended(cells: list[_Cell]) -> Iterator[tuple[_Cell, bool]]:
    """Each cell, and whether Python could not read it and has read another one in its place."""
    later: set[str] = set()
    marked = []
    for cell in reversed(cells):
        marked.append((cell, not cell.readable and cell.binds <= later))
        later |= cell.binds if cell.readable else set()
    return reversed(marked)


@lru_cache(maxsize=4096)
def _is_readable(python: str) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # they were shown when the cell was executed
        try:
            flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
            compile(python, "cell", "exec", flags=flags, dont_inherit=True)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return False
    return True
