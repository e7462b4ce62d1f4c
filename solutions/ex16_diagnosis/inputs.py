"""What each check of exercise 16 is tried on: one strategy a check, called alike."""

from itertools import permutations

import numpy as np
from hypothesis import assume
from hypothesis import strategies as st

from grader.authoring import array, decimals, list_of, numbers


def _a(value):
    return array(value, "float64")


def _faults(ranks):
    """What holds: train, validation and test above the target, and `simpler` below train."""
    train, simpler, validation, test, target = ranks
    return train > target, validation > target, test > target, simpler < train


def _answer(ranks):
    train, validation, test, simpler = _faults(ranks)
    if train:
        return "optimization" if simpler else "model bias"
    return "overfitting" if validation else "mismatch" if test else "fine"


def _is_single(ranks):
    """Whether one loss is above the target at most, and `simpler` less only where that matters."""
    train, validation, test, simpler = _faults(ranks)
    return train + validation + test <= 1 and (train or not simpler)


_ORDERS = {single: {} for single in (True, False)}
for _ranks in permutations(range(5)):
    _ORDERS[_is_single(_ranks)].setdefault(_answer(_ranks), []).append(_ranks)


@st.composite
def _trainings(draw, orders):
    """Five lists of losses: of each training no two are equal, nor nearly so."""
    rows = []
    for _ in range(draw(st.sampled_from([1, 3, 2, 5]))):
        losses = draw(st.lists(decimals(0.02, 3), min_size=5, max_size=5, unique=True))
        losses = np.sort(losses)
        assume(np.diff(losses).min() > 0.015)
        answer = draw(st.sampled_from([*sorted(orders), "optimization"]))
        ranks = draw(st.sampled_from(orders[answer]))
        rows.append(losses[list(ranks)].tolist())
    names = "train", "simpler", "validation", "test", "target"
    return {
        name: list_of(column) for name, column in zip(names, zip(*rows, strict=True), strict=True)
    }


diagnose_cases = _trainings(_ORDERS[True])
diagnose_order = _trainings(_ORDERS[False])

# Eighths: a loss that is just as low as is asked is so in any way of subtracting, and in float32.
_levels = st.integers(4, 32).map(lambda eighths: eighths / 8)
_few_levels = st.sampled_from([1.0, 1.25, 1.5, 2.0])


@st.composite
def _history(draw, deltas):
    """Losses that fall for a while, and then stay or go up and down; some are equal."""
    falling = sorted(draw(st.lists(_levels, max_size=5)), reverse=True)
    later = draw(st.lists(draw(st.sampled_from([_few_levels, _levels])), min_size=1, max_size=10))
    return {
        "losses": list_of([float(loss) for loss in falling + later]),
        "patience": draw(st.sampled_from([2, 1, 3, 4])),
        "delta": draw(deltas),
    }


@st.composite
def _small_steps(draw):
    """Losses that fall in steps which are less than delta, just delta, or more."""
    delta = draw(st.sampled_from([0.25, 0.5]))
    steps = st.sampled_from([delta - 0.125, delta, delta / 2, delta + 0.125, 0.0, -0.125])
    count = draw(st.sampled_from([5, 4, 6, 9]))
    way = 6 - np.cumsum(draw(st.lists(steps, min_size=count, max_size=count)))
    patience = draw(st.sampled_from([2, 3, 1, 4]))
    return {"losses": list_of(way.tolist()), "patience": patience, "delta": delta}


early_stop_values = _history(st.just(0.0))
early_stop_delta = st.one_of(_small_steps(), _history(st.sampled_from([0.25, 0.125, 0.5, 1.0])))

_RATES = [0.1, 0.01, 0.02, 0.05, 0.15, 0.2, 0.3, 0.5, 0.8]


def _descend(gradient, w, rate, steps):
    for _ in range(steps):
        w = w - rate * gradient(w)
    return w


def _is_decided(losses):
    """Whether the least loss is less than the others by more than rounding is."""
    first, *others = sorted(losses)
    return not others or others[0] - first > 0.01 * (0.1 + first)


