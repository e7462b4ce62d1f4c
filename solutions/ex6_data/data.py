"""Preparing data with NumPy: split it, scale it, encode it, batch it, and ask all of it in turn.

Fill in the functions below. Replace each `raise NotImplementedError(...)` by your own code, and run
`grader check ex6` as often as you like; the functions are checked one by one, so you can start
before all of them are written. The README says what each is asked to do, with formulas and small
examples. Once they are right, `python data.py` uses them to choose the degree of a polynomial.

All that is random comes from `rng`, a generator that `np.random.default_rng(seed)` makes.
"""

import numpy as np


def shuffle_split(X, y, fraction, rng):
    """Divide samples at random into a training set and a validation set.

    The validation set has int(fraction * N) samples, the training set has the others. Each row of
    X stays with its label.

    Args:
        X: array of shape (N, ...), the samples, with one axis more or several.
        y: int array of shape (N,), their labels.
        fraction: a number between 0 and 1.
        rng: an np.random.Generator.

    Returns:
        Four arrays: X_train, y_train, X_val, y_val.
    """
    # BEGIN SOLUTION
    order = rng.permutation(len(X))
    size = int(fraction * len(X))
    val, train = order[:size], order[size:]
    return X[train], y[train], X[val], y[val]
    # END SOLUTION


def standardise(X_train, X_test):
    """Shift and scale the columns of both sets by the mean and the deviation of the training set.

    A column of the training set then has mean 0 and standard deviation 1 (divided by N, not by
    N - 1). Where its deviation is 0, the column is divided by 1.

    Args:
        X_train: float or int array of shape (N, D).
        X_test: array of shape (M, D).

    Returns:
        Two float arrays: of shape (N, D) and (M, D).
    """
    # BEGIN SOLUTION
    mean, std = X_train.mean(axis=0), X_train.std(axis=0)
    std = np.where(std == 0, 1, std)
    return (X_train - mean) / std, (X_test - mean) / std
    # END SOLUTION


def one_hot(labels, classes):
    """Turn each label into a row that is 1 at the label and 0 elsewhere.

    Args:
        labels: int array of shape (N,), from 0 to classes - 1.
        classes: an int, C: how many classes there are. Not all of them need occur.

    Returns:
        Array of shape (N, C).
    """
    # BEGIN SOLUTION
    rows = np.zeros((len(labels), classes))
    rows[np.arange(len(labels)), labels] = 1
    return rows
    # END SOLUTION


def mini_batches(X, y, batch_size, rng):
    """Shuffle the samples and cut them into batches, so that each is in one batch.

    All batches have batch_size samples, but for the last, which may have fewer; none is empty.

    Args:
        X: array of shape (N, ...), the samples.
        y: int array of shape (N,), their labels.
        batch_size: an int, at least 1.
        rng: an np.random.Generator.

    Returns:
        A list of pairs (X_batch, y_batch).
    """
    # BEGIN SOLUTION
    order = rng.permutation(len(X))
    starts = range(0, len(X), batch_size)
    batches = [order[start : start + batch_size] for start in starts]
    return [(X[batch], y[batch]) for batch in batches]
    # END SOLUTION


def k_folds(n, k, rng):
    """Divide the numbers 0 ... n - 1 at random into k parts; each is the validation set once.

    The lengths of the k parts differ by 1 at most.

    Args:
        n: an int, the number of samples.
        k: an int, from 2 to n.
        rng: an np.random.Generator.

    Returns:
        A list of k pairs (train, validation) of int arrays: the indices in one of the parts are
        for validation, and all others are for training.
    """
    # BEGIN SOLUTION
    parts = np.array_split(rng.permutation(n), k)
    return [(np.concatenate(parts[:i] + parts[i + 1 :]), part) for i, part in enumerate(parts)]
    # END SOLUTION


def cross_validate(X, y, folds, fit, score):
    """Return the mean score over the folds, each asked of a model that has not seen its part.

    Args:
        X: float array of shape (N, D), the samples.
        y: float array of shape (N,), the targets.
        folds: a list of pairs (train, validation) of int arrays, as `k_folds` returns it.
        fit: a function; fit(X_train, y_train) returns a model.
        score: a function; score(model, X_val, y_val) returns a number.

    Returns:
        A scalar.
    """
    # BEGIN SOLUTION
    scores = []
    for train, val in folds:
        model = fit(X[train], y[train])
        scores.append(score(model, X[val], y[val]))
    return np.mean(scores)
    # END SOLUTION


# The rest is given: it chooses the degree of a polynomial by cross-validation.


def main():
    """Print, for each degree, the error on the data that was fitted and on data that was not."""
    rng = np.random.default_rng(2)
    x = rng.uniform(-3, 3, 40)
    y = np.sin(x) + rng.normal(0, 0.3, 40)
    x_train, y_train, x_test, y_test = shuffle_split(x, y, 0.25, rng)
    folds = k_folds(len(x_train), 5, rng)

    print("degree   training   5 folds      test")
    for degree in range(1, 11):
        powers = np.arange(1, degree + 1)
        X_train, X_test = x_train[:, None] ** powers, x_test[:, None] ** powers
        model = least_squares(X_train, y_train)
        errors = (
            squared_error(model, X_train, y_train),
            cross_validate(X_train, y_train, folds, least_squares, squared_error),
            squared_error(model, X_test, y_test),
        )
        print(f"{degree:6}", *(f"{error:10.3f}" for error in errors))
    print("The training error falls with every degree; the error over the folds does not.")


def least_squares(X, y):
    """The weights, and last the bias, that fit the data best; and the data, to scale others by."""
    scaled, _ = standardise(X, X)
    return np.linalg.lstsq(np.c_[scaled, np.ones(len(X))], y, rcond=None)[0], X


def squared_error(model, X, y):
    """The mean squared error of the model on these samples."""
    weights, X_train = model
    _, scaled = standardise(X_train, X)
    return np.mean((scaled @ weights[:-1] + weights[-1] - y) ** 2)


if __name__ == "__main__":
    main()
