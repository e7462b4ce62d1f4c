"""The form of a value: its kind, shape and dtype, without its numbers."""

from collections import Counter
from typing import Any

from grader.wire import DTYPES, Array, Map, Number, Opaque, Seq, Value

_RANKS = {"b": 0, "u": 1, "i": 1, "f": 2, "c": 3}
_DEEPEST = 32

Numbers = tuple[int, tuple[int, ...]]
"""How wide the numbers are (bool, integer, real, complex), and their shape."""


def fits(expected: Value, value: Value) -> bool:
    """Whether a value has the form of the expected one.

    Numbers fit where wider ones are expected, and a list of numbers where an array is, or the
    other way round, if the shape is the same. A list whose items all have one form has any length.
    """
    numbers = _numbers(expected)
    if numbers is not None:
        found = _numbers(value)
        return found is not None and found[0] <= numbers[0] and found[1] == numbers[1]
    match expected, value:
        case Opaque(), _ if expected == _ANY:
            return True
        case Seq(), Seq() if len(expected.items) == len(value.items):
            return all(map(fits, expected.items, value.items))
        case Seq(), Seq():
            first, *others = expected.items or [None]
            alike = all(fits(first, other) for other in others)
            return not expected.items or (alike and all(fits(first, x) for x in value.items))
        case Map(), Map():
            wanted, found_items = entries(expected), entries(value)
            return wanted.keys() == found_items.keys() and all(
                fits(item, found_items[name][1]) for name, (_, item) in wanted.items()
            )
        case _:
            return type(expected) is type(value)


FEW = 1000
"""How many numbers an array has that is not large."""

_ANY = Opaque("a large array")
"""Stands for an array whose numbers are not worth keeping; every value has its form."""


def without_large(value: Value) -> Value:
    """The value without the numbers of large arrays."""
    match value:
        case Array() if value.numpy().size > FEW:
            return _ANY
        case Seq():
            return Seq(value.kind, [without_large(item) for item in value.items])
        case Map():
            return Map([(key, without_large(item)) for key, item in value.items])
        case _:
            return value


def as_lists(value: Value) -> Value:
    """The value with lists of numbers in place of arrays, but for large ones."""
    match value:
        case Array() if value.numpy().size <= FEW and value.numpy().dtype.kind != "c":
            return _listed(value.numpy().tolist())
        case Seq():
            return Seq(value.kind, [as_lists(item) for item in value.items])
        case Map():
            return Map([(key, as_lists(item)) for key, item in value.items])
        case _:
            return value


def _listed(numbers: Any) -> Value:
    return Seq("list", [_listed(x) for x in numbers]) if isinstance(numbers, list) else numbers


def entries(value: Map) -> dict[str, tuple[Value, Value]]:
    """The keys and items of a dict, by names that are the same for keys that Python calls equal.

    A key may be of any type that has a hash: 1, 1.0, True and np.int64(1) are one key.
    """
    found: dict[str, tuple[Value, Value]] = {}
    seen: Counter[str] = Counter()
    for key, item in value.items:
        name = _name(key, 0)
        seen[name] += 1  # of objects the type alone is known; and a process may send what it likes
        found[name if seen[name] == 1 else f"{name} {seen[name]}"] = key, item
    return found


def parts(value: Seq | Map) -> dict[str | int, Value]:
    """The items of a list by their places, or those of a dict by their keys' names, sorted."""
    if isinstance(value, Seq):
        return dict(enumerate(value.items))
    return {name: item for name, (_, item) in sorted(entries(value).items())}


def _name(key: Value, depth: int) -> str:
    match key:
        case Array(shape=()) | Number() | bool() | int() | float():
            number = key.numpy().item() if isinstance(key, Array) else key
            number = number.value if isinstance(number, Number) else number
            whole = isinstance(number, float) and number.is_integer()
            return repr(int(number) if whole or isinstance(number, bool) else number)
        case Seq() if depth < _DEEPEST:
            return f"({', '.join(_name(item, depth + 1) for item in key.items)})"
        case str():
            return repr(key)
        case Opaque():
            return key.type
        case _:
            return type(key).__name__


def _numbers(value: Value, depth: int = 0) -> Numbers | None:
    """The width and shape of numbers; None for a value that is not numbers throughout."""
    match value:
        case bool():
            return 0, ()
        case int():
            return 1, ()
        case float() | Number():
            return 2, ()
        case Array():
            return _RANKS[DTYPES[value.dtype].kind], value.shape
        case Seq() if value.items and depth < _DEEPEST:
            found = [_numbers(item, depth + 1) for item in value.items]
            if found[0] is None or any(x is None or x[1] != found[0][1] for x in found):
                return None
            return max(x[0] for x in found if x is not None), (len(found), *found[0][1])
        case _:
            return None
