"""Loops, lists and Python's own numbers as far as they go; a shuffle by hand."""

import numpy as np


def shuffled(n, rng):
    order = list(range(n))
    for i in range(n - 1, 0, -1):
        j = int(rng.integers(0, i + 1))
        order[i], order[j] = order[j], order[i]
    return order


def shuffle_split(X, y, fraction, rng):
    n = len(X)
    n_val = int(fraction * n)
    chosen = set(shuffled(n, rng)[:n_val])
    X_train, y_train, X_val, y_val = [], [], [], []
    for i in range(n):
        if i in chosen:
            X_val.append(X[i])
            y_val.append(y[i])
        else:
            X_train.append(X[i])
            y_train.append(y[i])
    return np.array(X_train), np.array(y_train), np.array(X_val), np.array(y_val)


def standardise(X_train, X_test):
    train, test = np.zeros(X_train.shape), np.zeros(X_test.shape)
    for j in range(X_train.shape[1]):
        column = [float(x) for x in X_train[:, j]]
        mean = sum(column) / len(column)
        variance = sum((x - mean) ** 2 for x in column) / len(column)
        std = variance**0.5 if variance > 0 else 1
        for i in range(len(X_train)):
            train[i, j] = (X_train[i, j] - mean) / std
        for i in range(len(X_test)):
            test[i, j] = (X_test[i, j] - mean) / std
    return train, test


def one_hot(labels, classes):
    return np.array([[1 if label == c else 0 for c in range(classes)] for label in labels])


def mini_batches(X, y, batch_size, rng):
    order = shuffled(len(X), rng)
    batches = []
    while order:
        batch, order = order[:batch_size], order[batch_size:]
        batches.append((np.array([X[i] for i in batch]), np.array([y[i] for i in batch])))
    return batches


def k_folds(n, k, rng):
    order = shuffled(n, rng)
    result = []
    start = 0
    for i in range(k):
        stop = start + n // k
        if i < n % k:
            stop += 1
        val = np.array(order[start:stop])
        train = np.array(order[:start] + order[stop:])
        result.append((train, val))
        start = stop
    return result


def cross_validate(X, y, folds, fit, score):
    total = 0.0
    count = 0
    for fold in folds:
        train, val = fold
        model = fit(X[train], y[train])
        total += score(model, X[val], y[val])
        count += 1
    return total / count
