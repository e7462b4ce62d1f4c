"""What the numbers show of several values: of each, of some that are elsewhere or right."""

from collections.abc import Iterator, Sequence
from itertools import islice

from grader.authoring import Check
from grader.judge.evidence import arrays_in, same
from grader.judge.form import parts
from grader.judge.numbers import as_array, spread
from grader.judge.pairs import Pair
from grader.judge.places import items, listed
from grader.judge.results import (
    ENOUGH,
    Values,
    pairs_of,
    what_is,
    what_is_wrong,
    what_more,
)
from grader.text import Message, template
from grader.wire import Inputs, Map, Seq, Value

Place = tuple[str | int, ...]
"""Where a value stands: places in lists and keys of dicts, from the outermost to the innermost."""

Leaves = list[tuple[Inputs, dict[Place, Value], dict[Place, Value]]]
"""Case by case, what is expected and what came back, by the places in lists and dicts."""

_MOST_PLACES, _DEEPEST = 50, 8

_FEW = 6
"""Of how many values more is tried than what each is."""


def of_items(check: Check, values: Values, names: Sequence[str] = ()) -> Message | None:
    """What one of several values is; the others are looked at by themselves. They have `names`."""
    if all(isinstance(r, Seq) and not r.items for _, _, r in values):
        return Message("the numbers show: the result is an empty list, on every input")
    each = _leaves_of(values)
    if each is None:
        return None
    outermost = [each_of(expected).keys() for _, expected, _ in values]
    if any(found != outermost[0] for found in outermost):
        pairs = pairs_of(check, [(i, e[place], r[place]) for i, e, r in each for place in e])
        what = what_is(pairs) if pairs else None
        return Message("the numbers show, of each value: {what}", what=what) if what else None
    in_all = list(islice(_in_all(each), _MOST_PLACES))
    few = [] if _has_words(each) else in_all[:_FEW]
    if moved := _moved(check, each, few, names):
        return moved
    for places, what_of in ((in_all, what_is), (few, what_more)):
        found: dict[Message, list[Place]] = {}
        for place in places:
            pairs = _pairs(check, each, place)
            if pairs and (what := what_of(pairs)):
                found.setdefault(what, []).append(place)
        if found:
            what, where = next(iter(found.items()))
            return _of(where, what, names)
    return None


_OF_PLACES = {
    "items": template("the numbers show, of {places}: {what}"),
    "keys": template("the numbers show, of the value of {places}: {what}"),
    "nested": template("the numbers show, of what is at {places}: {what}"),
}


def _of(places: Sequence[Place], what: Message, names: Sequence[str]) -> Message:
    kind = _kind(places)
    if kind == "items":
        return Message(_OF_PLACES[kind], places=items(_numbers(places), names), what=what)
    return Message(_OF_PLACES[kind], places=listed([*map(_text, places)]), what=what)


def _numbers(places: Sequence[Place]) -> list[int]:
    return [number for (number, *_) in places if isinstance(number, int)]


def _called(place: Place, names: Sequence[str]) -> Message:
    """What one of several values is called in a sentence."""
    if _kind([place]) == "items":
        return items(_numbers([place]), names)
    return Message("the value of {place}", place=_text(place))


def wrong_items(check: Check, values: Values, names: Sequence[str] = ()) -> Message | None:
    """What the wrong numbers of one of several values have in common, or which values are right."""
    each = _leaves_of(values)
    if each is None or _has_words(each):
        return None
    in_all = list(islice(_in_all(each), _FEW))
    for place in in_all:
        pairs = _pairs(check, each, place)
        if pairs and (what := what_is_wrong(pairs)):
            return _of([place], what, names)
    if any(len(e) != len(in_all) for _, e, _ in each) or _kind(in_all) == "nested":
        return None
    own = [place for place in in_all if not all(_is_input(i, e[place]) for i, e, _ in each)]
    right = [p for p in own if all(_same(check, e[p], r[p]) for _, e, r in each)]
    wrong = [place for place in in_all if place not in right]
    if not right or len(wrong) != 1:
        return None
    return Message(
        "the numbers show: what is wrong is {wrong} alone, on every input",
        wrong=_called(wrong[0], names),
    )


def _is_input(inputs: Inputs, value: Value) -> bool:
    """Whether a value is one that is to stay as it was."""
    array = as_array(value)
    return array is not None and any(same(array, x) for x in arrays_in(inputs.values()))


def _moved(
    check: Check, each: Leaves, places: Sequence[Place], names: Sequence[str]
) -> Message | None:
    """Values that stand where another one of the expected ones belongs."""
    if not 2 <= len(places) <= _FEW:
        return None
    found: dict[Place, Place] = {}
    for place in places:
        wrong = [i for i, (_, e, r) in enumerate(each) if not _same(check, e[place], r[place])]
        if len(wrong) < ENOUGH:
            continue
        others = [
            other
            for other in places
            if other != place and all(_same(check, e[other], r[place]) for _, e, r in each)
        ]
        if len(others) == 1 and len({_first(each[i][1][others[0]]) for i in wrong}) >= ENOUGH:
            found[place] = others[0]
    for place, other in found.items():
        if found.get(other) == place:
            return Message(
                "the numbers show: {one} and {other} have changed places",
                one=_called(place, names),
                other=_called(other, names),
            )
    if not found:
        return None
    place, other = next(iter(found.items()))
    return Message(
        "the numbers show: {place} is what is expected as {other}",
        place=_called(place, names),
        other=_called(other, names),
    )


def _same(check: Check, expected: Value, value: Value) -> bool:
    e, v = as_array(expected), as_array(value)
    if e is None or v is None or e.shape != v.shape:
        return e is None and v is None and expected == value
    return bool((spread(e, v, check.tolerance) <= 1.0).all())


def _first(value: Value) -> float | None:
    """Its first number."""
    array = as_array(value)
    return None if array is None or not array.size else round(float(array.flat[0].real), 4)


def _has_words(each: Leaves) -> bool:
    """Whether the check says in words what it found; the numbers beside them are its own."""
    return any(isinstance(value, str) for value in each[0][1].values())


def _pairs(check: Check, each: Leaves, place: Place) -> list[Pair] | None:
    return pairs_of(check, [(i, e[place], r[place]) for i, e, r in each])


def _leaves_of(values: Values) -> Leaves | None:
    """None where something else came back than what is expected."""
    each = [(i, dict(_leaves(e)), dict(_leaves(r))) for i, e, r in values]
    return None if any(e.keys() != r.keys() for _, e, r in each) else each


def _in_all(each: Leaves) -> Iterator[Place]:
    return (place for place in each[0][1] if all(place in e for _, e, _ in each))


def _leaves(value: Value, place: Place = ()) -> Iterator[tuple[Place, Value]]:
    """What stands in lists and dicts, and where."""
    if not isinstance(value, Seq | Map) or len(place) == _DEEPEST:
        yield place, value
        return
    for key, item in parts(value).items():
        yield from _leaves(item, (*place, key))


def each_of(value: Value) -> dict[str | int, Value]:
    """The items of a list or a dict by their places; of anything else, itself."""
    return parts(value) if isinstance(value, Seq | Map) else {0: value}


def _kind(places: Sequence[Place]) -> str:
    if any(len(place) > 1 for place in places):
        return "nested"
    return "items" if isinstance(places[0][0], int) else "keys"


def _text(place: Place) -> str:
    """A place as Python has it: `['m'][0]`; of one that is not nested, the key."""
    return str(place[0]) if len(place) == 1 else "".join(f"[{key}]" for key in place)
