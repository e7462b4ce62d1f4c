"""Values in Python's own notation: short for a report, exact for a snippet."""

import math
import re
from typing import Any

import numpy as np

from grader.text import Message, template
from grader.wire import Array, Map, Number, Opaque, Seq, Value

_CODE_WIDTH = 88
_ROW_WIDTH, _MAX_ROWS = 64, 7
"""How wide and how high a value may be that is shown in rows."""

_BRIEF_ELEMENTS = 48
_BRIEF_CORNERS = 1000
"""How many elements may be left when NumPy leaves out the middle of each axis longer than six. An
array with more, like a batch of images, is only described."""

_ARRAYS = {
    "array": template("a NumPy array of shape {shape}"),
    "tensor": template("a tensor of shape {shape}"),
    "variable": template("a tf.Variable of shape {shape}"),
}

_LONGEST, _SHORTEST = 1e6, 1e-2
"""Between which sizes numbers are written with decimals, however unequal they are."""

_BRIEF_TEXT = 200
_BRIEF_DEPTH = 4
_BRIEF_LENGTH = 4000


def brief(value: Value, precision: int | None = None) -> str:
    """A value as people read it: long arrays are shortened in the middle, and all is bounded.

    Python's floats have all their digits, or those that `precision` leaves of them.
    """
    text = _brief(value, 0, precision)
    return text if len(text) <= _BRIEF_LENGTH else text[:_BRIEF_LENGTH] + "..."


def _brief(value: Value, depth: int, precision: int | None) -> str:
    if depth == _BRIEF_DEPTH and isinstance(value, Seq | Map):
        return "..."
    match value:
        case Array() if math.prod(min(n, 7) for n in value.shape) > _BRIEF_CORNERS:
            return f"<{describe(value)}, {value.dtype}>"
        case Array():
            return _array_text(value.numpy(), _BRIEF_ELEMENTS)
        case Seq():
            parts = [_brief(item, depth + 1, precision) for item in value.items[:8]]
            parts += ["..."] if len(value.items) > 8 else []
            inner = ", ".join(parts)
            return f"[{inner}]" if value.kind == "list" else f"({inner}{_comma(value)})"
        case Map():
            pairs = [[_brief(x, depth + 1, precision) for x in pair] for pair in value.items[:8]]
            parts = [f"{key}: {item}" for key, item in pairs]
            return "{" + ", ".join([*parts, "..."] if len(value.items) > 8 else parts) + "}"
        case Number():
            return f"{value.type}({value.value!r})"
        case Opaque():
            return f"<{value.type} {value.note}>" if value.note else f"<{value.type}>"
        case float() if precision is not None:
            return _rounded(value, precision)
        case str():
            return repr(value if len(value) <= _BRIEF_TEXT else value[:_BRIEF_TEXT] + "...")
        case _:
            return repr(value)


def _comma(value: Seq) -> str:
    """What tells a tuple of one from a number in parentheses."""
    return "," if value.kind != "list" and len(value.items) == 1 else ""


def _rounded(number: float, precision: int) -> str:
    """A float with so many decimals, or digits where it is small."""
    if abs(number) >= 0.1 or number == 0 or not math.isfinite(number):
        return repr(round(number, precision) if math.isfinite(number) else number)
    return min(repr(number), f"{number:.{precision}g}", key=len)


def _array_text(array: np.ndarray, threshold: int) -> str:
    return _in_one_line(_array_lines(array, threshold=threshold))


def _in_one_line(lines: list[str]) -> str:
    """Rows of an array without the spaces that align them."""
    return re.sub(r" +(?=[],])|(?<=\[) +", "", " ".join(" ".join(lines).split()))


def rows(value: Value, precision: int = 8) -> str:
    """A value as people read it, each row of an array in a line of its own, aligned.

    What has many rows, or wide ones, is shortened in the middle.
    """
    return "\n".join(_shortened(_rows(value, precision)))


def _rows(value: Value, precision: int, depth: int = 0) -> list[str]:
    match value:
        case Array() if len(value.shape) > 3 and math.prod(value.shape) > _BRIEF_ELEMENTS:
            return [f"<{describe(value)}, {value.dtype}>"]  # its corners would show nothing
        case Array() if math.prod(min(n, 7) for n in value.shape) <= _BRIEF_CORNERS:
            return _array_rows(value.numpy(), precision)
        case Seq() | Map() if depth == _BRIEF_DEPTH:
            return ["..."]
        case Seq() if any(isinstance(item, Array) for item in value.items[:8]):
            parts = [_rows(item, precision, depth + 1) for item in value.items[:8]]
            parts += [["..."]] if len(value.items) > 8 else []
            closing = "]" if value.kind == "list" else f"{_comma(value)})"
            return _joined(parts, "[" if value.kind == "list" else "(", closing)
        case Map() if any(isinstance(item, Array) for _, item in value.items[:8]):
            parts = [
                _entry(key, _rows(item, precision, depth + 1)) for key, item in value.items[:8]
            ]
            parts += [["..."]] if len(value.items) > 8 else []
            return _joined(parts, "{", "}")
        case _:
            return brief(value, precision).split("\n")


def _entry(key: Value, lines: list[str]) -> list[str]:
    """The lines of a dict's item, behind its key."""
    name = f"{brief(key)}: "
    return [name + lines[0], *(" " * len(name) + line for line in lines[1:])]


