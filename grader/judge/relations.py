"""What the numbers show where no known mistake fits: returned against expected, over all cases.

It is the judge's own arithmetic, the same for every exercise. What it says holds in every case of a
check, those that pass included; where two things hold that are as simple, it says neither.
"""

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

import numpy as np

from grader.authoring import Check, Tolerance
from grader.course import KeyCheck
from grader.judge import compare
from grader.judge.fitted import BESIDES, factor, fixed
from grader.judge.form import parts
from grader.judge.numbers import as_array
from grader.judge.pairs import CASES, Pair
from grader.judge.places import items, returned_inputs
from grader.judge.results import ENOUGH, Values, first_of, pairs_of, slack, what_is
from grader.judge.shapes import of_shapes
from grader.report import Lost
from grader.text import Message, template
from grader.wire import Line, Map, Outcome, Returned, Said, Seq, Value

NOTHING: Mapping[str, Line] = {}


def related(
    check: Check,
    definition: ast.FunctionDef,
    cases: KeyCheck,
    outcomes: Sequence[Outcome | Lost],
    traits: Mapping[str, Line] = NOTHING,
    names: Sequence[str] = (),
) -> Message | None:
    """What all the outcomes of a failed check have to do with the expected ones, if it is plain.

    `definition` is the check's, `traits` are those of the function that it asks, and `names` those
    of the values that it returns.
    """
    values = _values(cases, outcomes)
    if check.holds is not None or values is None:
        return None
    own = returned_inputs(definition)
    if own and (found := _changes(check, own, values, traits)):
        return found
    if any(isinstance(expected, Seq | Map) for _, expected, _ in values):
        return _of_items(check, values, names)
    pairs = pairs_of(check, values)
    found = what_is(pairs) or of_shapes(pairs) if pairs else None
    return Message("the numbers show: {what}", what=found) if found else None


def besides(
    check: Check,
    cases: KeyCheck,
    kept: Mapping[int, Outcome | Said],
    outcomes: Sequence[Outcome | Lost],
) -> Message | None:
    """What was done beside a known mistake, whose outcomes are `kept`.

    Where a result is right, whatever is done beside the mistake would have undone it: sums that are
    divided by the number of rows are means, and no mistake.
    """
    values: Values = []
    for i, mistaken in kept.items():
        outcome = outcomes[i] if i < len(outcomes) else None
        if not isinstance(mistaken, Returned) or not isinstance(outcome, Returned):
            return None
        if compare.alike(cases.expected[i], outcome, check, cases.cases[i]):
            return None
        values.append((cases.cases[i], mistaken.value, outcome.value))
    pairs = pairs_of(replace(check, tolerance=Tolerance()), values)
    return first_of(pairs, BESIDES) if pairs and len(pairs) > ENOUGH else None


def _values(cases: KeyCheck, outcomes: Sequence[Outcome | Lost]) -> Values | None:
    """Of all cases; None where some call did not come back."""
    found: Values = []
    for inputs, expected, outcome in zip(cases.cases, cases.expected, outcomes, strict=False):
        if not isinstance(expected, Returned) or not isinstance(outcome, Returned):
            return None
        found.append((inputs, expected.value, outcome.value))
    return found


# --- several values ----------------------------------------------------------------------------


def _of_items(check: Check, values: Values, names: Sequence[str]) -> Message | None:
    """What one of several values is; the others are looked at by themselves."""
    if all(isinstance(r, Seq) and not r.items for _, _, r in values):
        return Message("the numbers show: the result is an empty list, on every input")
    each = [(i, dict(_leaves(e)), dict(_leaves(r))) for i, e, r in values]
    if any(e.keys() != r.keys() for _, e, r in each):
        return None
    outermost = [_each(expected).keys() for _, expected, _ in values]
    if any(found != outermost[0] for found in outermost):
        pairs = pairs_of(check, [(i, e[place], r[place]) for i, e, r in each for place in e])
        what = what_is(pairs) if pairs else None
        return Message("the numbers show, of each value: {what}", what=what) if what else None
    found: dict[Message, list[Place]] = {}
    places = (place for place in each[0][1] if all(place in e for _, e, _ in each))
    for place in islice(places, _MOST_PLACES):
        pairs = pairs_of(check, [(i, e[place], r[place]) for i, e, r in each])
        if pairs and (what := what_is(pairs)):
            found.setdefault(what, []).append(place)
    if not found:
        return None
    what, where = next(iter(found.items()))
    kind = _kind(where)
    if kind == "items":
        numbers = [place[0] for place in where if isinstance(place[0], int)]
        return Message(_OF_PLACES[kind], places=items(numbers, names), what=what)
    return Message(_OF_PLACES[kind], places=" and ".join(map(_text, where)), what=what)


Place = tuple[str | int, ...]
"""Where a value stands: places in lists and keys of dicts, from the outermost to the innermost."""

_MOST_PLACES, _DEEPEST = 50, 8

_OF_PLACES = {
    "items": template("the numbers show, of {places}: {what}"),
    "keys": template("the numbers show, of the value of {places}: {what}"),
    "nested": template("the numbers show, of what is at {places}: {what}"),
}


