"""Which of the inputs on which a check fails is shown: a small one, on which it is plain to see.

No verdict depends on it. The smallest input of all is often one row of zeros, and there the outcome
may differ from the expected one in the fourth digit, which looks like rounding.
"""

import math
from collections.abc import Callable, Iterable, Iterator

import numpy as np

from grader.authoring import Asks, Check
from grader.judge import notation
from grader.judge.compare import Failure
from grader.judge.form import parts
from grader.judge.implementation import without_secrets
from grader.judge.numbers import as_array, shares
from grader.report import Counterexample, Lost, Verdict
from grader.text import Message
from grader.wire import Array, Inputs, Map, Outcome, Raised, Returned, Seq, Value, identity

BUDGET = 26
"""How many numbers an example may have before its size counts against it: two images of one pixel,
the parameters for two classes, and something more."""

PLAIN = (0.1, 0.02, 0.002)
"""Relative differences at which people see, suspect and overlook that two numbers differ."""

Rank = tuple[float, ...]


def plainest(failures: Iterable[Failure], check: Check) -> Failure | None:
    """The failure to show, of those of one check in the key's order; None where there is none.

    It ends as the first one does: with the same verdict and, if it raises, the same exception.
    """
    each = iter(failures)
    first = next(each, None)
    if first is None or check.holds is not None or not _has_values(first):
        return first
    left = [first, *(failure for failure in each if ends_alike(failure, first))]
    for criterion in CRITERIA:
        if len(left) == 1:
            break
        found = [criterion(failure, check) for failure in left]
        best = min(found)
        left = [failure for failure, rated in zip(left, found, strict=True) if rated == best]
    return left[0]


def ends_alike(failure: Failure, first: Failure) -> bool:
    """Whether two failures are of one kind, so that one may be shown for the other."""
    if failure.difference.verdict is not first.difference.verdict:
        return False
    one, other = failure.outcome, first.outcome
    return not isinstance(one, Raised) or not isinstance(other, Raised) or one.type == other.type


def rank(failure: Failure, check: Check) -> Rank:
    """For sorting: the plainest and smallest first."""
    return tuple(criterion(failure, check) for criterion in CRITERIA)


def is_plain(failure: Failure, check: Check) -> bool:
    """Whether it is small, and its outcomes and inputs show what there is to be seen."""
    return not any(criterion(failure, check) for criterion in CRITERIA[:3])


def _largeness(failure: Failure, _check: Check) -> float:
    """0 up to the budget, and one more for each time that it has twice as many numbers."""
    elements = _elements(failure, _check)
    return math.ceil(math.log2(elements / BUDGET)) if elements > BUDGET else 0


def _elements(failure: Failure, _check: Check) -> int:
    return sum(array.size for array in arrays_of(failure.inputs.values()))


def _has_values(failure: Failure) -> bool:
    return failure.difference.verdict in (Verdict.FAILED, Verdict.ERROR)


def _faintness(failure: Failure, check: Check) -> int:
    """0 where anybody sees the difference, up to 3 where it looks like rounding."""
    if check.asks is not Asks.VALUES:
        return 0
    found = relative(failure.expected, failure.outcome)
    return sum(found < bound for bound in PLAIN)


def shown(check: Check, failure: Failure, code: str) -> Counterexample:
    """A failure as it stands in a report, with code to try it."""
    return as_text(check, failure.inputs, failure.expected, failure.outcome, code)


def as_text(
    check: Check, inputs: Inputs, expected: Outcome, outcome: Outcome | Lost, code: str
) -> Counterexample:
    """Inputs and outcomes as a report shows them, in rows.

    Where a predicate decides, there is no one right value to show beside the student's. What came
    back is not shown where the check has its own code to try: that is no value of the student's.
    """
    has_answer = check.holds is None
    has_returned = has_answer or (not check.try_it and isinstance(outcome, Returned))
    found = relative(expected, outcome)
    precision = next((n for n, bound in ((4, PLAIN[1]), (6, PLAIN[2])) if found >= bound), 8)
    return Counterexample(
        inputs={n: notation.rows(value) for n, value in without_secrets(check, inputs).items()},
        expected=_outcome(expected, precision) if has_answer else "",
        returned=_outcome(outcome, precision) if has_returned else "",
        try_it=code,
        instead=(_instead("expected", expected) if has_answer else {})
        | (_instead("returned", outcome) if has_returned else {}),
    )


