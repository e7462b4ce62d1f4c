from functools import reduce
from itertools import product

import numpy as np


def best_neighbour(loss, w, b, delta):
    return min([(w, b), *product((w - delta, w, w + delta), (b - delta, b, b + delta))], key=lambda p: loss(*p))


def local_search(loss, w, b, delta, max_steps):
    trace = reduce(lambda way, _: way if (p := best_neighbour(loss, *way[-1], delta)) == way[-1] else [*way, p], range(max_steps), [(w, b)])
    return *trace[-1], trace


def draw_sample(n, batch_size, rng):
    return rng.choice(n, batch_size, replace=False)


def minibatch_gradient(X, y, w, b, indices):
    return 2 * (X[indices] * (r := X[indices] @ w + b - y[indices])[:, None]).mean(0), 2 * r.mean()


def sgd(X, y, w, b, learning_rate, batches):
    return reduce(lambda p, i: tuple(v - learning_rate * d for v, d in zip(p, minibatch_gradient(X, y, *p, i))), batches, (w, b))
