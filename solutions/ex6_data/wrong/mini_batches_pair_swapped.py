"""The labels come first in your pairs. Which order is asked?

(X_batch, y_batch): the samples first.
"""


def mini_batches(X, y, batch_size, rng):
    o = rng.permutation(len(y))
    return [
        (y[o[i : i + batch_size]], X[o[i : i + batch_size]]) for i in range(0, len(y), batch_size)
    ]
