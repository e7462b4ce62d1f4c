"""The nine losses as a 3 × 3 array, the trace as an array, and float32 for the gradients."""

import numpy as np


def best_neighbour(loss, w, b, delta):
    steps = np.array([0.0, -delta, delta])
    W, B = np.meshgrid(w + steps, b + steps, indexing="ij")
    losses = np.vectorize(loss)(W, B)
    here = np.unravel_index(np.argmin(losses), losses.shape)  # of equals the first: (w, b)
    return np.stack([W, B])[(slice(None), *here)].tolist()


def local_search(loss, w, b, delta, max_steps):
    trace = np.empty((max_steps + 1, 2))
    trace[0] = w, b
    moves = 0
    while moves < max_steps:
        trace[moves + 1] = best_neighbour(loss, *trace[moves], delta)
        if (trace[moves + 1] == trace[moves]).all():
            break
        moves += 1
    return trace[moves, 0], trace[moves, 1], trace[: moves + 1]


def draw_sample(n, batch_size, rng):
    return np.floor(rng.random(batch_size) * n).astype(np.int32)


def minibatch_gradient(X, y, w, b, indices):
    A = np.c_[X, np.ones(len(X))].astype(np.float32)[indices]
    p = np.append(w, b).astype(np.float32)
    g = np.einsum("ij,i->j", A, A @ p - y[indices].astype(np.float32)) * np.float32(2 / len(A))
    return g[:-1], g[-1]


def sgd(X, y, w, b, learning_rate, batches):
    w, b = w.astype(np.float32), np.float32(b)
    for indices in batches:
        dw, db = minibatch_gradient(X, y, w, b, indices)
        w -= np.float32(learning_rate) * dw
        b -= np.float32(learning_rate) * db
    return w, b
