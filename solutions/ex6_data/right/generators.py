"""Generators in the place of lists, argsort of random numbers, itertools and statistics."""

from itertools import chain
from statistics import fmean

import numpy as np


def shuffle_split(X, y, fraction, rng):
    order = np.argsort(rng.random(len(y)))
    parts = np.split(order, [len(y) - int(len(y) * fraction)])
    return tuple(chain.from_iterable((X[part], y[part]) for part in parts))


def standardise(X_train, X_test):
    mean, std = np.mean(X_train, 0), np.std(X_train, 0)
    scale = np.reciprocal(std, where=std != 0, out=np.ones_like(std))
    return [(X - mean) * scale for X in (X_train, X_test)]


def one_hot(labels, classes):
    return np.vstack([np.bincount([label], minlength=classes) for label in labels])


def mini_batches(X, y, batch_size, rng):
    order = np.argsort(rng.standard_normal(len(X)))
    for start in range(0, len(order), batch_size):
        batch = order[start : start + batch_size]
        yield X[batch], y[batch]


def k_folds(n, k, rng):
    fold_of = rng.permutation(np.arange(n) % k)
    for fold in range(k):
        yield np.flatnonzero(fold_of != fold), np.flatnonzero(fold_of == fold)


def cross_validate(X, y, folds, fit, score):
    return fmean(float(score(fit(X[t], y[t]), X[v], y[v])) for t, v in folds)
