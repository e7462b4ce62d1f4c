"""What exercise 6 asks: data that is split, scaled, encoded, batched and cross-validated.

Nothing that is asked depends on what the generator draws: rows are put back into the order of their
labels before they are compared, and of orders it is asked which are alike.
"""

import numpy as np

from grader.authoring import Exercise

exercise = Exercise("ex6", title="Preparing data", module="data", framework="numpy")

FEW = 40
"""Examples where the numbers hardly matter."""


def whole(n, rows, labels):
    """Whether all of n rows are there with their labels, in words; then both in the labels' order.

    The label of a row is 3 times its first number.
    """
    first = np.reshape(rows, (len(rows), -1))[:, 0]
    if len(set(first)) < len(first):
        words = "some rows are there more than once"
    elif len(first) < n:
        words = f"{n - len(first)} of {n} rows are missing"
    elif not np.array_equal(labels, 3 * first):
        words = "rows have labels of other rows"
    else:
        words = "each row once, with its own label"
    order = np.argsort(labels)
    return words, rows[order], labels[order]


def partition(n, folds):
    """Whether the folds divide n indices, in words; then their lengths and all that is in them."""
    lengths = np.sort([np.size(fold[-1]) for fold in folds])
    validation = np.sort(np.hstack([fold[-1] for fold in folds]))
    both = [np.sort(np.hstack(fold)) for fold in folds]
    if len(set(validation)) < len(validation):
        words = "some indices are in several validation sets"
    elif len(validation) < n:
        words = f"{n - len(validation)} of {n} indices are in no validation set"
    elif any(not np.array_equal(indices, np.arange(n)) for indices in both):
        words = "training and validation together are not the indices, each once"
    elif lengths[-1] - lengths[0] > 1:
        words = "the lengths differ by more than 1"
    else:
        words = "each index in one validation set, and in all other training sets"
    return words, lengths, validation, both


def together(parts):
    """What is in the same part, whatever the order of the parts and the order inside of each."""
    return np.hstack(sorted(np.sort(np.ravel(part)).tolist() for part in parts))


def origin(given, first, again, other):
    """Where an order comes from, in words; then of the orders, which is the first that is alike.

    `first` and `again` are of one seed, `other` is of another one.
    """
    orders = [list(order) for order in (given, given[::-1], first, again, other)]
    alike = np.array([orders.index(order) for order in orders])
    if alike[2] == 0:
        words = "the order in which they came"
    elif alike[3] != alike[2]:
        words = "another order from the same seed"
    elif alike[4] == alike[2]:
        words = "the same order from another seed"
    else:
        words = "an order of its own from each seed"
    return words, alike


@exercise.check(points=0.5, examples=FEW)
def shuffle_split_sizes(student, X, y, fraction, seed):
    """shuffle_split has int(fraction * N) samples for validation, after all others for training"""
    parts = student.shuffle_split(X, y, fraction, np.random.default_rng(seed))
    if parts is None:
        return None
    parts = list(parts)
    if len(parts) != 4:
        return [type(part).__name__ for part in parts]
    return [np.shape(part) for part in parts]


@exercise.check(points=1.5, needs="shuffle_split_sizes", examples=FEW)
def shuffle_split_pairs(student, X, y, fraction, seed):
    """shuffle_split puts each row into one of the parts, with its own label"""
    rng = np.random.default_rng(seed)
    X_train, y_train, X_val, y_val = student.shuffle_split(X, y, fraction, rng)
    return whole(len(y), np.concatenate([X_train, X_val]), np.concatenate([y_train, y_val]))


@exercise.check(points=1, of="shuffle_split", needs="shuffle_split_pairs", examples=20)
def shuffle_split_rng(student, X, y, fraction, seed):
    """shuffle_split shuffles, and takes all that is random from rng"""

    def order(seed):
        rng = np.random.default_rng(seed)
        _, y_train, _, y_val = student.shuffle_split(X.copy(), y.copy(), fraction, rng)
        return [*np.sort(y_train), *np.sort(y_val)]

    return origin(list(y), order(seed), order(seed), order(seed + 1))


@exercise.check(points=1.5)
def standardise_values(student, X_train, X_test):
    """standardise scales both sets by the mean and the deviation of the training set's columns"""
    return student.standardise(X_train, X_test)


@exercise.check(points=0.5, needs="standardise_values", examples=FEW)
def standardise_constant(student, X_train, X_test):
    """standardise divides a column that is constant in the training set by 1"""
    return student.standardise(X_train, X_test)


@exercise.check(points=0.5, needs="standardise_values", relative=0, absolute=0, examples=FEW)
def standardise_kept(student, X_train, X_test):
    """standardise leaves both sets as they were"""
    student.standardise(X_train, X_test)
    return X_train, X_test


@exercise.check(points=1)
def one_hot_values(student, labels, classes):
    """one_hot gives a row of C numbers for each label: 1 at the label, 0 elsewhere"""
    return student.one_hot(labels, classes)


@exercise.check(points=1, of="mini_batches", examples=FEW)
def mini_batches_cover(student, X, y, batch_size, seed):
    """mini_batches has each row once, with its own label, in an order that rng gives"""

    def batches(seed):
        rng = np.random.default_rng(seed)
        return student.mini_batches(X.copy(), y.copy(), batch_size, rng)

    def order(batches):
        return together([y_batch for _, y_batch in batches])

    first = batches(seed)
    if first is None:
        return None
    first = list(first)
    rows = np.concatenate([X_batch for X_batch, _ in first])
    labels = np.concatenate([y_batch for _, y_batch in first])
    orders = order(first), order(batches(seed)), order(batches(seed + 1))
    return *whole(len(y), rows, labels), *origin(list(y), *orders)


@exercise.check(points=0.5, needs="mini_batches_cover", examples=FEW)
def mini_batches_sizes(student, X, y, batch_size, seed):
    """mini_batches makes batches of batch_size, but for the last, which may be shorter"""
    batches = student.mini_batches(X, y, batch_size, np.random.default_rng(seed))
    return [(np.shape(X_batch), np.shape(y_batch)) for X_batch, y_batch in batches]


@exercise.check(points=1, of="k_folds", examples=60)
def k_folds_partition(student, n, k, seed):
    """k_folds has each index in one validation set and in all other training sets, shuffled"""

    def folds(seed):
        return student.k_folds(n, k, np.random.default_rng(seed))

    def order(folds):
        parts = [tuple(fold)[-1] for fold in folds]
        return together(parts) if k < n else np.hstack(parts)

    first = folds(seed)
    if first is None:
        return None
    first = [tuple(fold) for fold in first]
    orders = order(first), order(folds(seed)), order(folds(seed + 1))
    return *partition(n, first), *origin(list(range(n)), *orders)


def ridge(X, y):
    """A model to fit: weights that are kept small, and the mean of y."""
    squares = X.T @ X + 0.5 * np.eye(X.shape[1])
    return np.linalg.solve(squares, X.T @ (y - y.mean())), y.mean()


def negative_error(model, X, y):
    """Its score: minus the mean squared error."""
    weights, bias = model
    return -np.mean((X @ weights + bias - y) ** 2)


@exercise.check(points=1)
def cross_validate_value(student, X, y, folds):
    """cross_validate is the mean over the folds of the score on the part that was left out"""
    return student.cross_validate(X, y, folds, ridge, negative_error)
