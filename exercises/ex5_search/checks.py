"""What exercise 5 asks: a search by neighbours, and a descent along noisy gradients."""

import numpy as np

from grader.authoring import Exercise

exercise = Exercise(
    "ex5",
    title="Search without a gradient, and with a noisy one",
    module="search",
    framework="numpy",
    after=("ex4",),
)

POINTS = {"relative": 0, "absolute": 1e-9}
"""Starts and steps are multiples of a quarter, so the points of a search are exact."""

BEHIND = "is there a `return` behind the loop, too?"
"""What is asked where a search that is stopped by its limit returns None."""

COUNT = 400
"""How often each index would come on average."""


def bowl(k, s, p, q, lowest):
    """A loss of two parameters: a tilted bowl with its lowest point at (p, q)."""
    return lambda w, b: k * (w - p) ** 2 + s * (w - p) * (b - q) + (b - q) ** 2 + lowest


def flat(w, b):
    """A loss that is the same everywhere."""
    return 2.5


def pair(found):
    """A point as a pair, which an array of two numbers is, too. All else is told as it is."""
    return tuple(found) if isinstance(found, np.ndarray) and found.shape == (2,) else found


def end(found):
    """w and b of what a search returns. What has no results is told as it is."""
    return found[:2] if isinstance(found, (list, tuple)) else found


def moved(found, w, b):
    """How far a point is from (w, b). What is no point is told as it is."""
    try:
        there_w, there_b = found
        return max(abs(there_w - w), abs(there_b - b))
    except (TypeError, ValueError):
        return found


def points(trace):
    """The points of a trace as the rows of an array; what has none comes back as it is."""
    try:
        return np.array(list(trace), dtype=float)
    except (TypeError, ValueError):
        return trace


def drawn_by(student, n, batch_size, seed):
    """Samples of one generator: so many that each index comes COUNT times on average."""
    rng = np.random.default_rng(seed)
    samples = []
    for _ in range(COUNT * n // batch_size):
        samples.append(np.asarray(student.draw_sample(n, batch_size, rng)))
    return samples


@exercise.check(points=1.5, **POINTS)
def best_neighbour_values(student, w, b, delta, k, s, p, q, lowest):
    """best_neighbour goes to the neighbour of least loss, of eight"""
    return pair(student.best_neighbour(bowl(k, s, p, q, lowest), w, b, delta))


@exercise.check(
    points=1,
    needs="best_neighbour_values",
    none="what is returned where no neighbour is better?",
    examples=40,
    **POINTS,
)
def best_neighbour_stays(student, w, b, delta, k, s, p, q, lowest):
    """best_neighbour stays where no neighbour has less loss, as on a flat loss"""
    at_the_bottom = pair(student.best_neighbour(bowl(k, s, p, q, lowest), w, b, delta))
    moved_on_the_flat = moved(student.best_neighbour(flat, w, b, delta), w, b)
    return at_the_bottom, moved_on_the_flat


@exercise.check(points=1, examples=60, **POINTS)
def local_search_end(student, w, b, delta, max_steps, k, s, p, q, lowest):
    """local_search ends where no neighbour has less loss"""
    return end(student.local_search(bowl(k, s, p, q, lowest), w, b, delta, max_steps))


@exercise.check(points=0.5, needs="local_search_end", none=BEHIND, examples=40, **POINTS)
def local_search_limit(student, w, b, delta, max_steps, k, s, p, q, lowest):
    """local_search makes max_steps moves at most, and none on a flat loss"""
    limited = end(student.local_search(bowl(k, s, p, q, lowest), w, b, delta, max_steps))
    on_the_flat = end(student.local_search(flat, w, b, delta, max_steps))
    return limited, moved(on_the_flat, w, b)


@exercise.check(points=1.5, needs="local_search_end", none=BEHIND, examples=60, **POINTS)
def local_search_trace(student, w, b, delta, max_steps, k, s, p, q, lowest):
    """local_search keeps the points of its way, from the start to the end"""
    found = student.local_search(bowl(k, s, p, q, lowest), w, b, delta, max_steps)
    three = isinstance(found, (list, tuple)) and len(found) == 3
    return points(found[2]) if three else found


@exercise.check(points=0.5, of="draw_sample", examples=12)
def draw_sample_range(student, n, batch_size, seed):
    """draw_sample draws batch_size indices, the smallest of all 0 and the largest n - 1"""
    samples = drawn_by(student, n, batch_size, seed)
    for sample in samples:
        if not sample.size or sample.dtype.kind not in "biuf":
            return f"no indices: {sample.tolist()!r:.40}", np.zeros(4)
    shapes = sorted({sample.shape for sample in samples})
    words = " and ".join(f"the shape {shape}" for shape in shapes)
    if batch_size < n and all(np.array_equal(samples[0], sample) for sample in samples):
        words = "the same sample each time"
    extremes = min(map(np.min, samples)), max(map(np.max, samples))
    return words, np.array([samples[0].ndim, samples[0].size, *extremes])


@exercise.check(points=0.5, needs="draw_sample_range", of="draw_sample", examples=12)
def draw_sample_chance(student, n, batch_size, seed):
    """draw_sample gives each index the same chance"""
    samples = np.array(drawn_by(student, n, batch_size, seed))
    if samples.dtype.kind not in "iu":
        return "numbers that are no integers, so they can't be indices"
    if n > 1 and batch_size > 1 and (np.ptp(samples, axis=1) == 0).all():
        return "all indices of a sample are the same"
    different, firsts = np.unique(samples, axis=0), np.unique(samples[:, 0])
    if 1 < batch_size < n and len(different) == len(firsts):
        return "from the first index of a sample the others follow"
    counts = np.array([np.sum(samples == index) for index in range(n)])
    for index in (counts.argmin(), counts.argmax()):
        if abs(counts[index] - COUNT) > 0.3 * COUNT:
            return f"{index} comes {counts[index]} times where {COUNT} are the average"
    return "each index comes about as often as the others"


@exercise.check(points=1, needs="draw_sample_range", examples=20)
def draw_sample_rng(student, n, batch_size, seed):
    """draw_sample draws from the generator that it is given"""
    rng, again, other = (np.random.default_rng(number) for number in (seed, seed, seed + 1))
    first = student.draw_sample(n, batch_size, rng)
    if not np.array_equal(first, student.draw_sample(n, batch_size, again)):
        return "a generator with the same seed gives another sample"
    if np.array_equal(first, student.draw_sample(n, batch_size, rng)):
        return "the next sample of a generator is the same again"
    if np.array_equal(first, student.draw_sample(n, batch_size, other)):
        return "a generator with another seed gives the same sample"
    return "the sample is the generator's"


@exercise.check(points=1, absolute=1e-5)
def minibatch_gradient_values(student, X, y, w, b, indices):
    """minibatch_gradient is the gradient of the mean square over the batch"""
    return student.minibatch_gradient(X, y, w, b, indices)


@exercise.check(points=1, absolute=1e-5)
def sgd_values(student, X, y, w, b, learning_rate, batches):
    """sgd takes one step for each batch, in their order"""
    return student.sgd(X, y, w, b, learning_rate, batches)


@exercise.check(points=0.5, needs="sgd_values", relative=0, absolute=0, examples=20)
def sgd_kept(student, X, y, w, b, learning_rate, batches):
    """sgd leaves X, y, the w that it is given and the batches as they were"""
    student.sgd(X, y, w, b, learning_rate, batches)
    return X, y, w, batches
