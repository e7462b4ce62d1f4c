"""A scaler and a splitter as classes, in the style of scikit-learn."""

import numpy as np


class Scaler:
    def fit(self, X):
        X = np.array(X, dtype=np.float64)
        self.mean_ = X.sum(axis=0) / X.shape[0]
        self.var_ = ((X - self.mean_) ** 2).sum(axis=0) / X.shape[0]
        self.scale_ = np.sqrt(self.var_)
        self.scale_[self.scale_ == 0.0] = 1.0
        return self

    def transform(self, X):
        copy = np.array(X, dtype=np.float64)
        copy -= self.mean_
        copy /= self.scale_
        return copy


class KFold:
    def __init__(self, n_splits, rng):
        self.n_splits, self.rng = n_splits, rng

    def split(self, n):
        indices = np.arange(n)
        self.rng.shuffle(indices)
        sizes = np.full(self.n_splits, n // self.n_splits)
        sizes[: n % self.n_splits] += 1
        ends = np.cumsum(sizes)
        for start, end in zip(ends - sizes, ends):
            yield np.r_[indices[:start], indices[end:]], indices[start:end]


class Encoder:
    def __init__(self, classes):
        self.table = np.identity(classes, dtype=np.int8)

    def __call__(self, labels):
        return self.table.take(labels, axis=0)


class Loader:
    def __init__(self, X, y, batch_size, rng):
        self.X, self.y, self.batch_size = X, y, batch_size
        self.order = np.arange(len(X))
        rng.shuffle(self.order)

    def __len__(self):
        return int(np.ceil(len(self.X) / self.batch_size))

    def __getitem__(self, i):
        if i >= len(self):
            raise IndexError(i)
        batch = self.order[i * self.batch_size : (i + 1) * self.batch_size]
        return self.X[batch], self.y[batch]


def shuffle_split(X, y, fraction, rng):
    order = np.arange(X.shape[0])
    rng.shuffle(order)
    cut = X.shape[0] - int(fraction * X.shape[0])
    return X[order[:cut]], y[order[:cut]], X[order[cut:]], y[order[cut:]]


def standardise(X_train, X_test):
    scaler = Scaler().fit(X_train)
    return scaler.transform(X_train), scaler.transform(X_test)


def one_hot(labels, classes):
    return Encoder(classes)(labels)


def mini_batches(X, y, batch_size, rng):
    return list(Loader(X, y, batch_size, rng))


def k_folds(n, k, rng):
    return list(KFold(k, rng).split(n))


def cross_validate(X, y, folds, fit, score):
    return np.mean([score(fit(X[i], y[i]), X[j], y[j]) for i, j in folds], dtype=np.float64)
