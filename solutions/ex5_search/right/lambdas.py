import numpy as np

around = lambda v, delta: (v, v - delta, v + delta)
best_neighbour = lambda loss, w, b, delta: min(
    ((p, q) for p in around(w, delta) for q in around(b, delta)), key=lambda point: loss(point[0], point[1])
)


def local_search(loss, w, b, delta, max_steps, trace=None):
    trace = [(w, b)]
    for _ in [None] * max_steps:
        trace += [best_neighbour(loss, *trace[-1], delta)]
        if trace[-1] == trace[-2]:
            del trace[-1]
            break
    (w, b), way = trace[-1], iter(trace)
    return w, b, list(way)


draw_sample = lambda n, batch_size, rng: [rng.integers(n).item() for _ in range(batch_size)]
J = lambda X, y, p: np.mean((X @ p[:-1] + p[-1] - y) ** 2)


def minibatch_gradient(X, y, w, b, indices, h=1e-4):
    """By central differences of the cost of the batch."""
    p = np.r_[w, b]
    rows, labels = X[indices], y[indices]
    g = [(J(rows, labels, p + h * e) - J(rows, labels, p - h * e)) / (2 * h) for e in np.eye(p.size)]
    return np.array(g[:-1]), g[-1]


def sgd(X, y, w, b, learning_rate, batches):
    if not len(batches):
        return w, b
    first, *rest = batches
    dw, db = minibatch_gradient(X, y, w, b, first)
    return sgd(X, y, w - learning_rate * dw, b - learning_rate * db, learning_rate, rest)
