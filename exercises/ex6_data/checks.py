"""What exercise 6 asks: data that is split, scaled, encoded, batched and cross-validated.

Nothing that is asked depends on what the generator draws: rows are put back into the order of their
labels before they are compared, and of orders it is asked which are alike.
"""

import numpy as np

from grader.authoring import Asks, Exercise

exercise = Exercise("ex6", title="Preparing data", module="data", framework="numpy")

FEW = 40
"""Examples where the numbers hardly matter."""


def whole(n, rows, labels):
    """Whether all of n rows are there with their labels, in words; then both in the labels' order.

    The label of a row is 3 times its first number, and each further number is larger.
    """
    numbers = np.reshape(rows, (len(rows), -1))
    first = numbers[:, 0]
    if (np.diff(numbers, axis=1) < 0).any():
        words = "the numbers inside of rows have changed places"
    elif len(set(first)) < len(first):
        words = "some rows are there more than once"
    elif len(first) < n:
        words = f"{n - len(first)} of {n} rows are missing"
    elif not np.array_equal(labels, 3 * first):
        words = "rows have labels of other rows"
    else:
        words = "each row once, with its own label"
    order = np.argsort(labels)
    return words, rows[order], labels[order]


def kept(X, y):
    """Whether rows and labels still stand in their order, in words; then both."""
    given = {"X": X[:, :1], "y": y[:, None]}
    moved = [name for name, column in given.items() if (np.diff(column, axis=0) < 0).any()]
    words = f"{' and '.join(moved)} in another order" if moved else "X and y as they were"
    return words, X, y


def flat(values):
    """The numbers in lists, also in lists of lists, from the smallest on."""
    if isinstance(values, (list, tuple, set)):
        return np.sort(np.concatenate([flat(value) for value in values] or [[]]))
    return np.sort(np.ravel(values))


def odd_batches(batches, X):
    """What is wrong with the form of batches, in words; nothing where they are pairs as asked."""
    for batch in batches:
        if not isinstance(batch, (list, tuple)) or len(batch) != 2:
            return "an element of the list is no pair (X_batch, y_batch)"
        rows, labels = map(np.asarray, batch)
        if rows.ndim == 1 and labels.ndim == X.ndim:
            return "y_batch stands before X_batch in the pairs"
        if labels.ndim != 1 or (labels.size and rows.shape != (len(labels), *X.shape[1:])):
            return f"a pair has the shapes {rows.shape} and {labels.shape}"
    return "" if batches else "there is no batch"


def odd_folds(folds):
    """What is wrong with the form of folds, in words; nothing where they are pairs as asked."""
    for fold in folds:
        if not isinstance(fold, (list, tuple)) or len(fold) != 2:
            return "an element of the list is no pair (train, validation)"
        for name, part in zip(("train", "validation"), fold, strict=True):
            if isinstance(part, (list, tuple)) and any(np.ndim(index) for index in part):
                return f"{name} is a list of arrays, expected one array"
            if np.ndim(part) != 1:
                return f"{name} is no array of indices"
            if np.asarray(part).dtype == bool:
                return f"{name} is a mask of booleans, expected indices"
    return "" if folds else "there is no fold"


def partition(n, folds):
    """Whether the folds divide n indices, in words; then their lengths and all that is in them."""
    lengths = np.sort([len(part) for _, part in folds])
    validation = np.sort(np.hstack([part for _, part in folds]))
    both = [np.sort(np.hstack(fold)) for fold in folds]
    if len(set(validation)) < len(validation):
        words = "some indices are in several validation sets"
    elif len(validation) < n:
        words = f"{n - len(validation)} of {n} indices are in no validation set"
    elif any(np.isin(train, part).any() for train, part in folds):
        words = "training sets have indices of their own validation set"
    elif any(not np.array_equal(indices, np.arange(n)) for indices in both):
        words = "training and validation together are not the indices, each once"
    elif lengths[-1] - lengths[0] > 1:
        words = "the lengths differ by more than 1"
    else:
        words = "each index in one validation set, and in all other training sets"
    return words, lengths, validation, both


def together(parts):
    """What is in the same part, whatever the order of the parts and the order inside of each."""
    return np.hstack(sorted(np.sort(part).tolist() for part in parts))


def are_runs(n, parts):
    """Whether each part has neighbours only; the last of n indices and the first are some, too."""
    gaps = [np.diff(np.sort(part), append=np.min(part) + n) for part in parts if len(part)]
    return all(np.sum(gap != 1) <= 1 for gap in gaps)


