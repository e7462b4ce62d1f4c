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
from grader.judge.evidence import arrays_in
from grader.judge.fitted import BESIDES, factor, fixed
from grader.judge.numbers import as_array
from grader.judge.pairs import CASES, Pair
from grader.judge.places import items, listed, returned_inputs
from grader.judge.results import (
    ENOUGH,
    Values,
    first_of,
    pairs_of,
    slack,
    what_is,
    what_is_wrong,
    what_more,
)
from grader.judge.several import each_of, of_items, wrong_items
from grader.judge.shapes import of_shapes
from grader.judge.where import where
from grader.report import Lost
from grader.text import Message, template
from grader.wire import Line, Map, Outcome, Returned, Said, Seq

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
        return of_items(check, values, names)
    pairs = pairs_of(check, values)
    found = what_is(pairs) or what_more(pairs) or of_shapes(pairs) if pairs else None
    return Message(_SHOW, what=found) if found else None


_SHOW = template("the numbers show: {what}")


def leaning(
    check: Check,
    cases: KeyCheck,
    outcomes: Sequence[Outcome | Lost],
    names: Sequence[str] = (),
) -> list[Message]:
    """What wrong results have in common, where there is no relation: what they are, or when.

    It says less than a relation, and names less than a known mistake does.
    """
    if check.holds is not None or check.raises:
        return []
    values = _values(cases, outcomes)
    found = None
    if values and any(isinstance(expected, Seq | Map) for _, expected, _ in values):
        found = wrong_items(check, values, names)
    elif values and (pairs := pairs_of(check, values)):
        what = what_is_wrong(pairs)
        found = Message(_SHOW, what=what) if what else None
    return [each for each in (found, _where(check, cases, outcomes)) if each]


def _where(check: Check, cases: KeyCheck, outcomes: Sequence[Outcome | Lost]) -> Message | None:
    """On which inputs the results are right, where that is plain to say."""
    if len(outcomes) < len(cases.cases) or any(isinstance(each, Lost) for each in outcomes):
        return None
    each = zip(cases.expected, outcomes, cases.cases, strict=True)
    right = [compare.difference(e, o, check, i) is None for e, o, i in each]
    expected = [arrays_in([e.value]) for e in cases.expected if isinstance(e, Returned)]
    return where(cases.cases, right, expected) if len(expected) == len(right) else None


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
        before, es, rs = (each_of(value) for value in (given, expected, returned))
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
        else Message("the value of {keys}", keys=listed([*map(str, done)])),
    )
