"""Simple terms of the inputs: what came back may be one, or have one too much or too little."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

import numpy as np

from grader.judge.numbers import as_array
from grader.judge.pairs import Pair, holds
from grader.text import Message, template
from grader.wire import Inputs

Arrays = dict[str, np.ndarray]

FITTED = 3
"""So many terms are tried that one must foretell more different numbers than a plain guess."""

MOST_INPUTS = 6

MOST = 400
"""How many numbers an input may have of which terms are made."""

_UNARY: tuple[tuple[str, Callable[[np.ndarray], np.ndarray]], ...] = (
    ("{x}", lambda x: x),
    ("sum({x})", np.sum),
    ("mean({x})", np.mean),
    ("max({x})", np.max),
    ("min({x})", np.min),
    ("{x}**2", np.square),
    ("abs({x})", np.abs),
    ("sqrt({x})", np.sqrt),
    ("exp({x})", np.exp),
    ("log({x})", np.log),
    ("1/{x}", np.reciprocal),
    ("sum({x}**2)", lambda x: np.sum(x * x)),
    ("sqrt(sum({x}**2))", lambda x: np.sqrt(np.sum(x * x))),
    ("sum(abs({x}))", lambda x: np.sum(np.abs(x))),
    ("round({x})", np.round),
    ("sort({x})", lambda x: np.sort(x, axis=0)),
)
_WITH_AXIS: tuple[tuple[str, Callable[[np.ndarray], np.ndarray]], ...] = (
    ("sum({x}, axis=0)", lambda x: np.sum(x, 0)),
    ("sum({x}, axis=1)", lambda x: np.sum(x, 1)),
    ("mean({x}, axis=0)", lambda x: np.mean(x, 0)),
    ("mean({x}, axis=1)", lambda x: np.mean(x, 1)),
    ("max({x}, axis=1)", lambda x: np.max(x, 1)),
    ("argmax({x}, axis=1)", lambda x: np.argmax(x, 1)),
    ("{x}.T", np.transpose),
)
_OF_SQUARES: tuple[tuple[str, Callable[[np.ndarray], np.ndarray]], ...] = (
    ("det({x})", np.linalg.det),
    ("log(det({x}))", lambda x: np.linalg.slogdet(x)[1]),
    ("trace({x})", np.trace),
)
_BINARY: tuple[tuple[str, Callable[[np.ndarray, np.ndarray], np.ndarray], bool], ...] = (
    ("{x} + {y}", np.add, True),
    ("{x} * {y}", np.multiply, True),
    ("{x} - {y}", np.subtract, False),
    ("{x} / {y}", np.divide, False),
    ("{x} @ {y}", np.matmul, False),
    ("{x}**{y}", np.power, False),
    ("maximum({x}, {y})", np.maximum, True),
)


@dataclass(frozen=True)
class Term:
    """A term in Python's notation, and its numbers in a case; raises ValueError where it has none.

    `simple` tells that it is made of one input alone, `times` by what it is multiplied.
    """

    code: str
    make: Callable[[Arrays], np.ndarray]
    simple: bool = True
    times: float = 1.0


def terms(given: Sequence[Arrays]) -> Iterator[Term]:
    """The terms of the arrays and numbers that all cases have."""
    first = given[0]
    for name, array in first.items():
        functions = (*_UNARY, *_WITH_AXIS) if array.ndim == 2 else _UNARY
        if all(each[name].ndim == 2 and len(set(each[name].shape)) == 1 for each in given):
            functions = (*functions, *_OF_SQUARES)
        for text, function in functions:
            # Of a number alone, a sum and the like are the number itself.
            if array.ndim or not text.startswith(("sum", "mean", "max", "min", "sort", "sqrt(sum")):
                yield Term(text.format(x=name), _of_one(name, function))
    for x in first:
        for y in first:
            for text, both, either in _BINARY:
                if x != y and not (either and x > y):
                    yield Term(text.format(x=x, y=y), _of_two(x, y, both), simple=False)


def _of_one(name: str, function: Callable[[np.ndarray], np.ndarray]) -> Callable[..., np.ndarray]:
    return lambda given: np.asarray(function(given[name]))


def _of_two(
    x: str, y: str, function: Callable[[np.ndarray, np.ndarray], np.ndarray]
) -> Callable[..., np.ndarray]:
    return lambda given: np.asarray(function(given[x], given[y]))


Form = Callable[[Any, np.ndarray], np.ndarray]
"""How the expected array and a term make what came back."""

_FORMS: tuple[tuple[Form, str], ...] = (
    (lambda e, t: t, template("{term}")),
    (lambda e, t: e + t, template("the expected one plus {term}")),
    (lambda e, t: e - t, template("the expected one minus {term}")),
    (lambda e, t: t - e, template("{term} minus the expected one")),
    (lambda e, t: e * t, template("the expected one times {term}")),
    (lambda e, t: e / t, template("the expected one divided by {term}")),
)
_TIMES: tuple[tuple[float, str], ...] = (
    (1.0, template("`{code}`")),
    (2.0, template("2 times `{code}`")),
    (0.5, template("half of `{code}`")),
    (4.0, template("4 times `{code}`")),
)


def of_terms(pairs: Sequence[Pair]) -> Message | None:
    """What came back as a term of the inputs, or as what is expected with one beside it."""
    given = [_arrays(pair.inputs) for pair in pairs]
    names = [name for name in given[0] if all(name in each for each in given)] if given else []
    probe = _probe(pairs)
    if not names or len(names) > MOST_INPUTS or probe is None:
        return None
    given = [{name: each[name] for name in names} for each in given]
    found: dict[bool, dict[bytes, Message]] = {True: {}, False: {}}
    for term, form, text, words in _likely(pairs[probe], given, probe):
        if made := _hold(pairs, given, term, form):
            what = Message(text, term=Message(words, code=term.code))
            found[term.simple].setdefault(made, what)
    for simple in (True, False):
        if found[simple]:
            return next(iter(found[simple].values())) if len(found[simple]) == 1 else None
    return None


def _arrays(inputs: Inputs) -> Arrays:
    found: Arrays = {}
    for name, value in inputs.items():
        array = as_array(value)
        if array is not None and array.dtype.kind in "biuf" and 0 < array.size <= MOST:
            found[name] = array.astype(np.float64)
    return found


def _probe(pairs: Sequence[Pair]) -> int | None:
    """A pair that is plainly wrong: with several numbers, where there is one."""
    wrong = [
        i
        for i, p in enumerate(pairs)
        if p.expected.shape != p.returned.shape
        or np.any(np.abs(p.expected - p.returned) > 1e-3 + p.slack)
    ]
    return max(wrong, key=lambda i: min(pairs[i].returned.size, 4), default=None)


def _likely(
    pair: Pair, given: Sequence[Arrays], probe: int
) -> Iterator[tuple[Term, Form, str, str]]:
    """What has the right number in one place of one pair, of all terms in all forms."""
    e, r = pair.expected, pair.returned
    forms = _FORMS if e.shape == r.shape else _FORMS[:1]
    at = np.unravel_index(int(np.argmax(np.abs(r - e))) if e.shape == r.shape else 0, r.shape)
    here, numbers = [], []
    for term in terms(given):
        try:
            made = np.broadcast_to(term.make(given[probe]), r.shape)[at]
        except (ValueError, np.linalg.LinAlgError):  # the shapes do not go together
            continue
        here.append(term)
        numbers.append(float(made))
    of_terms, number = np.asarray(numbers), float(r[at])
    wanted = float(e[at]) if e.shape == r.shape else 0.0
    for (form, text), (times, words) in product(forms, _TIMES):
        close = np.abs(form(wanted, times * of_terms) - number) <= 1e-3 * (1 + abs(number))
        for i in np.flatnonzero(close):
            yield replace(here[i], times=times), form, text, words


def _hold(
    pairs: Sequence[Pair],
    given: Sequence[Arrays],
    term: Term,
    form: Form,
) -> bytes | None:
    """The numbers that the form foretells, where they are those of all pairs."""
    beside = {id(pair.inputs): each for pair, each in zip(pairs, given, strict=True)}
    foretold: list[bytes] = []
    terms_of: set[bytes] = set()

    def guess(pair: Pair) -> np.ndarray | None:
        try:
            number = term.times * term.make(beside[id(pair.inputs)])
            alike = pair.expected.shape == pair.returned.shape
            made = form(pair.expected, number) if alike else number
        except (ValueError, np.linalg.LinAlgError):
            return None
        terms_of.add(np.round(number, 5).tobytes())
        foretold.append(np.round(made, 5).tobytes())
        return np.broadcast_to(made, pair.returned.shape) if made.ndim == 0 else made

    exact = [replace(pair, slack=np.zeros(())) for pair in pairs]
    found = holds(exact, guess, fitted=FITTED)
    # One that is the same on all inputs is a constant, and no term.
    return b"|".join(foretold) if found and len(terms_of) >= FITTED else None
