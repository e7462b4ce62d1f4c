"""The worked examples of a README: what stands behind `>>>`, and what is said to come back."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

_BLOCK = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)


def examples(readme: Path) -> Iterator[tuple[str, str]]:
    """Each statement, in order, with the text below it, without comments."""
    for block in _BLOCK.findall(readme.read_text(encoding="utf-8")):
        for part in re.split(r"^>>> ", block, flags=re.MULTILINE)[1:]:
            lines = [re.sub(r"\s*#.*", "", line) for line in part.splitlines()]
            end = next((i for i, x in enumerate(lines) if i and not x.startswith("... ")), None)
            statement = "\n".join(line.removeprefix("... ") for line in lines[:end])
            yield statement, "" if end is None else "\n".join(lines[end:]).strip()


def false_ones(readme: Path, reference: Path) -> tuple[int, list[str]]:
    """How many examples say what comes back, and those for which something else does."""
    names: dict[str, Any] = {"np": np, "__name__": "reference"}
    exec(compile(reference.read_text(encoding="utf-8"), reference.name, "exec"), names)
    asked, false = 0, []
    for statement, expected in examples(readme):
        if not expected:
            exec(statement, names)
            continue
        asked += 1
        found = eval(statement, names)
        if not _alike(found, ast.literal_eval(f"({expected})")):
            false.append(f"{statement}\n{found!r}\nis said to be\n{expected}")
    return asked, false


def _alike(found: Any, expected: Any) -> bool:
    """Whether numbers are the same to the digits that a README prints, and text is equal."""
    if isinstance(expected, str) or expected is None:
        return bool(found == expected)
    if isinstance(expected, tuple):
        pairs = zip(found, expected, strict=True)
        return len(found) == len(expected) and all(_alike(x, e) for x, e in pairs)
    one, other = np.asarray(found), np.asarray(expected)
    return one.shape == other.shape and bool(np.allclose(one, other, rtol=0, atol=5.01e-5))
