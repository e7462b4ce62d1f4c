"""What the numbers show where no known mistake fits: returned against expected, over all cases.

It is the judge's own arithmetic, the same for every exercise. What it says holds in every case of a
check, those that pass included; where two things hold that are as simple, it says neither.
"""

import ast
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from grader.authoring import Check, Tolerance
from grader.course import KeyCheck
from grader.judge import compare
from grader.judge.evidence import is_uniform, same
from grader.judge.families import Family
from grader.judge.fitted import BESIDES, FAMILIES, factor, fixed
from grader.judge.numbers import as_array
from grader.judge.pairs import CASES, Pair
from grader.judge.shapes import of_shapes
from grader.report import Lost
from grader.text import Message, template
from grader.wire import Inputs, Line, Outcome, Returned, Said, Seq, Value

MOST = 1_000_000
"""How many numbers are looked at: what a student returns may fill the judge's memory."""

NOTHING: Mapping[str, Line] = {}

ENOUGH = 3
"""How many cases a constant must be returned in."""


def related(
    check: Check,
    definition: ast.FunctionDef,
    cases: KeyCheck,
    outcomes: Sequence[Outcome | Lost],
    traits: Mapping[str, Line] = NOTHING,
) -> Message | None:
    """What all the outcomes of a failed check have to do with the expected ones, if it is plain.

    `definition` is the check's, `traits` are those of the function that it asks.
    """
    values = _values(cases, outcomes)
    if check.holds is not None or values is None:
        return None
    own = _returned_inputs(definition)
    if own and (found := _changes(check, own, values, traits)):
        return found
    if any(isinstance(expected, Seq) for _, expected, _ in values):
        return _of_items(check, values)
    pairs = _pairs(check, values)
    found = _result(pairs) or of_shapes(pairs) if pairs else None
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
    pairs = _pairs(replace(check, tolerance=Tolerance()), values)
    return _first(pairs, BESIDES) if pairs and len(pairs) > ENOUGH else None


Values = list[tuple[Inputs, Value, Value]]
"""Inputs, the expected value and the returned one, case by case."""


def _values(cases: KeyCheck, outcomes: Sequence[Outcome | Lost]) -> Values | None:
    """Of all cases; None where some call did not come back."""
    found: Values = []
    for inputs, expected, outcome in zip(cases.cases, cases.expected, outcomes, strict=False):
        if not isinstance(expected, Returned) or not isinstance(outcome, Returned):
            return None
        found.append((inputs, expected.value, outcome.value))
    return found


def _pairs(check: Check, values: Values) -> list[Pair] | None:
    """Real arrays; None where something else came back, or much more than there is to look at."""
    found, room = [], MOST
    for inputs, expected, returned in values:
        e, r = as_array(expected), as_array(returned)
        if e is None or r is None or np.iscomplexobj(e) or np.iscomplexobj(r):
            return None
        room -= e.size + r.size
        if not e.size or not r.size or room < 0:
            return None
        e, r = e.astype(np.float64), r.astype(np.float64)
        found.append(Pair(inputs, e, r, _slack(check.tolerance, e)))
    return found


def _slack(tolerance: Tolerance, expected: np.ndarray) -> np.ndarray:
    with np.errstate(all="ignore"):
        absolute = tolerance.absolute(expected) if callable(tolerance.absolute) else 0.0
        slack = np.asarray(absolute + tolerance.relative * np.abs(expected), np.float64)
    return np.broadcast_to(np.nan_to_num(slack), expected.shape)


# --- a result -----------------------------------------------------------------------------------


def _result(pairs: list[Pair]) -> Message | None:
    """What the result is, as a sentence."""
    if found := _constant(pairs) or _an_input(pairs):
        return found
    if found := _uniform(pairs):
        return found
    return _first(pairs, FAMILIES)


def _first(pairs: list[Pair], families: Sequence[tuple[Family, str]]) -> Message | None:
    """The sentence of the first family that holds."""
    for family, text in families:
        with np.errstate(all="ignore"):
            if what := family(pairs):
                return Message(text, what=what)
    return None


def _constant(pairs: list[Pair]) -> Message | None:
    """One number, whatever the inputs are."""
    first = float(pairs[0].returned.ravel()[0]) if pairs else 0.0
    if any(not _is(pair.returned, first) for pair in pairs):
        return None
    expected = [p for p in pairs if not _is(p.expected, first)]
    if len(expected) < ENOUGH:
        return None
    return Message("the result is {number} on every input", number=f"{first:.6g}")


def _uniform(pairs: list[Pair]) -> Message | None:
    """Arrays of one number only, or where they are wrong, of none at all."""
    wrong = [p for p in pairs if p.returned.shape != p.expected.shape or not same_as(p)]
    if len(wrong) >= ENOUGH and not any(np.isfinite(p.returned).any() for p in wrong):
        return Message("wherever the result is wrong, none of its numbers is finite")
    several = [p for p in pairs if p.returned.size > 1]
    uniform = all(is_uniform(p.returned) and np.isfinite(p.returned).all() for p in several)
    if uniform and sum(not is_uniform(p.expected) for p in several) >= ENOUGH:
        return Message("all numbers of a result are the same, on every input")
    return None


def same_as(pair: Pair) -> bool:
    """Whether what came back is what is expected, within the slack."""
    off = np.abs(pair.expected - pair.returned)
    return bool(np.all((off <= 2e-6 + pair.slack) | (pair.expected == pair.returned)))