def _array_rows(array: np.ndarray, precision: int) -> list[str]:
    for threshold, digits, edge in ((_BRIEF_ELEMENTS, precision, 3), (0, precision, 3), (0, 4, 2)):
        lines = _array_lines(array, threshold=threshold, precision=digits, edgeitems=edge)
        if max(map(len, lines)) <= _ROW_WIDTH:
            break
    return _shortened(lines)


def _shortened(lines: list[str]) -> list[str]:
    """The first and the last of many lines."""
    kept = [line if len(line) <= _BRIEF_LENGTH else line[:_BRIEF_LENGTH] + "..." for line in lines]
    return kept if len(kept) <= _MAX_ROWS else [*kept[: _MAX_ROWS - 2], " ...", kept[-1]]


def _joined(parts: list[list[str]], opening: str, closing: str) -> list[str]:
    """The items of a list, in one line where they fit, else each from a line of its own."""
    one = opening + ", ".join(" ".join(part) for part in parts) + closing
    if len(one) <= _ROW_WIDTH and all(len(part) == 1 for part in parts):
        return [one]
    lines = []
    for part in parts:
        *before, last = part
        lines += [f" {line}" for line in [*before, f"{last},"]]
    lines[0] = opening + lines[0][1:]
    lines[-1] = lines[-1][:-1] + closing
    return lines


def _array_lines(array: np.ndarray, **options: Any) -> list[str]:
    """An array as NumPy writes it, without empty lines between matrices."""
    plain = array + 0 if array.dtype.kind == "f" else array  # -0. would only confuse
    fixed = _is_plain(plain, options.get("precision", 8))
    options = {"max_line_width": 10**6, "edgeitems": 3, "suppress_small": fixed} | options
    text = np.array2string(plain, separator=", ", **options)
    return [line for line in text.split("\n") if line.strip()]


def _is_plain(array: np.ndarray, precision: int) -> bool:
    """Whether decimals show the numbers as well as exponents would.

    NumPy takes exponents as soon as one number is a thousand times another, as 12.5 is of 0.01.
    """
    if array.dtype.kind != "f" or array.size == 0:
        return False
    numbers = np.abs(array[np.isfinite(array) & (array != 0)]).astype(np.float64)
    if numbers.size == 0 or numbers.max() >= _LONGEST:
        return False
    digits = np.finfo(array.dtype).precision
    exact = np.abs(np.round(numbers, precision) - numbers) <= numbers * 10.0**-digits
    return bool(exact.all() or numbers.min() >= _SHORTEST)


def describe(value: Value) -> Message:
    """What kind of thing a value is: a tensor of shape (2, 3), a list of 4."""
    match value:
        case None:
            return Message("None")
        case bool() | int() | float():
            return Message("a Python {type}", type=type(value).__name__)
        case str():
            return Message("a string")
        case Array():
            return Message(_ARRAYS[value.kind], shape=shape_text(value.shape))
        case Seq(kind="list"):
            return Message("a list of {count}", count=len(value.items))
        case Seq():
            return Message("a tuple of {count}", count=len(value.items))
        case Map():
            return Message("a dict of {count}", count=len(value.items))
        case Opaque(note=Message()):
            return Message("a {type} {note}", type=value.type, note=value.note)
        case Number() | Opaque():
            return Message("a {type}", type=value.type)


def shape_text(shape: tuple[int, ...]) -> str:
    """A shape as Python writes it."""
    return str(tuple(shape))


def literal(value: Value) -> str | None:
    """An expression that makes exactly this value; None where there is none."""
    match value:
        case Array():
            return _array_literal(value)
        case Seq():
            parts = [literal(item) for item in value.items]
            if any(part is None for part in parts):
                return None
            inner = _listed([str(part) for part in parts]) + _comma(value)
            return f"[{inner}]" if value.kind == "list" else f"({inner})"
        case Map():
            pairs = [(literal(key), literal(item)) for key, item in value.items]
            if any(None in pair for pair in pairs):
                return None
            return "{" + _listed([f"{key}: {item}" for key, item in pairs]) + "}"
        case None | bool() | int() | str():
            return repr(value)
        case float():
            return repr(value) if math.isfinite(value) else f'float("{value}")'
        case _:
            return None


def _listed(parts: list[str]) -> str:
    """Items of code between brackets: in one line, or in one each where that is too long."""
    inner = ", ".join(parts)
    if "\n" not in inner and len(inner) <= _CODE_WIDTH:
        return inner
    return ",\n    ".join(part.replace("\n", "\n    ") for part in parts)


def _array_literal(value: Array) -> str:
    maker = {"array": "np.array", "tensor": "tf.constant"}.get(value.kind, "tf.Variable")
    library = "np" if value.kind == "array" else "tf"
    array = value.numpy()
    if array.size == 0:
        numbers = f"np.zeros({value.shape})"
    else:
        exact = {"threshold": 10**9, "floatmode": "unique", "max_line_width": _CODE_WIDTH}
        lines = _array_lines(array, **exact)
        numbers = _in_one_line(lines)
        if len(numbers) > _CODE_WIDTH - 30:
            numbers = "\n" + "\n".join(f"    {line}" for line in lines)
    for word in ("nan", "inf"):
        numbers = numbers.replace(word, f"np.{word}")
    return f"{maker}({numbers}, dtype={library}.{value.dtype})"