def _leaves(value: Value, place: Place = ()) -> Iterator[tuple[Place, Value]]:
    """What stands in lists and dicts, and where."""
    if not isinstance(value, Seq | Map) or len(place) == _DEEPEST:
        yield place, value
        return
    for key, item in parts(value).items():
        yield from _leaves(item, (*place, key))


def _kind(places: Sequence[Place]) -> str:
    if any(len(place) > 1 for place in places):
        return "nested"
    return "items" if isinstance(places[0][0], int) else "keys"


def _text(place: Place) -> str:
    """A place as Python has it: `['m'][0]`; of one that is not nested, the key."""
    return str(place[0]) if len(place) == 1 else "".join(f"[{key}]" for key in place)


# --- a change -----------------------------------------------------------------------------------


def _changes(
    check: Check, own: list[str], values: Values, traits: Mapping[str, Line]
) -> Message | None:
    """What was done to the inputs that are to be changed, beside what should have been done."""
    moved = _moved(check, own, values)
    if not moved:
        return None
    expected = [m for m in moved if _moves(m, m[1].expected)]
    still = [not _moves(m, m[1].returned) for m in expected]
    if len(expected) < CASES:
        return None
    if all(still) and not any(_moves(m, m[1].returned) for m in moved):
        shown = Message("nothing has changed: all values are what they were before the call")
        if "lazy" in traits:
            return Message(
                "{shown}. `map(...)`, or a generator, does nothing until its items are taken: use "
                "a `for` loop",
                shown=shown,
            )
        if "rebinds" in traits:
            return Message(
                "{shown}; {place} gives the name to something new, and what it stood for stays as "
                "it was",
                shown=shown,
                place=compare.place(traits["rebinds"]),
            )
        return shown
    changes = [pair for _, pair in moved]
    return first_of(changes, ((_sign, _CHANGE), (factor, _CHANGE), (fixed, _CHANGE))) or _partly(
        expected, own if len(own) > 1 else ()
    )


Moved = tuple[str | int, Pair]
"""Where in what is returned an array stands that is to be changed, and its change."""

_CHANGE = template("the numbers show: on every input the change, after minus before, is {what}")


def _moved(check: Check, own: list[str], values: Values) -> list[Moved]:
    """The changes of each array that is returned, and where it stands."""
    found = []
    for inputs, expected, returned in values:
        given = inputs[own[0]] if len(own) == 1 else Seq("list", [inputs[name] for name in own])
        before, es, rs = (_each(value) for value in (given, expected, returned))
        if not before.keys() == es.keys() == rs.keys():
            return []
        for place in before:
            b, e, r = (as_array(each[place]) for each in (before, es, rs))
            if b is None or e is None or r is None or not b.shape == e.shape == r.shape:
                return []
            b, e, r = (x.astype(np.float64) for x in (b, e, r))
            noise = 2e-7 * (np.abs(b) + np.abs(e) + np.abs(r)) + slack(check.tolerance, e - b)
            found.append((place, Pair(inputs, e - b, r - b, noise)))
    return found


def _each(value: Value) -> dict[str | int, Value]:
    """The items of a list or a dict by their places; of anything else, itself."""
    return parts(value) if isinstance(value, Seq | Map) else {0: value}


def _moves(moved: Moved, change: np.ndarray) -> bool:
    """Whether a change is one, and no rounding."""
    return bool(np.any(~(np.abs(change) <= 1e-7 + moved[1].slack)))


def _sign(pairs: Sequence[Pair]) -> Message | None:
    """The change of the other sign."""
    from_sign = [replace(pair, expected=-pair.expected) for pair in pairs]
    close = all(
        np.all(np.abs(p.expected - p.returned) <= 1e-6 + p.slack + 1e-4 * np.abs(p.expected))
        for p in from_sign
    )
    plain = sum(bool(np.any(np.abs(p.expected) > 1e-3)) for p in from_sign)
    return (
        Message("minus the expected one: it goes the other way") if close and plain >= 3 else None
    )


def _partly(expected: list[Moved], names: Sequence[str]) -> Message | None:
    """Which values are changed as expected, where the others stay as they were."""
    right: dict[str | int, set[str]] = {}
    for moved in expected:
        place, pair = moved
        if np.all(np.abs(pair.expected - pair.returned) <= 2e-6 + pair.slack):
            state = "right"
        else:
            state = "other" if _moves(moved, pair.returned) else "still"
        right.setdefault(place, set()).add(state)
    if any(len(states) > 1 or "other" in states for states in right.values()):
        return None
    in_order = sorted(right.items(), key=lambda item: str(item[0]).zfill(6))
    done = [place for place, states in in_order if "right" in states]
    if not done or len(done) == len(right):
        return None
    numbers = [place for place in done if isinstance(place, int)]
    return Message(
        "the numbers show: what changes, as expected, is {done}; the others stay as they were",
        done=items(numbers, names)
        if numbers
        else Message("the value of {keys}", keys=" and ".join(map(str, done))),
    )
