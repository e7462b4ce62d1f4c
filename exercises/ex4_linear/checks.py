"""What exercise 4 asks: a cost, its gradient, the descent, and two ways around it."""

from numbers import Real

import numpy as np

from grader.authoring import Asks, Exercise

exercise = Exercise("ex4", title="Linear regression", module="linear", framework="numpy")

RESULTS = "w_hist", "b_hist", "cost_hist", "a sixth result"
"""What gradient_descent returns behind w and b, and what it does not."""


def bowl(p, q):
    """A cost and a direction that know nothing of X and y, nor of one another.

    Each cost that it gives is noted in a list, which is the third result.
    """
    given = []

    def height(X, y, w, b):
        given.append((w - p) @ (w - p) + np.sum(w - p) * (b - q) / 2 + (b - q) ** 2)
        return given[-1]

    def pull(X, y, w, b):
        return w - p + (b - q) / 4, 3 * (b - q)

    return height, pull, given


def point(returned):
    """w and b, the first two results; what has no two results is told as it is."""
    several = isinstance(returned, (list, tuple)) and len(returned) > 1
    return tuple(returned[:2]) if several else returned


def stacked(history):
    """A history as one array. One with unlike entries, or with no numbers, is told as it is."""
    if isinstance(history, (str, dict)) or not np.iterable(history):
        return history
    entries = [float(entry) if isinstance(entry, Real) else entry for entry in history]
    try:
        array = np.array(entries)
    except ValueError:
        return entries
    return array if array.dtype.kind in "biuf" else entries


def is_given(cost, given):
    """Whether a cost is one of those that were given. What is no number is none of them."""
    try:
        return any(np.allclose(cost, one) for one in given)
    except TypeError:
        return False


@exercise.check(
    points=1.5,
    examples=60,
    hints=(
        "Write down the residuals of the example, `X @ w + b - y`: one for each sample. What does "
        "the formula do with each of them first, and how many numbers are left at the end?",
        "Square each residual, add the squares up, and divide by N, the number of samples: the "
        "residuals 1 and −3 give (1 + 9) / 2 = 5. Print the shape of your predictions as well: it "
        "has to be (N,), like that of y.",
    ),
)
def cost_values(student, X, y, w, b):
    """cost is the mean of the squared residuals, one number"""
    return student.cost(X, y, w, b)


@exercise.check(
    points=0.5,
    examples=40,
    hints=(
        "Write down the residuals of the example, `X @ w + b - y`. What do the bars in the "
        "formula do with each of them, and what comes after that?",
        "The bars take the sign away, as `np.abs` does; then comes the mean over the samples. The "
        "residuals 1 and −3 give (1 + 3) / 2 = 2. There is no square and no root.",
    ),
)
def mean_absolute_error_values(student, X, y, w, b):
    """mean_absolute_error is the mean of the residuals' sizes, one number"""
    return student.mean_absolute_error(X, y, w, b)


@exercise.check(
    points=0.5,
    asks=Asks.SHAPE,
    examples=30,
    hints=(
        "Print the shapes of your two results, and beside them the shape of w. How many "
        "derivatives are there by the weights, how many by the bias, and which come first?",
        "A pair is asked: first an array of the shape (D,), like w, also where D is 1, and then "
        "one number of the shape (). N is in neither shape, since both are sums over the samples: "
        "an (N, D) array, summed with `axis=0`, has the shape (D,).",
    ),
)
def gradient_shape(student, X, y, w, b):
    """gradient returns one number for each weight, and then one for the bias"""
    return student.gradient(X, y, w, b)


@exercise.check(
    points=1.5,
    needs="gradient_shape",
    absolute=1e-5,
    examples=60,
    hints=(
        "Write down the residuals of the example, and from them the derivative by b, with the "
        "formula. What else is each residual multiplied by in the derivative by a weight?",
        "By its own x, before the sum. Residuals 1 and −3 with x = 2 and 1 give 2/2 · (1·2 + "
        "(−3)·1) = −1 for w and 2/2 · (1 − 3) = −2 for b. A right `cost` can test that: (cost at "
        "b + h minus cost at b − h) / 2h, with a small h.",
    ),
)
def gradient_values(student, X, y, w, b):
    """gradient is the derivative of cost by the weights and by the bias"""
    return student.gradient(X, y, w, b)


