"""The way downhill as a generator, the powers as a recursion, the histories as iterators."""

from functools import reduce
from itertools import accumulate, islice

import numpy as np


def residuals(X, y, w, b):
    for x, target in zip(X, y, strict=True):
        yield reduce(lambda total, pair: total + pair[0] * pair[1], zip(x, w, strict=True), b) - target


def mean(numbers):
    numbers = list(numbers)
    return sum(numbers) / len(numbers)


def cost(X, y, w, b):
    return mean(r * r for r in residuals(X, y, w, b))


def mean_absolute_error(X, y, w, b):
    return mean(map(abs, residuals(X, y, w, b)))


def gradient(X, y, w, b):
    *dw, db = (2 * mean(column) for column in zip(*([*(r * x), r] for r, x in zip(residuals(X, y, w, b), X, strict=True)), strict=True))
    return np.asarray(dw), db


def downhill(X, y, w, b, rate, gradient_function):
    dw, db = gradient_function(X, y, w, b)
    w, b = w - rate * dw, b - rate * db
    yield w, b
    yield from downhill(X, y, w, b, rate, gradient_function)


def gradient_descent(X, y, w, b, learning_rate, cost_function, gradient_function, iterations):
    way = list(islice(downhill(X, y, w, b, learning_rate, gradient_function), iterations))
    w, b = way[-1]
    return w, b, (w for w, _ in way), (b for _, b in way), (cost_function(X, y, *p) for p in way)


def polynomial_features(x, degree):
    return np.transpose(list(accumulate([x] * degree, np.multiply)))


def normal_equation(X, y):
    A = np.insert(X, 0, 1, axis=1)
    q, r = np.linalg.qr(A)
    b, *w = np.linalg.solve(r, q.T @ y)
    return np.array(w), b
