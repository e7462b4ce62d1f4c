"""What one of several values is called: by its name where a student knows one, else the third.

Nobody should have to ask whether it is counted from 0. Where a value stands in Python's own
notation, as in [0, 1], it is.
"""

import ast
from collections.abc import Mapping, Sequence

from grader.text import Message, template

_ORDINALS = (
    Message("first"),
    Message("second"),
    Message("third"),
    Message("fourth"),
    Message("fifth"),
    Message("sixth"),
    Message("seventh"),
    Message("eighth"),
    Message("ninth"),
    Message("tenth"),
)

ITEM = template("{item}: {difference}")
"""A difference in one of several values; `place` is its number, counted from 0."""


def item(place: int, names: Sequence[str] = ()) -> Message:
    """What the value at a place is called in a sentence."""
    if place < len(names) and names[place]:
        return Message("{name}", name=names[place])
    return Message("the {ordinal} value", ordinal=_ordinal(place + 1))


def items(places: Sequence[int], names: Sequence[str] = ()) -> Message:
    """The same for several places."""
    first, *others = places
    if not others:
        return item(first, names)
    return Message("{one} and {other}", one=item(first, names), other=items(others, names))


def listed(texts: Sequence[str]) -> str | Message:
    """Texts of Python's notation as a list in a sentence: `a, b and c`."""
    *others, last = texts
    if not others:
        return last
    return Message("{one} and {other}", one=", ".join(others), other=last)


def _ordinal(number: int) -> Message:
    if number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    if number % 100 not in (11, 12, 13):
        if number % 10 == 1:
            return Message("{number}st", number=number)
        if number % 10 == 2:
            return Message("{number}nd", number=number)
        if number % 10 == 3:
            return Message("{number}rd", number=number)
    return Message("{number}th", number=number)


def named(message: Message, names: Sequence[str]) -> Message:
    """The message; what it says of one of several values, with that one's name."""
    place = message.facts.get("place")
    if message.template != ITEM or not isinstance(place, int):
        return message
    return Message(ITEM, **{**message.facts, "item": item(place, names)})


def names_of(
    definition: ast.FunctionDef, results: Mapping[str, Sequence[str]], count: int
) -> Sequence[str]:
    """What the values that a check returns are called, where there are so many; "" has no name.

    They are variables of the check's own code; or results of a graded function, `results` by name.
    """
    student, found = definition.args.args[0].arg, []
    match definition.body[-1]:
        case ast.Return(value=ast.Tuple(elts=values) | ast.List(elts=values)):
            found = [value.id if isinstance(value, ast.Name) else "" for value in values]
        case ast.Return(
            value=ast.Call(func=ast.Attribute(value=ast.Name(id=owner), attr=function))
        ) if owner == student:
            found = list(results.get(function, ()))
    return found if len(found) == count else ()


def returned_inputs(definition: ast.FunctionDef) -> list[str]:
    """The inputs that the check returns after the call: `return W, b`, `return list(params)`."""
    inputs = {arg.arg for arg in definition.args.args[1:]}
    match definition.body[-1]:
        case ast.Return(value=ast.Name(id=name)) if name in inputs:
            return [name]
        case ast.Return(value=ast.Call(func=ast.Name(id="list"), args=[ast.Name(id=name)])):
            return [name] if name in inputs else []
        case ast.Return(value=ast.Tuple(elts=values) | ast.List(elts=values)):
            found = [value.id for value in values if isinstance(value, ast.Name)]
            return found if len(found) == len(values) and inputs.issuperset(found) else []
    return []