@exercise.check(
    points=1,
    absolute=1e-5,
    examples=60,
    hints=(
        "Take the first step of the example by hand: call `gradient_function`, here the gradient "
        "of the mean square, once, and move w and b. Where is your function after one step, and "
        "how many steps are asked?",
        "In each round of the loop, ask for both derivatives at the present w and b. Then "
        "subtract from each parameter the learning rate times its derivative: from 1, with the "
        "rate 0.1 and the derivative 4, a step leads to 0.6. After `iterations` rounds, return w "
        "and b first.",
    ),
)
def gradient_descent_result(student, X, y, w, b, learning_rate, iterations):
    """gradient_descent ends at the w and b of the last step"""
    return point(
        student.gradient_descent(
            X, y, w, b, learning_rate, student.cost, student.gradient, iterations
        )
    )


@exercise.check(
    points=1.5,
    needs="gradient_descent_result",
    absolute=1e-5,
    examples=40,
    hints=(
        "Print your three histories for two steps. How many entries has each of them? Which point "
        "of the way is the first entry, and which is the last?",
        "After each update, keep the new w, the new b and the cost at this new point. Two steps "
        "give two entries each: the start is not among them, and the last is what you return. `w "
        "= w - …` makes a new array; `w -= …` changes the one that is in the list already.",
    ),
)
def gradient_descent_history(student, X, y, w, b, learning_rate, iterations):
    """gradient_descent keeps w, b and their cost after each step"""
    w, b, *histories = student.gradient_descent(
        X, y, w, b, learning_rate, student.cost, student.gradient, iterations
    )
    return {name: stacked(history) for name, history in zip(RESULTS, histories, strict=False)}


@exercise.check(
    points=1,
    needs="gradient_descent_result",
    absolute=1e-5,
    examples=30,
    hints=(
        "The two functions of this check have nothing to do with the mean square, or with each "
        "other. Where does your step come from, and where does the cost in your history?",
        "Take the step from what `gradient_function(X, y, w, b)` returns, and each cost from "
        "`cost_function(X, y, w, b)`. Call both by position, with all of X and y, and use what "
        "they return as it is. A descent computes no cost and no derivative itself.",
    ),
)
def gradient_descent_functions(student, X, y, w, b, p, q, learning_rate, iterations):
    """gradient_descent calls the two functions that it is given, whatever they compute"""
    height, pull, given = bowl(p, q)
    w, b, *histories = student.gradient_descent(X, y, w, b, learning_rate, height, pull, iterations)
    costs = [cost for history in histories[2:] if np.iterable(history) for cost in history]
    # A 0 is what np.zeros left: that such a history is too long is asked elsewhere.
    own = [cost for cost in costs if np.any(cost) and not is_given(cost, given)]
    return w, b, own or "all costs are those of cost_function"


@exercise.check(
    points=0.5,
    needs="gradient_descent_result",
    relative=0,
    absolute=0,
    examples=20,
    hints=(
        "Print X, y and w before and after a call of your function. Which of your lines write "
        "into an array that the caller has, too?",
        "`w -= …` and `w[:] = …` write into the array that was passed in. `w = w - …` makes a new "
        "one, and so does a copy at the beginning, `w = w.copy()`. The same holds for X and y.",
    ),
)
def gradient_descent_kept(student, X, y, w, b, learning_rate, iterations):
    """gradient_descent leaves X, y and the w that it is given as they were"""
    student.gradient_descent(X, y, w, b, learning_rate, student.cost, student.gradient, iterations)
    return X, y, w


@exercise.check(
    points=1,
    examples=48,
    hints=(
        "Print your result for `x = np.array([2.0, 3.0])` and degree 3. What is its shape, and "
        "which numbers stand in the row of the 2?",
        "The row of the 2 is 2, 4, 8: the powers from 1 to degree, the lowest first, without a 1 "
        "in front. A column is one power of all x; `np.stack` with `axis=1` puts vectors side by "
        "side, so that the shape is (N, degree).",
    ),
)
def polynomial_features_values(student, x, degree):
    """polynomial_features has the columns x, x², … up to the degree"""
    return student.polynomial_features(x, degree)


@exercise.check(
    points=1,
    relative=1e-4,
    absolute=1e-4,
    examples=50,
    hints=(
        "Put a column of ones beside X, and call that A. Which shapes have A, `A.T @ A` and `A.T "
        "@ y` in the example? In which equation do the last two stand, and what is its unknown?",
        "`np.linalg.solve` finds p in (A.T A) p = A.T y. It has D + 1 numbers, in the order of "
        "A's columns: cut it into the D weights, an array, and the bias, one number. A test: with "
        "the right w and b, the residuals add up to 0, but for rounding.",
    ),
)
def normal_equation_values(student, X, y):
    """normal_equation gives the weights and the bias of least cost"""
    return student.normal_equation(X, y)
