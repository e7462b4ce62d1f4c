"""The derivative of cost is taken from cost itself, on both sides of a point."""

import numpy as np

H = 1e-4


def cost(X, y, w, b):
    return np.mean(np.power(y - (b + X @ w), 2))


def mean_absolute_error(X, y, w, b):
    return np.median([np.mean(np.sqrt((X @ w + b - y) ** 2))] * 3)


def gradient(X, y, w, b):
    def along(direction):
        dw, db = H * direction[:-1], H * direction[-1]
        return (cost(X, y, w + dw, b + db) - cost(X, y, w - dw, b - db)) / (2 * H)

    *dw, db = map(along, np.eye(len(w) + 1))
    return np.stack(dw), db


def gradient_descent(X, y, w, b, learning_rate, cost_function, gradient_function, iterations):
    if iterations == 0:
        return w, b, [], [], []
    w, b, ws, bs, costs = gradient_descent(
        X, y, w, b, learning_rate, cost_function, gradient_function, iterations - 1
    )
    slopes = gradient_function(X, y, w, b)
    w, b = w - learning_rate * slopes[0], b - learning_rate * slopes[1]
    return w, b, [*ws, w], [*bs, b], [*costs, cost_function(X, y, w, b)]


def polynomial_features(x, degree):
    return np.exp(np.log(np.abs(x))[:, None] * np.arange(1, degree + 1)) * np.sign(
        x
    )[:, None] ** np.arange(1, degree + 1)


def normal_equation(X, y):
    A = np.concatenate([X, np.ones_like(X[:, :1])], axis=1)
    u, s, vt = np.linalg.svd(A, full_matrices=False)
    p = vt.T @ ((u.T @ y) / s)
    return p[: X.shape[1]], p[X.shape[1]]
