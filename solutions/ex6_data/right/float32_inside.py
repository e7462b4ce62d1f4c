"""float32 and int32 wherever it can be, as somebody does who comes from a framework."""

import numpy as np


def shuffle_split(X, y, fraction, rng):
    keys = rng.random(X.shape[0], dtype=np.float32)
    order = keys.argsort(kind="stable").astype(np.int32)
    n = X.shape[0] - int(fraction * X.shape[0])
    return (
        X[order[:n]].astype(np.float32),
        y[order[:n]].astype(np.int32),
        X[order[n:]].astype(np.float32),
        y[order[n:]].astype(np.int32),
    )


def standardise(X_train, X_test):
    X_train, X_test = X_train.astype(np.float32), X_test.astype(np.float32)
    mean = X_train.mean(axis=0)
    std = X_train.std(axis=0)
    std = np.where(std > 0, std, np.float32(1))
    return (X_train - mean) / std, (X_test - mean) / std


def one_hot(labels, classes):
    result = np.zeros(len(labels) * classes, dtype=np.float32)
    result[np.arange(len(labels)) * classes + labels] = 1
    return result.reshape(-1, classes)


def mini_batches(X, y, batch_size, rng):
    order = rng.permutation(np.arange(len(X), dtype=np.int32))
    full = len(X) // batch_size
    batches = [order[i * batch_size : (i + 1) * batch_size] for i in range(full)]
    if len(X) % batch_size != 0:
        batches.append(order[full * batch_size :])
    return [(X[b].astype(np.float32), y[b].astype(np.int32)) for b in batches]


def k_folds(n, k, rng):
    order = rng.permutation(n).astype(np.int32)
    edges = np.linspace(0, n, k + 1).round().astype(int)
    folds = []
    for low, high in zip(edges[:-1], edges[1:]):
        folds.append((np.concatenate((order[:low], order[high:])), order[low:high]))
    return folds


def cross_validate(X, y, folds, fit, score):
    X, y = X.astype(np.float32), y.astype(np.float32)
    return np.float32(np.mean([score(fit(X[t], y[t]), X[v], y[v]) for t, v in folds]))