def _outcome(outcome: Outcome | Lost, precision: int) -> str:
    if isinstance(outcome, Returned):
        return notation.rows(outcome.value, precision)
    return str(_no_value(outcome))


def _instead(name: str, outcome: Outcome | Lost) -> dict[str, Message]:
    return {} if isinstance(outcome, Returned) else {name: _no_value(outcome)}


def _no_value(outcome: Raised | Lost) -> Message:
    if isinstance(outcome, Lost):
        return outcome.reason
    return Message("raises {type}", type=outcome.type)


def relative(expected: Outcome, outcome: object) -> float:
    """The largest difference of two numbers in one place, as a share of the larger one.

    1 where something else differs: a shape, a type, a number that is not finite.
    """
    if not isinstance(expected, Returned) or not isinstance(outcome, Returned):
        return 1.0
    return _relative(expected.value, outcome.value)


def _relative(expected: Value, value: Value) -> float:
    if isinstance(expected, Seq | Map) and type(expected) is type(value):
        wanted, got = parts(expected), parts(value)
        if wanted.keys() != got.keys():
            return 1.0
        return max((_relative(item, got[place]) for place, item in wanted.items()), default=1.0)
    e, x = as_array(expected), as_array(value)
    if e is None or x is None or e.shape != x.shape:
        return 0.0 if expected == value else 1.0
    return float(np.max(shares(e, x), initial=0.0))


def _dullness(failure: Failure, _check: Check) -> int:
    """How much less the inputs and the outcomes show than they could."""
    outcomes = [o.value for o in (failure.expected, failure.outcome) if isinstance(o, Returned)]
    bland = sum(map(_blandness, arrays_of(failure.inputs.values())))
    return bland + sum(map(_has_exponents, outcomes))


def _blandness(array: np.ndarray) -> int:
    """In how many ways an array of an example shows less than it could: all equal, one row.

    A single zero in a vector is as bad as many: whatever is done to it, it stays as it was.
    """
    if array.ndim == 0 or array.size == 0:
        return 0
    all_equal = bool((array == array.flat[0]).all()) and (array.size > 1 or not array.any())
    one_of_many = array.shape[0] == 1, array.ndim > 1 and array.shape[-1] == 1
    return 2 * all_equal + sum(one_of_many)


def _nothings(failure: Failure, _check: Check) -> int:
    return sum(map(_zeros, arrays_of(failure.inputs.values())))


def _zeros(array: np.ndarray) -> int:
    """How many real numbers are zero: little can be seen of what is done to them."""
    return array.size - int(np.count_nonzero(array)) if array.dtype.kind == "f" else 0


def _has_exponents(value: Value) -> bool:
    """Whether an array of the value is so uneven that it is written as 1.2e-05."""
    return any(
        array.dtype.kind == "f"
        and any(0 < abs(x) < 1e-4 or abs(x) >= 1e6 for x in array.ravel()[:64].tolist())
        for array in arrays_of([value])
    )


def digits(inputs: Inputs) -> int:
    """How many characters the first elements of each array take."""
    numbers = (n for array in arrays_of(inputs.values()) for n in array.ravel()[:64])
    return sum(len(str(number)) for number in numbers)


CRITERIA: tuple[Callable[[Failure, Check], float], ...] = (
    _largeness,
    _faintness,
    _dullness,
    _elements,
    _nothings,
    lambda failure, _check: digits(failure.inputs),
)
"""By which the plainest of some failures is found, one after the other: each decides between those
that are equal by all before it. The last ones take the longest, and are asked of few."""


def size(inputs: Inputs) -> tuple[int, int, bytes]:
    """For sorting inputs: few elements first, then few digits."""
    elements = sum(array.size for array in arrays_of(inputs.values()))
    return elements, digits(inputs), identity(inputs)


def _is_number(value: Value) -> bool:
    return isinstance(value, int | float)


def arrays_of(values: Iterable[Value]) -> Iterator[np.ndarray]:
    """The arrays among values, and in their lists and dicts. A list of numbers is one, too."""
    for value in values:
        if isinstance(value, Array):
            yield value.numpy()
        elif isinstance(value, Seq) and value.items and all(map(_is_number, value.items)):
            yield np.asarray(value.items, np.float64)
        elif isinstance(value, Seq):
            yield from arrays_of(value.items)
        elif isinstance(value, Map):
            yield from arrays_of(item for _, item in value.items)