@st.composite
def _bowl(draw):
    """Some rates are too large for the steep directions, and few for all of them."""
    d = draw(st.sampled_from([1, 2, 3]))
    curvature = draw(numbers((d,), st.sampled_from([1.0, 0.5, 2.0, 5.0, 10.0, 20.0])))
    lowest_at, w = draw(numbers((d,), decimals(-2, 2, 1))), draw(numbers((d,), decimals(-4, 4, 1)))
    assume(np.abs(w - lowest_at).min() > 0.3)
    lowest, steps = draw(decimals(-1, 2, 1)), draw(st.sampled_from([2, 1, 3, 5, 8]))
    few = draw(st.sampled_from([2, 1, 3, 4]))
    rates = draw(st.lists(st.sampled_from(_RATES), min_size=few, max_size=few, unique=True))
    ends = [_descend(lambda v: curvature * (v - lowest_at), w, rate, steps) for rate in rates]
    heights = [np.sum(curvature * (v - lowest_at) ** 2) / 2 for v in ends]
    assume(_is_decided(heights) and max(heights) < 1e4)
    return {
        "curvature": _a(curvature),
        "lowest_at": _a(lowest_at),
        "lowest": lowest,
        "w": _a(w),
        "rates": list_of(rates),
        "steps": steps,
    }


choose_rate_values = _bowl()


@st.composite
def _overflow(draw):
    """Some rates end at inf or NaN, in float32 as well; one at least ends at a small loss."""
    d, k = draw(st.sampled_from([1, 2])), draw(st.sampled_from([0.5, 1.0, 0.25]))
    lowest_at, w = draw(numbers((d,), decimals(-1, 1, 1))), draw(numbers((d,), decimals(-3, 3, 1)))
    assume(np.abs(w - lowest_at).min() > 0.5)
    small, large = st.sampled_from([0.01, 0.002, 0.03]), st.sampled_from([2.0, 1.0, 5.0, 10.0])
    rates = draw(st.lists(small, min_size=1, max_size=2, unique=True))
    rates += draw(st.lists(large, min_size=1, max_size=3, unique=True))
    rates = draw(st.permutations(rates))
    steps = draw(st.sampled_from([9, 8, 10, 12]))
    # Where a step is twice as long as the way to the lowest point, rounding decides what comes.
    reach = 4 * k * np.outer(rates, (w - lowest_at) ** 2)
    assume(np.abs(reach - 2).min() > 0.4)
    with np.errstate(all="ignore"):
        ends = [_descend(lambda v: 4 * k * (v - lowest_at) ** 3, w, r, steps) for r in rates]
        heights = np.array([k * np.sum((v - lowest_at) ** 4) for v in ends])
    finite = heights[np.isfinite(heights)]
    assume(0 < len(finite) < len(heights) and finite.max() < 1e4 and _is_decided(finite))
    return {
        "k": k,
        "lowest_at": _a(lowest_at),
        "lowest": draw(decimals(-1, 2, 1)),
        "w": _a(w),
        "rates": list_of(rates),
        "steps": steps,
    }


choose_rate_divergence = _overflow()


@st.composite
def _alike(draw):
    """Two rates that overshoot and fall short by the same factor, so their losses are equal.

    All numbers are short in binary: the losses are exactly equal, however they are computed.
    """
    d, c = draw(st.sampled_from([1, 2, 3])), draw(st.sampled_from([1.0, 2.0, 0.5, 4.0]))
    lowest_at = draw(numbers((d,), st.integers(-2, 2), "float64"))
    away = draw(numbers((d,), st.sampled_from([1.0, -1.0, 2.0, -3.0])))
    factors = draw(
        st.lists(st.sampled_from([0.5, 0.25, 0.75]), min_size=1, max_size=2, unique=True)
    )
    rates = [(1 - sign * factor) / c for factor in factors for sign in (1, -1)]
    if draw(st.booleans()):
        rates.append(2.5 / c)  # ends higher than it began
    return {
        "curvature": _a(np.full(d, c)),
        "lowest_at": _a(lowest_at),
        "lowest": draw(st.sampled_from([0.5, 0.0, 1.0])),
        "w": _a(lowest_at + away),
        "rates": list_of(draw(st.permutations(rates))),
        "steps": draw(st.sampled_from([1, 2])),
    }


choose_rate_equals = _alike()


@st.composite
def _losses(draw):
    """Losses of which neighbours differ, as those of mini-batches do."""
    length = draw(st.sampled_from([5, 2, 1, 3, 8, 30]))
    losses = draw(numbers((length,), decimals(0.1, 5)))
    assume(length == 1 or np.ptp(losses) > 0.5)
    return {"losses": _a(losses), "beta": draw(st.sampled_from([0.5, 0.9, 0.8, 0.6, 0.98]))}


smooth_values = _losses()
