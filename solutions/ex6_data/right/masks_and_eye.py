"""Boolean masks, np.eye, choice without replacement; order inside of a part is kept."""

import numpy as np


def shuffle_split(X, y, fraction, rng):
    is_val = np.zeros(len(X), dtype=bool)
    is_val[rng.choice(len(X), size=int(fraction * len(X)), replace=False)] = True
    return [X[~is_val], y[~is_val], X[is_val], y[is_val]]


def standardise(X_train, X_test):
    mean = X_train.mean(axis=0, keepdims=True)
    std = X_train.std(axis=0, keepdims=True)
    std[std == 0] = 1
    return (X_train - mean) / std, (X_test - mean) / std


def one_hot(labels, classes):
    return np.eye(classes)[labels]


def mini_batches(X, y, batch_size, rng):
    left = np.arange(len(X))
    batches = []
    while len(left):
        batch = rng.choice(left, size=min(batch_size, len(left)), replace=False)
        left = left[~np.isin(left, batch)]
        batches.append([X[batch], y[batch]])
    return batches


def k_folds(n, k, rng):
    order = rng.choice(n, n, replace=False)
    every = np.arange(n)
    folds = []
    for i in range(k):
        val = np.sort(order[i::k])
        folds.append((every[~np.isin(every, val)], val))
    return folds


def cross_validate(X, y, folds, fit, score):
    scores = np.empty(len(folds))
    for i, (train, val) in enumerate(folds):
        is_train = np.isin(np.arange(len(X)), train)
        scores[i] = score(fit(X[is_train], y[is_train]), X[val], y[val])
    return scores.mean()
