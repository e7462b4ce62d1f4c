"""Exact fractions for the points, and indices by rejection: how many numbers are drawn is free."""

from fractions import Fraction

import numpy as np


def best_neighbour(loss, w, b, delta):
    w, b, delta = Fraction(w), Fraction(b), Fraction(delta)
    compass = {"N": (0, 1), "S": (0, -1), "E": (1, 0), "W": (-1, 0)}
    compass |= {"NE": (1, 1), "NW": (-1, 1), "SE": (1, -1), "SW": (-1, -1)}
    losses = {way: loss(float(w + delta * i), float(b + delta * j)) for way, (i, j) in compass.items()}
    way, lowest = min(losses.items(), key=lambda item: item[1])
    i, j = compass[way] if lowest < loss(float(w), float(b)) else (0, 0)
    return w + delta * i, b + delta * j


def local_search(loss, w, b, delta, max_steps):
    trace = [(Fraction(w), Fraction(b))]
    for _ in range(max_steps):
        w, b = best_neighbour(loss, *trace[-1], delta)
        if (w, b) in trace:
            break
        trace.append((w, b))
    return trace[-1][0], trace[-1][1], trace


def draw_sample(n, batch_size, rng):
    bits = max(1, (n - 1).bit_length())
    found = []
    while len(found) < batch_size:
        number = int("".join(str(bit) for bit in rng.integers(0, 2, size=bits)), 2)
        if number < n:
            found.append(number)
    return np.array(found)


def minibatch_gradient(X, y, w, b, indices):
    one_hot = np.eye(len(X))[indices]
    A = one_hot @ np.column_stack([X, np.ones(len(X))])
    p = np.concatenate([w, [b]])
    both = 2 * (A.T @ A @ p - A.T @ (one_hot @ y)) / len(indices)
    return both[: len(w)], both[len(w)]


def sgd(X, y, w, b, learning_rate, batches):
    p = np.concatenate([w, [b]])
    for indices in batches:
        p = p - learning_rate * np.hstack(minibatch_gradient(X, y, p[:-1], p[-1], indices))
    return np.split(p, [-1])[0], p[-1]
