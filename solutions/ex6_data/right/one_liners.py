import numpy as np


def shuffle_split(X, y, fraction, rng):
    i, n = rng.permutation(y.size), int(y.size * fraction)
    return X[i[n:]], y[i[n:]], X[i[:n]], y[i[:n]]


standardise = lambda a, b: [(x - a.mean(0)) / (a.std(0) + (a.std(0) == 0)) for x in (a, b)]  # noqa: E731
one_hot = lambda y, c: y[:, None] == np.arange(c)  # noqa: E731
mini_batches = lambda X, y, m, rng: [  # noqa: E731
    (X[i], y[i]) for i in np.split(rng.permutation(len(y)), range(m, len(y), m))
]
k_folds = lambda n, k, rng: [  # noqa: E731
    (np.delete(np.arange(n), v), v) for v in np.array_split(rng.permutation(n), k)
]
cross_validate = lambda X, y, folds, fit, score: sum(  # noqa: E731
    score(fit(X[t], y[t]), X[v], y[v]) / len(folds) for t, v in folds
)
