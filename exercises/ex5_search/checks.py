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


@exercise.check(
    points=1.5,
    **POINTS,
    hints=(
        "Compute the loss of the example at (w, b) and at its eight neighbours. (`grader check "
        "ex5 -v` shows that loss as code.) Which of the nine is the least, and is it the point "
        "that you return?",
        "w and b change each on its own, by −delta, 0 or +delta, from where one stands: two "
        "loops, one in the other. Keep the best point and its loss, beginning with the point "
        "itself, and replace both where a loss is less. Return the point at the end: w, and then "
        "b.",
    ),
)
def best_neighbour_values(student, w, b, delta, k, s, p, q, lowest):
    """best_neighbour goes to the neighbour of least loss, of eight"""
    return pair(student.best_neighbour(bowl(k, s, p, q, lowest), w, b, delta))


@exercise.check(
    points=1,
    needs="best_neighbour_values",
    none="what is returned where no neighbour is better?",
    examples=40,
    **POINTS,
    hints=(
        "Here no neighbour has less loss than the point itself. With which point and which loss "
        "does your comparison begin, and what is returned when nothing is better?",
        "Begin with (w, b) and `loss(w, b)`: a neighbour takes its place only if its loss is "
        "less, `<`, and not equal. So (w, b) is what is left at the end. On a flat loss, 2.5 is "
        "not less than 2.5.",
    ),
)
def best_neighbour_stays(student, w, b, delta, k, s, p, q, lowest):
    """best_neighbour stays where no neighbour has less loss, as on a flat loss"""
    at_the_bottom = pair(student.best_neighbour(bowl(k, s, p, q, lowest), w, b, delta))
    moved_on_the_flat = moved(student.best_neighbour(flat, w, b, delta), w, b)
    return at_the_bottom, moved_on_the_flat


@exercise.check(
    points=1,
    examples=60,
    **POINTS,
    hints=(
        "Go through the example by hand: take the best neighbour of the start, then the best "
        "neighbour of that point, and so on. Where does the point change no more, and where does "
        "your search end?",
        "In each round, `best_neighbour` gives the next point, from where you are now, with the "
        "same delta. The search is over when it gives the point itself: then w and b are both as "
        "before. Return w and b first, and the trace behind them.",
    ),
)
def local_search_end(student, w, b, delta, max_steps, k, s, p, q, lowest):
    """local_search ends where no neighbour has less loss"""
    return end(student.local_search(bowl(k, s, p, q, lowest), w, b, delta, max_steps))


@exercise.check(
    points=0.5,
    needs="local_search_end",
    none=BEHIND,
    examples=40,
    **POINTS,
    hints=(
        "Count the moves of your search where `max_steps` is 0, 1 and 3. How many may there be? "
        "And how many on a flat loss, where no neighbour is better?",
        "`for _ in range(max_steps)` makes as many rounds, and none for 0. A round with no better "
        "neighbour makes no move and ends the search. When the limit ends it, return w, b and the "
        "trace as well: behind the loop.",
    ),
)
def local_search_limit(student, w, b, delta, max_steps, k, s, p, q, lowest):
    """local_search makes max_steps moves at most, and none on a flat loss"""
    limited = end(student.local_search(bowl(k, s, p, q, lowest), w, b, delta, max_steps))
    on_the_flat = end(student.local_search(flat, w, b, delta, max_steps))
    return limited, moved(on_the_flat, w, b)


@exercise.check(
    points=1.5,
    needs="local_search_end",
    none=BEHIND,
    examples=60,
    **POINTS,
    hints=(
        "Print your trace for `max_steps` 2. Which point comes first, which comes last, and how "
        "many are there after two moves?",
        "Three: begin the list with the start, (w, b), and append the new point after each move. "
        "So the last one is the point that you return. What was only tried is no entry, and "
        "neither is a round without a move. An entry is a point, w and then b.",
    ),
)
def local_search_trace(student, w, b, delta, max_steps, k, s, p, q, lowest):
    """local_search keeps the points of its way, from the start to the end"""
    found = student.local_search(bowl(k, s, p, q, lowest), w, b, delta, max_steps)
    three = isinstance(found, (list, tuple)) and len(found) == 3
    return points(found[2]) if three else found


