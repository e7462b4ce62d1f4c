"""Plain Python: one loss after the other, and sums by hand."""

import numpy as np


def best_neighbour(loss, w, b, delta):
    best_w = w
    best_b = b
    best_loss = loss(w, b)
    moves = [
        [delta, 0],
        [-delta, 0],
        [0, delta],
        [0, -delta],
        [delta, delta],
        [delta, -delta],
        [-delta, delta],
        [-delta, -delta],
    ]
    for move in moves:
        new_loss = loss(w + move[0], b + move[1])
        if new_loss < best_loss:
            best_loss = new_loss
            best_w = w + move[0]
            best_b = b + move[1]
    return [best_w, best_b]


def local_search(loss, w, b, delta, max_steps):
    trace = []
    trace.append([w, b])
    moves = 0
    while True:
        if moves == max_steps:
            break
        new_w, new_b = best_neighbour(loss, w, b, delta)
        if new_w == w and new_b == b:
            break
        w = new_w
        b = new_b
        moves += 1
        trace.append([w, b])
    return [w, b, trace]


def draw_sample(n, batch_size, rng):
    indices = []
    for _ in range(batch_size):
        indices.append(int(rng.integers(0, n)))
    return indices


def minibatch_gradient(X, y, w, b, indices):
    dw = [0.0 for _ in w]
    db = 0.0
    for i in indices:
        r = b - y[i]
        for j in range(len(w)):
            r += X[i, j] * w[j]
        for j in range(len(w)):
            dw[j] += 2 * r * X[i, j]
        db += 2 * r
    return np.array(dw) / len(indices), db / len(indices)


def sgd(X, y, w, b, learning_rate, batches):
    for t in range(len(batches)):
        dw, db = minibatch_gradient(X, y, w, b, batches[t])
        w = np.array([w[j] - learning_rate * dw[j] for j in range(len(w))])
        b = b - learning_rate * db
    return w, b
