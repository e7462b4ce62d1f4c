"""What each check of exercise 5 is tried on: one strategy a check, called alike.

Losses are bowls. No two points that a search compares have losses closer than 1e-3, so the order of
trying and float32 make no difference.
"""

from itertools import pairwise, product

import numpy as np
from hypothesis import assume
from hypothesis import strategies as st

from grader.authoring import array, decimals, list_of, numbers

_MARGIN = 1e-3
_FAR = 100
"""More moves than any search here needs."""

_DELTAS = st.sampled_from([0.5, 0.25, 1.0])
_quarters = st.integers(-12, 12).map(lambda k: k / 4)
_center = decimals(-3, 3)


@st.composite
def _bowl(draw):
    """A tilted bowl: k and s with s² well below 4k, so that it has one lowest point."""
    k, s = draw(decimals(0.4, 3)), draw(decimals(-2, 2))
    assume(s * s < 3 * k and abs(s) > 0.1 and abs(k - 1) > 0.1)
    lowest = draw(st.sampled_from([0.0, -20.0, 60.0]))
    return {"k": k, "s": s, "p": draw(_center), "q": draw(_center), "lowest": lowest}


def _loss(k, s, p, q, lowest):
    return lambda w, b: k * (w - p) ** 2 + s * (w - p) * (b - q) + (b - q) ** 2 + lowest


def _nine(loss, w, b, delta):
    """The losses of a point and its neighbours, from the least, with the way there."""
    ways = product((-1, 0, 1), repeat=2)
    return sorted((loss(w + delta * dw, b + delta * db), (dw, db)) for dw, db in ways)


def _are_apart(nine):
    return all(more - less > _MARGIN for (less, _), (more, _) in pairwise(nine))


@st.composite
def _neighbourhood(draw):
    """Where one stands, and the nine losses there."""
    inputs = draw(_bowl())
    w, b, delta = draw(_quarters), draw(_quarters), draw(_DELTAS)
    nine = _nine(_loss(**inputs), w, b, delta)
    assume(_are_apart(nine) and w != b)
    return {"w": w, "b": b, "delta": delta} | inputs, nine[0][1]


@st.composite
def _move(draw, diagonal):
    inputs, way = draw(_neighbourhood())
    assume(way != (0, 0) and (0 not in way) == diagonal)
    return inputs


@st.composite
def _bottom(draw):
    """The lowest point is so close that no neighbour is better."""
    inputs = draw(_bowl())
    w, b, delta = draw(_quarters), draw(_quarters), draw(_DELTAS)
    inputs["p"] = w + delta * draw(decimals(-0.4, 0.4))
    inputs["q"] = b + delta * draw(decimals(-0.4, 0.4))
    nine = _nine(_loss(**inputs), w, b, delta)
    assume(_are_apart(nine) and nine[0][1] == (0, 0) and w != b)
    return {"w": w, "b": b, "delta": delta} | inputs


@st.composite
def _far_away(draw):
    """A loss of some millions, where float32 tells the nine apart all the same."""
    inputs = draw(_bowl()) | {"lowest": 5e6}
    w, b = (draw(st.integers(-160, 160)) / 4 for _ in range(2))
    nine = _nine(_loss(**inputs), w, b, 1.0)
    assume(w != b and all(more[0] - less[0] > 2 for less, more in pairwise(nine)))
    return {"w": w, "b": b, "delta": 1.0} | inputs


@st.composite
def _little_better(draw):
    """One neighbour is better than the point, and by very little."""
    inputs = draw(_bowl())
    w, b, delta = draw(_quarters), draw(_quarters), draw(_DELTAS)
    along_w, sign = draw(st.booleans()), draw(st.sampled_from([1, -1]))
    there = sign * (delta / 2 + draw(st.sampled_from([0.001, 0.002, 0.005])))
    inputs["p"] = round(w + there * along_w, 3)
    inputs["q"] = round(b + there * (not along_w), 3)
    (best, way), (second, _), (third, _) = _nine(_loss(**inputs), w, b, delta)[:3]
    assume(w != b and way != (0, 0) and _MARGIN < second - best < 0.008 and third > second + 0.1)
    return {"w": w, "b": b, "delta": delta} | inputs