def _is(array: np.ndarray, number: float) -> bool:
    return bool(np.allclose(array, number, rtol=1e-6, atol=1e-7, equal_nan=True))


def _an_input(pairs: list[Pair]) -> Message | None:
    """An input that came back as it went in."""
    for name in pairs[0].inputs if pairs else ():
        arrays = [as_array(pair.inputs[name]) for pair in pairs if name in pair.inputs]
        if len(arrays) < len(pairs):
            continue
        equal = [a is not None and same(p.returned, a) for a, p in zip(arrays, pairs, strict=True)]
        differ = (not same(p.expected, p.returned) and not is_uniform(p.returned) for p in pairs)
        if all(equal) and sum(differ) >= CASES:
            return Message("the result is the input `{name}` as it is, on every input", name=name)
    return None


def _of_items(check: Check, values: Values) -> Message | None:
    """What one of several values is; the others are looked at by themselves."""
    counts = {
        (len(e.items), len(r.items)) if isinstance(e, Seq) and isinstance(r, Seq) else (0, -1)
        for _, e, r in values
    }
    if all(isinstance(r, Seq) and not r.items for _, _, r in values):
        return Message("the numbers show: the result is an empty list, on every input")
    if any(expected != returned for expected, returned in counts):
        return None
    if len(counts) > 1:
        return _of_each_item(check, values)
    first = values[0][1]
    assert isinstance(first, Seq)
    found: dict[Message, list[int]] = {}
    for place in range(len(first.items)):
        item = [
            (i, e.items[place], r.items[place])
            for i, e, r in values
            if isinstance(e, Seq) and isinstance(r, Seq)
        ]
        pairs = _pairs(check, item)
        if pairs and (what := _result(pairs)):
            found.setdefault(what, []).append(place)
    if not found:
        return None
    what, places = next(iter(found.items()))
    return Message(
        "the numbers show, of value {number}: {what}",
        number=" and ".join(map(str, places)),
        what=what,
    )


def _of_each_item(check: Check, values: Values) -> Message | None:
    """What each of a number of values is that is not the same in all cases."""
    each = [
        (i, wanted, got)
        for i, e, r in values
        if isinstance(e, Seq) and isinstance(r, Seq)
        for wanted, got in zip(e.items, r.items, strict=True)
    ]
    pairs = _pairs(check, each)
    what = _result(pairs) if pairs else None
    return Message("the numbers show, of each value: {what}", what=what) if what else None


# --- a change -----------------------------------------------------------------------------------


def _returned_inputs(definition: ast.FunctionDef) -> list[str]:
    """The inputs that the check returns after the call: `return W, b`, `return list(params)`."""
    inputs = {arg.arg for arg in definition.args.args[1:]}
    match definition.body[-1]:
        case ast.Return(value=ast.Name(id=name)) if name in inputs:
            return [name]
        case ast.Return(value=ast.Call(func=ast.Name(id="list"), args=[ast.Name(id=name)])):
            return [name] if name in inputs else []
        case ast.Return(value=ast.Tuple(elts=items)):
            found = [item.id for item in items if isinstance(item, ast.Name)]
            return found if len(found) == len(items) and inputs.issuperset(found) else []
    return []


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
    return _first(changes, ((_sign, _CHANGE), (factor, _CHANGE), (fixed, _CHANGE))) or _partly(
        expected
    )


_CHANGE = template("the numbers show: on every input the change, after minus before, is {what}")


def _moved(check: Check, own: list[str], values: Values) -> list[tuple[int, Pair]]:
    """The changes of each array that is returned."""
    found = []
    for inputs, expected, returned in values:
        before = [inputs[name] for name in own]
        if len(own) == 1 and isinstance(before[0], Seq):
            before = before[0].items
        es = expected.items if isinstance(expected, Seq) else [expected]
        rs = returned.items if isinstance(returned, Seq) else [returned]
        if not len(before) == len(es) == len(rs):
            return []
        for place, each in enumerate(zip(before, es, rs, strict=True)):
            b, e, r = (as_array(value) for value in each)
            if b is None or e is None or r is None or not b.shape == e.shape == r.shape:
                return []
            b, e, r = (x.astype(np.float64) for x in (b, e, r))
            noise = 2e-7 * (np.abs(b) + np.abs(e) + np.abs(r)) + _slack(check.tolerance, e - b)
            found.append((place, Pair(inputs, e - b, r - b, noise)))
    return found


def _moves(moved: tuple[int, Pair], change: np.ndarray) -> bool:
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


def _partly(expected: list[tuple[int, Pair]]) -> Message | None:
    """Which values are changed as expected, where the others stay as they were."""
    right: dict[int, set[str]] = {}
    for moved in expected:
        place, pair = moved
        if np.all(np.abs(pair.expected - pair.returned) <= 2e-6 + pair.slack):
            state = "right"
        else:
            state = "other" if _moves(moved, pair.returned) else "still"
        right.setdefault(place, set()).add(state)
    if any(len(states) > 1 or "other" in states for states in right.values()):
        return None
    done = [str(place) for place, states in sorted(right.items()) if "right" in states]
    if not done or len(done) == len(right):
        return None
    return Message(
        "the numbers show: what changes, as expected, is value {done}; the others stay as they "
        "were",
        done=" and ".join(done),
    )
