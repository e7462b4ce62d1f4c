"""The search calls itself, the steps are a generator."""

import numpy as np


def neighbours(w, b, delta):
    for dw in (0, 1, -1):
        for db in (0, 1, -1):
            if (dw, db) != (0, 0):
                yield w + dw * delta, b + db * delta


def best_neighbour(loss, w, b, delta):
    found = sorted((loss(*p), p) for p in neighbours(w, b, delta))
    lowest, best = found[0]
    return best if lowest < loss(w, b) else (w, b)


def local_search(loss, w, b, delta, max_steps):
    if max_steps == 0 or best_neighbour(loss, w, b, delta) == (w, b):
        return w, b, [(w, b)]
    end_w, end_b, rest = local_search(loss, *best_neighbour(loss, w, b, delta), delta, max_steps - 1)
    return end_w, end_b, [(w, b)] + rest


def draw_sample(n, batch_size, rng):
    return [*rng.integers(low=0, high=n - 1, size=batch_size, endpoint=True)]


def minibatch_gradient(X, y, w, b, indices):
    parts = [(2 * (X[i] @ w + b - y[i]) * np.append(X[i], 1)) for i in indices]
    total = sum(parts) / len(parts)
    return total[:-1], total[-1]


def steps(X, y, w, b, rate, batches):
    yield w, b
    for indices in batches:
        dw, db = minibatch_gradient(X, y, w, b, indices)
        w, b = w - rate * dw, b - rate * db
        yield w, b


def sgd(X, y, w, b, learning_rate, batches):
    *_, end = steps(X, y, w, b, learning_rate, batches)
    return end
