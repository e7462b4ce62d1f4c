"""What the outcomes of a known mistake are worth as evidence that it was made.

That a submission's outcomes are those of a mistake proves little where anything gives them: a
function that returns 0 on every input, an exception whose text many causes have, a gradient that is
None, a sentence of a predicate that is the same on every input. A mistake is named only for
outcomes that no constant gives, on two cases at least; or, where values alone show several causes,
for a function whose source has what the mistake's has.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from grader.authoring import Asks, Check
from grader.course import KeyCheck
from grader.judge.compare import essence_of
from grader.judge.form import parts
from grader.judge.numbers import as_array
from grader.wire import Array, Inputs, Map, Outcome, Raised, Returned, Said, Seq, Value

CASES = 2
"""On how many cases a mistake must show itself before it is named."""

CUTS = frozenset({"integers", "number", "numpy", "py_function", "stop_gradient", "variable"})
"""Traits of a function through which no gradient comes."""

TYPES = frozenset({"cast", "number", "numpy"})
"""Traits of a function that changes the dtype."""

STILL = frozenset({"lazy", "rebinds", "replaces"})
"""Traits of a function that leaves what it is given as it was."""

OWN_NAMES = {"NameError", "UnboundLocalError", "KeyError"}
"""Exceptions about what a student has called something: they name no cause."""

_MANY_CAUSES = re.compile(
    r"NoneType|is not (?:callable|subscriptable|iterable)|unsupported operand|object is not"
)
_SAYS_WHAT = re.compile(
    r"'\w+'|\"\w+\"|\[Op:\w+\]|\b(?:u?int|float|complex)\d+\b|does not support item assignment"
    r"|\(\w+(?:, \d+)+\)|can be converted to Python scalars"
)
"""What a text that is always the same must have to name its cause: a name, a dtype, a shape, or
that an array of several numbers is given to what takes one."""


_A_SENTENCE = 8
"""How many words the text of an exception has that says what is wrong."""


@dataclass(frozen=True)
class Evidence:
    """`enough` by itself; or together with what the source has of `traits`, where there are any."""

    enough: bool
    traits: frozenset[str] = frozenset()

    def names(self, mistake: Iterable[str], submission: Iterable[str]) -> bool:
        """Whether a mistake with these traits may be named for a submission with those."""
        own = self.traits.intersection(mistake)
        return self.enough or (bool(own) and own == self.traits.intersection(submission))


NONE = Evidence(False)


def evidence(
    kept: Mapping[int, Outcome | Said], failing: Iterable[int], cases: KeyCheck, check: Check
) -> Evidence:
    """What the kept outcomes of a mistake are worth, which fails the cases `failing` of them."""
    chosen = [i for i in failing if i in kept]
    said = [outcome for i in chosen if isinstance(outcome := kept[i], Said)]
    if said:
        return Evidence(all(map(_structural, said)) and _differ(said, len(cases.cases)))
    raised = [outcome for i in chosen if isinstance(outcome := kept[i], Raised)]
    if _raised(raised, len(cases.cases)):
        return Evidence(True)
    returned = [i for i in chosen if isinstance(kept[i], Returned)]
    if len(returned) < CASES:
        return NONE
    if check.asks is Asks.DTYPE and all(_same_numbers(cases.expected[i], kept[i]) for i in chosen):
        return Evidence(False, TYPES)
    told = [i for i in returned if telling(cases.expected[i], kept[i], cases.cases[i])]
    if len(told) >= CASES or _varies(kept, returned, cases):
        return Evidence(True)
    if all(_unchanged(kept[i], cases.cases[i]) for i in returned):
        return Evidence(False, STILL)
    if all(has_none(kept[i]) for i in returned):
        return Evidence(False, CUTS)
    return NONE


def _structural(said: Said) -> bool:
    """Whether a predicate says what is wrong, and not how far it is from what is asked.

    Further messages are what was measured; one that has no numbers tells more of the cause.
    """
    further = " ".join(map(str, said.messages[1:]))
    return bool(said.messages) and not any(char.isdigit() for char in further)


def _differ(said: list[Said], cases: int) -> bool:
    """Whether a predicate's sentences have facts of the values, which are not always the same.

    A check of one case, as of a network that is made without an input, has one sentence.
    """
    if cases == 1:
        return True
    return all(each.own for each in said) and any(x.messages != said[0].messages for x in said)


def _raised(raised: list[Raised], cases: int) -> bool:
    """Whether exceptions name their cause: their numbers do, or names that are not a student's.

    A check of one case, as of a network that is made without an input, has one text: the whole of
    it must be the same, and it must be a sentence.
    """
    if not raised or len(raised) < min(CASES, cases):
        return False
    if any(each.type in OWN_NAMES for each in raised):
        return False
    texts = {essence_of(each.message) for each in raised}
    if any(_MANY_CAUSES.search(text) for text in texts):
        return False
    if cases == 1 and all(len(text.split()) >= _A_SENTENCE for text in texts):
        return True
    return len(texts) >= CASES or all(_SAYS_WHAT.search(text) for text in texts)


def has_many_causes(raised: Raised) -> bool:
    """Whether the text of an exception is of what many mistakes lead to, as that of a None is."""
    return _MANY_CAUSES.search(raised.message) is not None


def telling(expected: Outcome, outcome: Outcome | Said, inputs: Inputs) -> bool:
    """Whether a wrong outcome has numbers that no constant has, and that are not an input's.

    Or some that are an input's beside others that are right.
    """
    if not isinstance(outcome, Returned):
        return False
    wanted, given = _leaves_of(expected), arrays_in(inputs.values())
    found = _leaves(outcome.value)
    alike_built = len(wanted) == len(found)
    done, still = False, False
    for i, array in enumerate(found):
        if array is None:
            continue
        beside = wanted[i] if alike_built else None
        right = beside is not None and same(array, beside)
        if any(same(array, x) for x in given):
            still |= not right
        elif right:
            done |= not is_uniform(array)
        elif not is_uniform(array):
            return True
    return done and still  # some values are changed as they should be, and others left as they were


def _varies(kept: Mapping[int, Outcome | Said], failing: list[int], cases: KeyCheck) -> bool:
    """Whether single numbers, or arrays of one number, are wrong in a way that no constant is.

    A number that is not the same in all cases is not; nor is one beside which others are right, if
    these have several numbers. Of several values, those count that are wrong somewhere.
    """
    wrong = [i for i in failing if _all_numbers(kept[i])]
    if len(wrong) < CASES or all(_unchanged(kept[i], cases.cases[i]) for i in wrong):
        return False
    places = {place for i in wrong for place in _off(cases.expected[i], kept[i])}
    scalars: set[float] = set()
    right = 0
    for i, outcome in kept.items():
        for place, array in enumerate(_leaves_of(outcome)):
            if place not in places or array is None or array.size == 0:
                continue
            if array.size == 1:
                scalars.add(_number(array))
            elif not is_uniform(array) and i not in failing:
                right += 1
    single = all(
        leaf is not None and leaf.size == 1
        for i in wrong
        for place, leaf in enumerate(_leaves_of(kept[i]))
        if place in places
    )
    return (single and len(scalars) >= CASES) or right >= CASES


def _off(expected: Outcome, outcome: Outcome | Said) -> Iterator[int]:
    """The places of the numbers that are not the expected ones."""
    wanted, found = _leaves_of(expected), _leaves_of(outcome)
    for place, array in enumerate(found):
        beside = wanted[place] if place < len(wanted) else None
        if array is not None and (beside is None or not _near(array, beside)):
            yield place


@np.errstate(all="ignore")
def _near(one: np.ndarray, other: np.ndarray) -> bool:
    return one.shape == other.shape and np.allclose(one, other, 2e-5, 2e-6, equal_nan=True)


def _leaves_of(outcome: Outcome | Said) -> list[np.ndarray | None]:
    return _leaves(outcome.value) if isinstance(outcome, Returned) else []


def _all_numbers(outcome: Outcome | Said) -> bool:
    leaves = _leaves_of(outcome)
    return bool(leaves) and all(leaf is not None for leaf in leaves)


def _number(array: np.ndarray) -> float:
    """The one number of an array, rounded; one for all that are none."""
    number = float(array.ravel()[0].real)
    return round(number, 5) if np.isfinite(number) else np.inf


def _unchanged(outcome: Outcome | Said, inputs: Inputs) -> bool:
    """Whether all that came back are arrays that went in."""
    given = arrays_in(inputs.values())
    numbers = _leaves(outcome.value, flags=False) if isinstance(outcome, Returned) else []
    known = [array for array in numbers if array is not None]
    return bool(known) and all(any(same(array, x) for x in given) for array in known)


def has_none(outcome: Outcome | Said) -> bool:
    """Whether what came back is None, or has a None in it."""
    if not isinstance(outcome, Returned):
        return False
    value = outcome.value
    items = parts(value).values() if isinstance(value, Seq | Map) else [value]
    return any(item is None for item in items)


def _same_numbers(expected: Outcome, outcome: Outcome | Said) -> bool:
    if not isinstance(expected, Returned) or not isinstance(outcome, Returned):
        return False
    one, other = as_array(expected.value), as_array(outcome.value)
    return one is not None and other is not None and one.shape == other.shape


def _leaves(value: Value, flags: bool = True) -> list[np.ndarray | None]:
    """The numbers in a value, in order; None for each part that is no number.

    True and False are numbers as well, where `flags` count.
    """
    match value:
        case Seq() | Map():
            return [leaf for item in parts(value).values() for leaf in _leaves(item, flags)]
        case bool() if not flags:
            return []
        case _:
            return [as_array(value)]


def arrays_in(values: Iterable[Value]) -> list[np.ndarray]:
    """The numbers of arrays among values, and of what stands in lists and dicts."""
    holders = (value for value in values if isinstance(value, Array | Seq | Map))
    found = (leaf for value in holders for leaf in _leaves(value))
    return [leaf for leaf in found if leaf is not None]


@np.errstate(all="ignore")  # of +-1.8e308 the difference is none
def is_uniform(array: np.ndarray) -> bool:
    """Whether an array has one number only, however often, or none that is finite."""
    finite = array[np.isfinite(array)]
    if finite.size < array.size:
        return finite.size == 0
    parts = (finite.real, finite.imag) if np.iscomplexobj(finite) else (finite,)
    return finite.size < 2 or all(np.ptp(part.astype(np.float64)) <= 1e-6 for part in parts)


@np.errstate(all="ignore")
def same(one: np.ndarray, other: np.ndarray) -> bool:
    """Whether two arrays have the same shape and, but for rounding, the same numbers."""
    if one.shape != other.shape or np.iscomplexobj(one) or np.iscomplexobj(other):
        return False
    return bool(np.allclose(one, other, rtol=1e-6, atol=1e-7, equal_nan=True))
