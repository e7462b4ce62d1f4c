"""What exercise 4 asks: a cost, its gradient, the descent, and two ways around it."""

from numbers import Real

import numpy as np

from grader.authoring import Asks, Exercise

exercise = Exercise("ex4", title="Linear regression", module="linear", framework="numpy")

RESULTS = "w_hist", "b_hist", "cost_hist", "a sixth result"
"""What gradient_descent returns behind w and b, and what it does not."""


def squares(X, y, w, b):
    """The cost that gradient_descent is given: the mean of the squared residuals."""
    return np.mean((X @ w + b - y) ** 2)


def slopes(X, y, w, b):
    """The gradient of `squares`."""
    residuals = X @ w + b - y
    return 2 * X.T @ residuals / len(y), 2 * np.mean(residuals)


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


@exercise.check(points=1.5, examples=60)
def cost_values(student, X, y, w, b):
    """cost is the mean of the squared residuals, one number"""
    return student.cost(X, y, w, b)


@exercise.check(points=0.5, examples=40)
def mean_absolute_error_values(student, X, y, w, b):
    """mean_absolute_error is the mean of the residuals' sizes, one number"""
    return student.mean_absolute_error(X, y, w, b)


@exercise.check(points=0.5, asks=Asks.SHAPE, examples=30)
def gradient_shape(student, X, y, w, b):
    """gradient returns one number for each weight, and then one for the bias"""
    return student.gradient(X, y, w, b)


@exercise.check(points=1.5, needs="gradient_shape", absolute=1e-5, examples=60)
def gradient_values(student, X, y, w, b):
    """gradient is the derivative of cost by the weights and by the bias"""
    return student.gradient(X, y, w, b)


@exercise.check(points=1, absolute=1e-5, examples=60)
def gradient_descent_result(student, X, y, w, b, learning_rate, iterations):
    """gradient_descent ends at the w and b of the last step"""
    return point(student.gradient_descent(X, y, w, b, learning_rate, squares, slopes, iterations))


@exercise.check(points=1.5, needs="gradient_descent_result", absolute=1e-5, examples=40)
def gradient_descent_history(student, X, y, w, b, learning_rate, iterations):
    """gradient_descent keeps w, b and their cost after each step"""
    w, b, *histories = student.gradient_descent(
        X, y, w, b, learning_rate, squares, slopes, iterations
    )
    return {name: stacked(history) for name, history in zip(RESULTS, histories, strict=False)}


@exercise.check(points=1, needs="gradient_descent_result", absolute=1e-5, examples=30)
def gradient_descent_functions(student, X, y, w, b, p, q, learning_rate, iterations):
    """gradient_descent calls the two functions that it is given, whatever they compute"""
    height, pull, given = bowl(p, q)
    w, b, *histories = student.gradient_descent(X, y, w, b, learning_rate, height, pull, iterations)
    costs = [cost for history in histories[2:] if np.iterable(history) for cost in history]
    # A 0 is what np.zeros left: that such a history is too long is asked elsewhere.
    own = [cost for cost in costs if np.any(cost) and not is_given(cost, given)]
    return w, b, own or "all costs are those of cost_function"


@exercise.check(points=0.5, needs="gradient_descent_result", relative=0, absolute=0, examples=20)
def gradient_descent_kept(student, X, y, w, b, learning_rate, iterations):
    """gradient_descent leaves X, y and the w that it is given as they were"""
    student.gradient_descent(X, y, w, b, learning_rate, squares, slopes, iterations)
    return X, y, w


@exercise.check(points=1, examples=48)
def polynomial_features_values(student, x, degree):
    """polynomial_features has the columns x, x², … up to the degree"""
    return student.polynomial_features(x, degree)


@exercise.check(points=1, relative=1e-4, absolute=1e-4, examples=50)
def normal_equation_values(student, X, y):
    """normal_equation gives the weights and the bias of least cost"""
    return student.normal_equation(X, y)