@st.composite
def _in_the_valley(draw):
    """The best move of w alone and the best of b alone are, taken together, not the best pair."""
    inputs = draw(_bowl())
    w, b, delta = draw(_quarters), draw(_quarters), draw(_DELTAS)
    inputs["p"] = round(w + delta * draw(decimals(-1, 1)), 2)
    inputs["q"] = round(b + delta * draw(decimals(-1, 1)), 2)
    nine = _nine(_loss(**inputs), w, b, delta)
    apart = _first(nine, lambda dw, db: not db)[0], _first(nine, lambda dw, db: not dw)[1]
    assume(_are_apart(nine) and w != b and apart != nine[0][1] != (0, 0))
    return {"w": w, "b": b, "delta": delta} | inputs


def _first(nine, of):
    """The first way of those for which `of` holds, which is the one of least loss."""
    return next(way for _, way in nine if of(*way))


best_neighbour_values = st.one_of(
    _move(diagonal=True), _move(diagonal=False), _far_away(), _little_better(), _in_the_valley()
)
best_neighbour_stays = _bottom()


def _moves(loss, w, b, delta):
    """How many moves a search makes; none where two of its losses are close to one another."""
    for moves in range(31):
        nine = _nine(loss, w, b, delta)
        if not _are_apart(nine):
            return 0
        dw, db = nine[0][1]
        if not dw and not db:
            return moves
        w, b = w + delta * dw, b + delta * db
    return 0


@st.composite
def _search(draw, fewest, limits):
    """A search of so many moves at least; `limits` are its max_steps, made of how many it needs."""
    inputs = draw(_bowl())
    w, b, delta = draw(_quarters), draw(_quarters), draw(_DELTAS)
    moves = _moves(_loss(**inputs), w, b, delta)
    assume(w != b and moves >= fewest)
    limit = draw(st.sampled_from(limits(moves)))
    return {"w": w, "b": b, "delta": delta, "max_steps": limit} | inputs


local_search_end = _search(2, lambda moves: [_FAR])
# A limit that is just enough shows what is only right where a round without a move ends the search.
local_search_trace = _search(2, lambda moves: [_FAR, moves, moves + 1])
local_search_limit = _search(5, lambda moves: [3, 1, 0])


def _samples(sizes):
    """n, the size of a sample, and a seed."""
    seeds = st.integers(0, 10_000)
    return st.tuples(st.sampled_from(sizes), seeds).map(
        lambda drawn: {"n": drawn[0][0], "batch_size": drawn[0][1], "seed": drawn[1]}
    )


draw_sample_range = _samples([(5, 2), (3, 3), (1, 1), (4, 1), (8, 4), (12, 12), (12, 6)])
draw_sample_chance = draw_sample_range
draw_sample_rng = _samples([(50, 8)])

_number = decimals(-1.5, 1.5)


@st.composite
def _line(draw, sizes):
    n, d = draw(st.sampled_from(sizes))
    return {
        "X": array(draw(numbers((n, d), _number)), "float64"),
        "y": array(draw(numbers((n,), _number)), "float64"),
        "w": array(draw(numbers((d,), _number)), "float64"),
        "b": draw(_number),
    }


@st.composite
def _indices(draw, n, size):
    return np.array(draw(st.lists(st.integers(0, n - 1), min_size=size, max_size=size)))


_SIZES = [(3, 2), (3, 1), (4, 2), (1, 1), (5, 1), (4, 3)]


@st.composite
def _one_batch(draw):
    """Some indices twice, one alone, all of them in another order, more than there are."""
    line = draw(_line(_SIZES))
    n = line["X"].shape[0]
    some = st.sampled_from([3, 2, 1, n + 2]).flatmap(lambda size: _indices(n, size))
    indices = draw(st.one_of(some, some, st.permutations(range(n))))
    return line | {"indices": array(indices, "int64")}


minibatch_gradient_values = _one_batch()


@st.composite
def _batches(draw):
    line = draw(_line([(3, 2), (4, 1), (5, 2), (4, 3)]))
    sizes = draw(st.sampled_from([(2, 1), (1, 3, 2), (2, 3, 2), (3, 1), (1,), (3, 3, 1, 2)]))
    drawn = [array(draw(_indices(line["X"].shape[0], size)), "int64") for size in sizes]
    rate = draw(st.sampled_from([0.1, 0.25, 0.03]))
    return line | {"learning_rate": rate, "batches": list_of(drawn)}


sgd_values = _batches()
sgd_kept = _batches()