def origin(n, first, again, other, order=together):
    """Where parts of n indices come from, in words; then which are alike, and if they are runs.

    `first` and `again` are of one seed, `other` is of another one.
    """
    orders = [range(n), range(n)[::-1], order(first), order(again), order(other)]
    orders = [list(each) for each in orders]
    alike = [orders.index(each) for each in orders]
    runs = len(first) < n and are_runs(n, first) and are_runs(n, other)
    if list(np.hstack(first)) == orders[0]:
        words = "the order in which they came"
    elif alike[3] != alike[2]:
        words = "another order from the same seed"
    elif alike[4] == alike[2] > 1:
        words = "the same order from another seed"
    elif runs:
        words = "those that were neighbours stay together"
    else:
        words = "an order of its own from each seed"
    return words, np.array([*alike, runs])


@exercise.check(
    points=0.5,
    asks=Asks.SHAPE,
    examples=FEW,
    hints=(
        "Print the shapes of your four results, in their order. How many samples of the example "
        "belong to validation, and how many are left for training?",
        "Of 13 samples and a fraction of 0.2, `int(0.2 * 13)` = 2 are for validation, and the "
        "other 11 for training. The order is X_train, y_train, X_val, y_val. A row keeps all its "
        "axes: cut along the first axis alone.",
    ),
)
def shuffle_split_sizes(student, X, y, fraction, seed):
    """shuffle_split has int(fraction * N) samples for validation, after all others for training"""
    parts = student.shuffle_split(X, y, fraction, np.random.default_rng(seed))
    if not isinstance(parts, (list, tuple)) or len(parts) != 4:
        return parts
    return [np.asarray(part) for part in parts]


@exercise.check(
    points=1,
    needs="shuffle_split_sizes",
    examples=FEW,
    hints=(
        "Call your function with rows that you can tell apart: `X = np.arange(20.0).reshape(10, "
        "2)`, `y = np.arange(10)`. Is each row in one of the two sets, once? Does y stand beside "
        "the row 2y, 2y + 1?",
        "Shuffle the indices 0 … N − 1 in place of the data, once, and cut this order at one "
        "place. Take X and y by the same piece: with the indices [2, 0], these are rows 2 and 0 "
        "and labels 2 and 0. In a permutation, each index stands once.",
    ),
)
def shuffle_split_pairs(student, X, y, fraction, seed):
    """shuffle_split puts each row into one of the parts, with its own label"""
    rng = np.random.default_rng(seed)
    X_train, y_train, X_val, y_val = student.shuffle_split(X, y, fraction, rng)
    return whole(len(y), np.concatenate([X_train, X_val]), np.concatenate([y_train, y_val]))


