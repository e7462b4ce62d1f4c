"""The worked numbers of an exercise's README: its examples, run with the reference."""

import ast
import contextlib
import importlib.util
import io
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from grader.course.course import Lesson

_BLOCK = re.compile(r"```python\n(.*?)```", re.DOTALL)


def reference(lesson: Lesson) -> ModuleType:
    """The reference, imported as a module."""
    spec = importlib.util.spec_from_file_location(lesson.exercise.module, lesson.reference)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def examples(readme: Path) -> Iterator[tuple[str, str]]:
    """Each statement after `>>>`, with what stands below it."""
    for block in _BLOCK.findall(readme.read_text(encoding="utf-8")):
        for part in block.split(">>> ")[1:]:
            lines = part.splitlines()
            source = [lines[0]]
            source += [line[4:] for line in lines[1:] if line.startswith("... ")]
            shown = [line for line in lines[1:] if not line.startswith("... ")]
            yield "\n".join(source), "\n".join(shown).strip()


def untrue(lesson: Lesson, readme: Path, places: int = 4) -> list[str]:
    """The examples that do not give what the README says, to so many decimal places."""
    names: dict[str, Any] = {"np": np, **vars(reference(lesson))}
    wrong = []
    for source, shown in examples(readme):
        with contextlib.redirect_stdout(io.StringIO()):
            if not shown:
                exec(source, names)
                continue
            found = eval(source, names)
        if not _alike(found, ast.literal_eval(f"({shown}\n)"), 10.0**-places):
            wrong.append(f"{source}: {found!r}, and not {shown}")
    return wrong


def _alike(found: Any, shown: Any, unit: float) -> bool:
    """Whether each number is the one shown, which was rounded."""
    if isinstance(found, list | tuple):
        return len(found) == len(shown) and all(
            _alike(one, other, unit) for one, other in zip(found, shown, strict=True)
        )
    same_shape = np.shape(found) == np.shape(shown)
    return same_shape and np.allclose(found, shown, rtol=0, atol=0.501 * unit)
