"""How a value differs from the expected one: the first difference, as a message."""

import numpy as np

from grader.authoring import Asks, Check
from grader.judge.form import entries
from grader.judge.notation import brief, describe, shape_text
from grader.judge.numbers import as_array, numbers_differ
from grader.judge.places import ITEM, item
from grader.text import Message, template
from grader.wire import Array, Map, Number, Opaque, Seq, Value

_ADVICE = {
    "coroutine": Message("the function is `async def`; a plain `def` is asked"),
    "generator": Message("there is a `yield` in the function; `return` the whole result"),
    "function": Message("is a pair of parentheses missing?"),
    "method": Message("is a pair of parentheses missing?"),
    "keras.Mean": Message("return its `result()`"),
    "symbolic tensor": Message("it has no value outside of its tf.function or graph"),
}


KEYS_DIFFER = template("the keys differ: {difference}")
"""What is said of a dict that has other keys than the expected one."""

_MOST_KEYS = 4


def value_difference(expected: Value, value: Value, check: Check) -> Message | None:
    """The first difference between two values; None when there is none."""
    # Most right values are equal to the last bit. It tells nothing of a dtype: 1 == True.
    if expected == value and check.asks is not Asks.DTYPE:
        return None
    if value is None and expected is not None:
        return Message(
            "returned None, expected {expected}: {advice}",
            expected=_named(expected),
            advice=check.none,
        )
    match expected:
        case Seq():
            return _items_differ(expected, value, check)
        case Map():
            return _entries_differ(expected, value, check)
    wanted = as_array(expected)
    if wanted is None:
        return None if value == expected else _returned(brief(value), brief(expected))
    return _arrays_differ(expected, value, check)


def _named(expected: Value) -> str | Message:
    """What is expected where nothing came back: a text itself, of all else what it is."""
    return brief(expected) if isinstance(expected, str | bool) else describe(expected)


def _arrays_differ(expected: Value, value: Value, check: Check) -> Message | None:
    """The difference where numbers are expected: of kind, shape, dtype or numbers."""
    wanted, got = as_array(expected), as_array(value)
    assert wanted is not None
    if got is None:
        return _other_kind(expected, value)
    if np.iscomplexobj(got) != np.iscomplexobj(wanted):
        return Message(
            "returned {returned} and dtype {dtype}, expected real numbers",
            returned=describe(value),
            dtype=dtype_of(value),
        )
    if got.shape != wanted.shape:
        return Message(
            "the shape is {shape}, expected {expected}",
            shape=shape_text(got.shape),
            expected=shape_text(wanted.shape),
        )
    if check.asks is Asks.SHAPE:
        return None
    if check.asks is Asks.DTYPE:
        return _dtypes_differ(expected, value)
    return numbers_differ(wanted, got, check.tolerance)


def _returned(returned: str | Message, expected: str | Message) -> Message:
    return Message("returned {returned}, expected {expected}", returned=returned, expected=expected)


def _other_kind(expected: Value, value: Value) -> Message:
    """Something else than numbers, a list or a dict, where one of these is expected."""
    advice = _ADVICE.get(value.type) if isinstance(value, Opaque) else None
    if advice is None:
        return _returned(describe(value), describe(expected))
    return Message(
        "returned {returned}, expected {expected}: {advice}",
        returned=describe(value),
        expected=describe(expected),
        advice=advice,
    )


def _dtypes_differ(expected: Value, value: Value) -> Message | None:
    wanted, got = dtype_of(expected), dtype_of(value)
    if got == wanted:
        return None
    return Message("the dtype is {dtype}, expected {expected}", dtype=got, expected=wanted)


def dtype_of(value: Value) -> str:
    """The name of the dtype; for a number of Python, the name of its type."""
    match value:
        case Array():
            return value.dtype
        case Number():
            return value.type
        case _:
            return f"Python {type(value).__name__}"


def _items_differ(expected: Seq, value: Value, check: Check) -> Message | None:
    if not isinstance(value, Seq):
        return _other_kind(expected, value)
    if len(value.items) != len(expected.items):
        count = len(expected.items)
        if count == 1:
            return Message("returned {returned}, expected 1 value", returned=describe(value))
        return Message(
            "returned {returned}, expected {count} values", returned=describe(value), count=count
        )
    for i, (wanted, got) in enumerate(zip(expected.items, value.items, strict=True)):
        if differs := value_difference(wanted, got, check):
            own_words = isinstance(wanted, str) and not all(
                isinstance(each, str) for each in expected.items
            )
            if own_words:  # a sentence of the check, beside what it is about
                return differs
            return Message(ITEM, item=item(i), difference=differs, place=i)
    return None


def _entries_differ(expected: Map, value: Value, check: Check) -> Message | None:
    """The first difference between two dicts. The order of their keys makes none."""
    if not isinstance(value, Map):
        return _other_kind(expected, value)
    wanted, got = entries(expected), entries(value)
    missing = [key for name, (key, _) in wanted.items() if name not in got]
    extra = [key for name, (key, _) in got.items() if name not in wanted]
    if missing or extra:
        return Message(KEYS_DIFFER, difference=_of_keys(missing, extra))
    for name, (key, value_there) in wanted.items():
        if differs := value_difference(value_there, got[name][1], check):
            return Message("value of {key}: {difference}", key=brief(key), difference=differs)
    return None


def _of_keys(missing: list[Value], extra: list[Value]) -> Message:
    if not extra:
        return Message("{missing} missing", missing=_list_of(missing))
    if not missing:
        return Message("{extra} not asked for", extra=_list_of(extra))
    return Message(
        "{missing} missing, {extra} not asked for",
        missing=_list_of(missing),
        extra=_list_of(extra),
    )


def _list_of(keys: list[Value]) -> str:
    shown = [brief(key) for key in keys[:_MOST_KEYS]]
    return ", ".join([*shown, "..."] if len(keys) > _MOST_KEYS else shown)