@exercise.check(
    points=1,
    of="shuffle_split",
    needs="shuffle_split_pairs",
    examples=20,
    hints=(
        "Split 40 samples twice with `np.random.default_rng(1)`, made anew each time, and once "
        "with `default_rng(2)`. Which labels are in y_val each time? When should they be the "
        "same, and when not?",
        "Seed 1 twice gives the same set, seed 2 another one, and none has neighbours only. Take "
        "a new order of all N indices from the `rng` that is passed in (`rng.permutation`), and "
        "nothing from `np.random`, `random` or a seed of your own. Cut that order in two.",
    ),
)
def shuffle_split_rng(student, X, y, fraction, seed):
    """shuffle_split shuffles, and takes all that is random from rng"""

    def parts(seed):
        rng = np.random.default_rng(seed)
        _, y_train, _, y_val = student.shuffle_split(X.copy(), y.copy(), fraction, rng)
        return [np.sort(labels) // 3 - 1 for labels in (y_train, y_val)]

    return origin(len(y), parts(seed), parts(seed), parts(seed + 1), order=np.hstack)


@exercise.check(
    points=0.25,
    needs="shuffle_split_sizes",
    examples=20,
    hints=(
        "Split 3 samples with a fraction of 0.2: `int(0.2 * 3)` is 0. How many rows has each of "
        "your four results, and how many should it have?",
        "3, 3, 0 and 0. Print what your slices are where the number is 0: `order[-0:]` is all of "
        "`order`, because −0 is 0. Counted from the front, `order[:0]` is empty and `order[0:]` "
        "is all. An empty array is a fine result.",
    ),
)
def shuffle_split_few(student, X, y, fraction, seed):
    """shuffle_split keeps all samples for training where int(fraction * N) is 0"""
    parts = student.shuffle_split(X, y, fraction, np.random.default_rng(seed))
    return [len(part) for part in parts]


@exercise.check(
    points=0.25,
    needs="shuffle_split_pairs",
    examples=20,
    hints=(
        "Print X and y before and after a call of your function. Which of your lines write into "
        "an array that the caller has, too?",
        "`rng.shuffle(X)` and `X[:] = …` change the array that was passed in. Shuffle indices in "
        "place of rows: indexing by an array of indices, as in `X[order]`, makes a new array and "
        "leaves X as it was. The same holds for y.",
    ),
)
def shuffle_split_kept(student, X, y, fraction, seed):
    """shuffle_split leaves X and y as they were"""
    student.shuffle_split(X, y, fraction, np.random.default_rng(seed))
    return kept(X, y)


@exercise.check(
    points=1.5,
    hints=(
        "Take one column of the example. Which two numbers do you subtract from it and divide it "
        "by in X_train, and which two in X_test? From which data are they computed?",
        "From this column of X_train, for both sets: its mean and its `np.std`, with `axis=0`. A "
        "column 1, 3, 8 has the mean 4 and the deviation √(26/3) ≈ 2.94, so its 1 becomes −3 / "
        "2.94 ≈ −1.02. A 4 in X_test becomes 0. X_train is returned first.",
    ),
)
def standardise_values(student, X_train, X_test):
    """standardise scales both sets by the mean and the deviation of the training set's columns"""
    return student.standardise(X_train, X_test)


@exercise.check(
    points=0.5,
    needs="standardise_values",
    relative=1e-4,
    examples=60,
    hints=(
        "Print the deviation of each column of the example's X_train. Which of them are 0? What "
        "should become of these columns, in X_train and in X_test, and what of all others?",
        "Where the deviation is 0, the mean is subtracted all the same, and then divided by 1: a "
        "column 5, 5 becomes 0, 0, and a 6 of X_test becomes 1. A deviation that is only small is "
        "used as it is. Decide for each column by itself; `np.where` can do that.",
    ),
)
def standardise_constant(student, X_train, X_test):
    """standardise divides a column that is constant in the training set by 1, and no other"""
    return student.standardise(X_train, X_test)


@exercise.check(
    points=0.5,
    needs="standardise_values",
    relative=0,
    absolute=0,
    examples=FEW,
    hints=(
        "Print X_train and X_test before and after a call of your function. Which of your lines "
        "write into an array that the caller has, too?",
        "`X -= mean` and `X[:] = …` write into the array that was passed in; `X - mean` makes a "
        "new one. Of an array of floats, `np.asarray` and a slice are no copies: they show the "
        "caller's numbers.",
    ),
)
def standardise_kept(student, X_train, X_test):
    """standardise leaves both sets as they were"""
    student.standardise(X_train, X_test)
    return X_train, X_test


@exercise.check(
    points=1,
    hints=(
        "Write down the rows of the example by hand. How many numbers has a row, where is its 1, "
        "and what stands everywhere else? Then compare them with yours, and with the shape (N, C).",
        "Of 4 classes, label 2 gives 0, 0, 1, 0: the label is the number of the column, counted "
        "from 0, and C is the argument `classes`. Begin with zeros of the shape (N, C); row i "
        "gets one 1, in column `labels[i]`.",
    ),
)
def one_hot_values(student, labels, classes):
    """one_hot gives a row of C numbers for each label: 1 at the label, 0 elsewhere"""
    return student.one_hot(labels, classes)


@exercise.check(
    points=0.75,
    of="mini_batches",
    examples=FEW,
    hints=(
        "Print all batches for rows that you can tell apart: `X = np.arange(20.0).reshape(10, "
        "2)`, `y = np.arange(10)`. Is each row there once, beside its own label? What changes "
        "with the seed?",
        "Take a new order of all indices from `rng` (`rng.permutation`), once, and cut that order "
        "into pieces. A piece gives a pair: X and y by the same indices. One seed gives one "
        "result, another seed another one, and neighbours do not stay together.",
    ),
)
def mini_batches_cover(student, X, y, batch_size, seed):
    """mini_batches has each row once, with its own label, in batches that rng puts together"""

    def batches(seed):
        rng = np.random.default_rng(seed)
        return student.mini_batches(X.copy(), y.copy(), batch_size, rng)

    def parts(batches):
        return [np.asarray(y_batch) // 3 - 1 for _, y_batch in batches]

    first = batches(seed)
    if first is None:
        return None
    first = list(first)
    if words := odd_batches(first, X):
        return words, "", flat(first), [], len(first)
    rows = np.concatenate([X_batch for X_batch, y_batch in first if len(y_batch)])
    labels = np.concatenate([y_batch for _, y_batch in first])
    orders = parts(first), parts(batches(seed)), parts(batches(seed + 1))
    are_there, rows, labels = whole(len(y), rows, labels)
    order, alike = origin(len(y), *orders)
    return are_there, order, rows, alike, labels


@exercise.check(
    points=0.5,
    asks=Asks.SHAPE,
    needs="mini_batches_cover",
    examples=FEW,
    hints=(
        "Print how long your batches are for 7 samples and a batch_size of 3, then for 6 and 3, "
        "then for 2 and 5. How long should they be?",
        "3, 3, 1; then 3, 3; then 2. Begin a batch at every batch_size-th place before N: `range` "
        "with a step gives these places. A slice that goes beyond the end stops there by itself. "
        "So the last batch may be short, and none is empty.",
    ),
)
def mini_batches_sizes(student, X, y, batch_size, seed):
    """mini_batches makes batches of batch_size, but for the last, which may be shorter"""
    batches = student.mini_batches(X, y, batch_size, np.random.default_rng(seed))
    return [[np.asarray(half) for half in batch] for batch in batches]


@exercise.check(
    points=0.25,
    needs="mini_batches_cover",
    examples=20,
    hints=(
        "Print X and y before and after a call of your function. Which of your lines write into "
        "an array that the caller has, too?",
        "`rng.shuffle(X)` and `X[:] = …` change the array that was passed in. Shuffle indices in "
        "place of rows: indexing by an array of indices, as in `X[order]`, makes a new array and "
        "leaves X as it was. The same holds for y.",
    ),
)
def mini_batches_kept(student, X, y, batch_size, seed):
    """mini_batches leaves X and y as they were"""
    list(student.mini_batches(X, y, batch_size, np.random.default_rng(seed)))
    return kept(X, y)


@exercise.check(
    points=1,
    of="k_folds",
    examples=60,
    hints=(
        "Print the folds for n = 10 and k = 3, with two seeds. Is each index in one validation "
        "set, and in the training sets of all other folds? How long are the parts, and what "
        "changes with the seed?",
        "Take a new order of 0 … n − 1 from `rng`, once, and cut it into k parts, here of 4, 3 "
        "and 3 indices; `np.array_split` divides like that. Part i is the validation set of fold "
        "i, all other parts, joined, its training set. Return pairs (train, validation).",
    ),
)
def k_folds_partition(student, n, k, seed):
    """k_folds has each index in one validation set and in all other training sets, shuffled"""

    def folds(seed):
        return student.k_folds(n, k, np.random.default_rng(seed))

    def parts(folds):
        return [np.asarray(validation) for _, validation in folds]

    first = folds(seed)
    if first is None:
        return None
    first = list(first)
    if words := odd_folds(first):
        return words, "", flat(first), [], len(first), []
    orders = parts(first), parts(folds(seed)), parts(folds(seed + 1))
    divided, lengths, validation, both = partition(n, first)
    order, alike = origin(n, *orders, order=together if k < n else np.hstack)
    return divided, order, lengths, alike, validation, both


def ridge(X, y):
    """A model to fit: weights that are kept small, and the mean of y."""
    squares = X.T @ X + 0.5 * np.eye(X.shape[1])
    return np.linalg.solve(squares, X.T @ (y - y.mean())), y.mean()


def negative_error(model, X, y):
    """Its score: minus the mean squared error."""
    weights, bias = model
    return -np.mean((X @ weights + bias - y) ** 2)


@exercise.check(
    points=1,
    hints=(
        "Take the first fold of the example. Which rows may its model be fitted to, and on which "
        "rows is its score asked? What is done with the scores of all folds?",
        "For each (train, validation): `fit` gets X and y by the indices of train, and `score` "
        "gets this model, with X and y by those of validation. Keep the score of each fold. At "
        "the end comes their plain mean: the scores −25 and −26 give −25.5.",
    ),
)
def cross_validate_value(student, X, y, folds):
    """cross_validate is the mean over the folds of the score on the part that was left out"""
    return student.cross_validate(X, y, folds, ridge, negative_error)