@exercise.check(
    points=0.5,
    of="draw_sample",
    examples=12,
    hints=(
        "Call your function many times with n = 5 and batch_size = 2. Which shape has a sample? "
        "Which are the smallest and the largest of all indices, and is it the same sample each "
        "time?",
        "The shape is (2,), and over many samples the indices go from 0 to 4: all of 0 … n − 1. "
        "`rng.integers(low, high, size)` leaves `high` out, and `size` says how many are drawn. "
        "Draw anew from `rng` in each call.",
    ),
)
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


@exercise.check(
    points=0.5,
    needs="draw_sample_range",
    of="draw_sample",
    examples=12,
    hints=(
        "Draw some thousand indices with n = 4, and count them with `np.unique(…, "
        "return_counts=True)`. Are they integers, and does each come about as often as the others?",
        "Have the generator draw integers, each one for itself, from all n: `rng.integers` does "
        "so, and a permutation that is cut off is fine, too. Rounding gives the two ends half the "
        "chance. Whoever repeats one draw, or counts on from it, has drawn one index alone.",
    ),
)
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


@exercise.check(
    points=1,
    needs="draw_sample_range",
    examples=20,
    hints=(
        "With n = 50, draw from a generator with seed 1, then once more from the same generator, "
        "then from a new one with seed 1, and from one with seed 2. Which two of the four samples "
        "should be the same?",
        "The first and the third. So each number has to come from the `rng` that is passed in, by "
        "its own methods, such as `rng.integers`: not from `np.random`, not from `random`, not "
        "from a new generator, and not from a copy of `rng`, which would not go on.",
    ),
)
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


@exercise.check(
    points=1,
    absolute=1e-5,
    hints=(
        "Print `X[indices]` and `y[indices]` for the example: this is the batch. How many rows "
        "has it, and how often does an index count that stands there twice?",
        "Do with these rows alone what exercise 4 does with all: the residual of each row, times "
        "its own x, summed, times 2/B. B is `len(indices)`: for the indices 0, 0, 2 it is 3, and "
        "row 0 counts twice. The weights' derivatives come first, then that of the bias.",
    ),
)
def minibatch_gradient_values(student, X, y, w, b, indices):
    """minibatch_gradient is the gradient of the mean square over the batch"""
    return student.minibatch_gradient(X, y, w, b, indices)


@exercise.check(
    points=1,
    absolute=1e-5,
    hints=(
        "Take the step of the example's first batch by hand, from the start, with "
        "`minibatch_gradient`. Where does the next step begin, which batch is it for, and how "
        "many steps are there?",
        "One for each batch, in their order, each from where the last one ended. Ask for both "
        "derivatives at the present w and b, and then subtract the learning rate times each. They "
        "are means over the batch already: divide by nothing more. Return the last w and b.",
    ),
)
def sgd_values(student, X, y, w, b, learning_rate, batches):
    """sgd takes one step for each batch, in their order"""
    return student.sgd(X, y, w, b, learning_rate, batches)


@exercise.check(
    points=0.5,
    needs="sgd_values",
    relative=0,
    absolute=0,
    examples=20,
    hints=(
        "Print X, y, w and the batches before and after a call of your function. Which of your "
        "lines write into something that the caller has, too?",
        "`w -= …` and `w[:] = …` write into the array that was passed in; `w = w - …` makes a new "
        "one. `batches.pop()` shortens the caller's list, and a shuffle or a sort in place "
        "changes its order: only walk through it, with `for`.",
    ),
)
def sgd_kept(student, X, y, w, b, learning_rate, batches):
    """sgd leaves X, y, the w that it is given and the batches as they were"""
    student.sgd(X, y, w, b, learning_rate, batches)
    return X, y, w, batches
