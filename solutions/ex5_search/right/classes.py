"""A searcher and an optimizer as classes, behind the functions that are asked."""

from dataclasses import dataclass, field

import numpy as np


@dataclass(frozen=True)
class Point:
    w: float
    b: float

    def around(self, delta):
        for i in range(9):
            yield Point(self.w + delta * (i // 3 - 1), self.b + delta * (i % 3 - 1))

    def __iter__(self):
        return iter((self.w, self.b))


@dataclass
class Searcher:
    loss: object
    delta: float
    seen: dict = field(default_factory=dict)

    def of(self, point):
        if point not in self.seen:
            self.seen[point] = self.loss(point.w, point.b)
        return self.seen[point]

    def best(self, point):
        found = min(point.around(self.delta), key=self.of)
        return found if self.of(found) < self.of(point) else point

    def search(self, point, limit):
        way = [point]
        while len(way) - 1 < limit and (following := self.best(way[-1])) != way[-1]:
            way.append(following)
        return way


def best_neighbour(loss, w, b, delta):
    return tuple(Searcher(loss, delta).best(Point(w, b)))


def local_search(loss, w, b, delta, max_steps):
    way = Searcher(loss, delta).search(Point(w, b), max_steps)
    return (*way[-1], tuple(tuple(point) for point in way))


def draw_sample(n, batch_size, rng):
    return rng.permutation(n)[:batch_size]


class SGD:
    def __init__(self, w, b, rate):
        self.w, self.b, self.rate = w.copy(), b, rate

    @staticmethod
    def gradient(X, y, w, b):
        r = np.dot(X, w) + b - y
        return 2 / r.size * np.dot(r, X), 2 / r.size * np.sum(r)

    def step(self, X, y):
        dw, db = self.gradient(X, y, self.w, self.b)
        self.w -= self.rate * dw
        self.b -= self.rate * db


def minibatch_gradient(X, y, w, b, indices):
    return SGD.gradient(X.take(indices, axis=0), y.take(indices), w, b)


def sgd(X, y, w, b, learning_rate, batches):
    optimizer = SGD(w, b, learning_rate)
    for indices in batches:
        optimizer.step(X[indices], y[indices])
    return optimizer.w, optimizer.b
