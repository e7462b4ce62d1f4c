"""Exercise 5 in a style of its own: complex numbers, reduce, and loops."""

import numpy as np


def minibatch_gradient(X, y, w, b, indices):
    r = [sum(float(X[i, j]) * float(w[j]) for j in range(len(w))) + float(b) - float(y[i]) for i in indices]
    return np.array([2 / len(r) * sum(a * float(X[i, j]) for a, i in zip(r, indices)) for j in range(len(w))]), 2 * sum(r) / len(r)


def draw_sample(n, batch_size, rng):
    return rng.integers(n - 1, size=(batch_size,), endpoint=True) if n > 1 else np.zeros(batch_size, dtype=int)


def local_search(loss, w, b, delta, max_steps):
    trace = [(w, b)]
    for _ in range(max_steps):
        n = best_neighbour(loss, w, b, delta)
        if tuple(n) == (w, b): break
        w, b = n
        trace.append((w, b))
    return w, b, trace


from functools import reduce
def best_neighbour(loss, w, b, delta):
    z = complex(w, b)
    ring = [z + delta * complex(*s) for s in [(1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1)]]
    f = lambda c: loss(c.real, c.imag)
    r = reduce(lambda a, c: c if f(c) < f(a) else a, ring, z)
    return r.real, r.imag


def sgd(X, y, w, b, learning_rate, batches):
    for i in batches:
        gw, gb = minibatch_gradient(X, y, w, b, i)
        w = w - learning_rate * gw; b = b - learning_rate * gb
    return w, b

if __name__ == "__main__":
    print(draw_sample(3, 2, np.random.default_rng(0)))
