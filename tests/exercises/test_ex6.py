"""Exercise 6, with files that are not in the course's folders."""

import pytest
from conftest import ROOT, result
from support.words import said

from grader.course import Course, read_key
from grader.judge.grading import judge
from grader.judge.submission import Submission
from grader.report import Verdict
from grader.wire.messages import Unit

LESSON = Course(ROOT).lesson("ex6")
IMPORTS = "import random\nimport numpy as np\n"
PARAMETERS = {
    "shuffle_split": "X, y, fraction, rng",
    "standardise": "X_train, X_test",
    "one_hot": "labels, classes",
    "mini_batches": "X, y, batch_size, rng",
    "k_folds": "n, k, rng",
    "cross_validate": "X, y, folds, fit, score",
}

RIGHT = {
    "lists of rows": (
        "mini_batches",
        "i = rng.permutation(len(y)); b = batch_size\n    return [(X[i[a:a + b]].tolist(), "
        "y[i[a:a + b]].tolist()) for a in range(0, len(y), b)]",
    ),
    "copies in place": (
        "shuffle_split",
        "X, y = X.copy(), y.copy(); state = rng.bit_generator.state; rng.shuffle(X)\n"
        "    rng.bit_generator.state = state; rng.shuffle(y)\n"
        "    m = int(len(X) * fraction)\n    return X[m:], y[m:], X[:m], y[:m]",
    ),
    "a sorted choice": (
        "shuffle_split",
        "v = np.sort(rng.choice(len(y), int(fraction * len(y)), replace=False))\n"
        "    return np.delete(X, v, 0), np.delete(y, v), X[v], y[v]",
    ),
    "a seed that is drawn": (
        "shuffle_split",
        "r = random.Random(int(rng.integers(2**32))); i = list(range(len(y))); r.shuffle(i)\n"
        "    m = int(len(X) * fraction)\n"
        "    return X[i[m:]], list(y[i[m:]]), X[i[:m]], tuple(y[i[:m]])",
    ),
    "a tiny epsilon": (
        "standardise",
        "m, s = X_train.mean(0), X_train.std(0)\n    s = np.where(s < 1e-12, 1, s + 1e-9)\n"
        "    return (X_train - m) / s, (X_test - m) / s",
    ),
    "by the squares": (
        "standardise",
        "n = len(X_train); m = X_train.sum(0) / n\n"
        "    s = np.maximum((X_train * X_train).sum(0) / n - m * m, 0) ** 0.5\n"
        "    s[s == 0] = 1\n    return (X_train - m) / s, (X_test - m) / s",
    ),
    "a comparison": ("one_hot", "return np.equal.outer(labels, np.arange(classes))"),
    "a generator": (
        "mini_batches",
        "i = rng.permutation(len(y))\n    while len(i):\n"
        "        yield [X[i[:batch_size]], y[i[:batch_size]]]\n        i = i[batch_size:]",
    ),
    "sorted batches": (
        "mini_batches",
        "i = rng.permutation(len(y))\n"
        "    parts = [np.sort(i[j:j + batch_size]) for j in range(0, len(y), batch_size)]\n"
        "    return tuple((X[p], y[p]) for p in parts)",
    ),
    "sorted folds": (
        "k_folds",
        "i = rng.permutation(n)\n"
        "    for p in range(k):\n"
        "        yield np.sort(i[np.arange(n) % k != p]), sorted(i[np.arange(n) % k == p])",
    ),
    "lists of indices": (
        "k_folds",
        "i = rng.permutation(n).tolist()\n"
        "    return [[sum((i[q::k] for q in range(k) if q != p), []), i[p::k]] for p in range(k)]",
    ),
    "the complement": (
        "cross_validate",
        "s = []\n    for _, v in folds:\n        t = np.setdiff1d(np.arange(len(y)), v)\n"
        "        s.append(score(fit(X[t], y[t]), X[v], y[v]))\n    return float(np.mean(s))",
    ),
}

HINTS = {
    "the part that is left out is fitted": (
        "cross_validate_value",
        "return np.mean([score(fit(X[f[1]], y[f[1]]), X[f[1]], y[f[1]]) for f in folds])",
        "so its score says nothing",
    ),
    "apart": (
        "shuffle_split_pairs",
        "a, b = rng.permutation(X), rng.permutation(y)\n    m = int(len(X) * fraction)\n"
        "    return a[m:], b[m:], a[:m], b[:m]",
        "one permutation",
    ),
    "as it comes": (
        "shuffle_split_rng",
        "m = len(X) - int(len(X) * fraction)\n    return X[:m], y[:m], X[m:], y[m:]",
        "still in the order",
    ),
    "the first ones": (
        "shuffle_split_rng",
        "m = int(len(X) * fraction)\n    return X[m:], y[m:], X[:m], y[:m]",
        "picked by a fixed rule",
    ),
    "a validation set that is always the same": (
        "shuffle_split_rng",
        "m = int(fraction * len(X)); i = np.arange(m, len(X)); rng.shuffle(i)\n"
        "    return X[i], y[i], X[:m], y[:m]",
        "picked by a fixed rule",
    ),
    "batches that are shuffled whole": (
        "mini_batches_cover",
        "p = [np.arange(len(y))[j:j + batch_size] for j in range(0, len(y), batch_size)]\n"
        "    return [(X[p[j]], y[p[j]]) for j in rng.permutation(len(p))]",
        "neighbours stay together",
    ),
    "batches that are shuffled inside": (
        "mini_batches_cover",
        "p = [np.arange(len(y))[j:j + batch_size] for j in range(0, len(y), batch_size)]\n"
        "    [rng.shuffle(i) for i in p]\n    return [(X[i], y[i]) for i in p]",
        "neighbours stay together",
    ),
    "folds that begin somewhere": (
        "k_folds_partition",
        "i = (np.arange(n) - rng.integers(n)) % n\n"
        "    return [(np.setdiff1d(i, v), v) for v in np.array_split(i, k)]",
        "neighbours stay together",
    ),
    "a block that begins somewhere": (
        "shuffle_split_rng",
        "i = (np.arange(len(y)) - rng.integers(len(y))) % len(y); m = int(len(X) * fraction)\n"
        "    return X[i[m:]], y[i[m:]], X[i[:m]], y[i[:m]]",
        "neighbours only",
    ),
    "the last -0": (
        "shuffle_split_few",
        "i = rng.permutation(len(y)); m = int(len(X) * fraction)\n"
        "    return X[i][:-m], y[i][:-m], X[i][-m:], y[i][-m:]",
        "`order[-0:]`",
    ),
    "a small deviation": (
        "standardise_constant",
        "m, s = X_train.mean(0), X_train.std(0); s[np.isclose(s, 0, atol=1e-3)] = 1\n"
        "    return (X_train - m) / s, (X_test - m) / s",
        "Is a small deviation none?",
    ),
    "one row for all": (
        "one_hot_values",
        "r, a = [0] * classes, []\n    for i in labels: r[i] = 1; a.append(r)\n"
        "    return np.array(a)",
        "one row is made before the loop",
    ),
    "samples lose their axes": (
        "shuffle_split_sizes",
        "i = rng.permutation(len(y)); m = int(len(X) * fraction); A = X.reshape(len(y), -1)[i]\n"
        "    return A[m:], y[i[m:]], A[:m], y[i[:m]]",
        "lost their axes",
    ),
    "the last whole batch": (
        "mini_batches_cover",
        "i = rng.permutation(len(y)); out, j = [], 0\n    while j + batch_size < len(y):\n"
        "        out += [(X[i[j:j + batch_size]], y[i[j:j + batch_size]])]; j += batch_size\n"
        "    return out",
        "also where batch_size divides N",
    ),
    "the global generator": (
        "shuffle_split_rng",
        "i = np.random.permutation(len(y)); m = int(len(X) * fraction)\n"
        "    return X[i[m:]], y[i[m:]], X[i[:m]], y[i[:m]]",
        "Not all of them come from rng",
    ),
    "a fresh generator": (
        "k_folds_partition",
        "p = np.array_split(np.random.default_rng().permutation(n), k)\n"
        "    return [(np.setdiff1d(np.arange(n), v), v) for v in p]",
        "Not all of them come from rng",
    ),
    "a seed of one's own": (
        "mini_batches_cover",
        "i = np.random.default_rng(7).permutation(len(y))\n"
        "    return [(X[i[j:j + batch_size]], y[i[j:j + batch_size]])\n"
        "            for j in range(0, len(y), batch_size)]",
        "Either a seed stands in it",
    ),
    "by itself": (
        "standardise_values",
        "return [(X - X.mean(0)) / X.std(0) for X in (X_train, X_test)]",
        "from X_train",
    ),
    "zero by zero": (
        "standardise_constant",
        "m, s = X_train.mean(0), X_train.std(0)\n    return (X_train - m) / s, (X_test - m) / s",
        "0 / 0 is NaN",
    ),
    "rows": (
        "one_hot_values",
        "o = np.zeros((len(labels), classes)); o[labels] = 1\n    return o",
        "the labels as the columns",
    ),
    "as many as there are": (
        "one_hot_values",
        "o = np.zeros((len(labels), max(labels) + 1))\n    o[range(len(labels)), labels] = 1\n"
        "    return o",
        "The number of classes is the argument",
    ),
    "the rest is lost": (
        "mini_batches_cover",
        "i = rng.permutation(len(y)); b = batch_size\n"
        "    return [(X[i[j * b:j * b + b]], y[i[j * b:j * b + b]]) for j in range(len(y) // b)]",
        "the whole ones only",
    ),
    "an empty one": (
        "mini_batches_sizes",
        "i = rng.permutation(len(y)); b = batch_size\n"
        "    return [(X[i[j * b:j * b + b]], y[i[j * b:j * b + b]])\n"
        "            for j in range(len(y) // b + 1)]",
        "one batch too many",
    ),
    "n // k": (
        "k_folds_partition",
        "i = rng.permutation(n); m = n // k\n"
        "    return [(np.r_[i[:j * m], i[j * m + m:]], i[j * m:j * m + m]) for j in range(k)]",
        "n % k",
    ),
    "the last of them": (
        "cross_validate_value",
        "for t, v in folds:\n        s = score(fit(X[t], y[t]), X[v], y[v])\n    return s",
        "overwrites",
    ),
    "the model of all": (
        "cross_validate_value",
        "m = fit(X, y)\n    return sum(score(m, X[v], y[v]) for t, v in folds) / len(folds)",
        "Fit a new model in each round",
    ),
}

SAID = {
    "no return": ("k_folds_partition", "rng.permutation(n)", "is a `return` missing?"),
    "none of the batches": ("mini_batches_cover", "X = X.copy()", "is a `return` missing?"),
    "two pairs": (
        "shuffle_split_sizes",
        "return (X, y), (X, y)",
        "returned a tuple of 2, expected 4 values",
    ),
    "the samples flattened": (
        "shuffle_split_sizes",
        "m = int(len(X) * fraction); X = X.reshape(len(X), -1)\n"
        "    return X[m:], y[m:], X[:m], y[:m]",
        "the first value: the shape is (8, 2), expected (8, 1, 2, 1)",
    ),
    "columns": (
        "shuffle_split_pairs",
        "m = int(len(X) * fraction); X = X[..., ::-1]\n    return X[m:], y[m:], X[:m], y[:m]",
        "the numbers inside of rows have changed places",
    ),
    "its own arrays": (
        "shuffle_split_kept",
        "s = int(rng.integers(9**9)); m = int(len(X) * fraction)\n"
        "    for a in (X, y): np.random.default_rng(s).shuffle(a)\n"
        "    return X[m:], y[m:], X[:m], y[:m]",
        "X and y in another order",
    ),
    "its own arrays, in batches": (
        "mini_batches_kept",
        "s = int(rng.integers(9**9))\n    for a in (X, y): np.random.default_rng(s).shuffle(a)\n"
        "    j = range(0, len(y), batch_size)\n"
        "    return [(X[i:i + batch_size], y[i:i + batch_size]) for i in j]",
        "X and y in another order",
    ),
    "labels first": (
        "mini_batches_cover",
        "i = rng.choice(len(y), len(y), False); j = range(0, len(y), batch_size)\n"
        "    return [(y[i[a:a + batch_size]], X[i[a:a + batch_size]]) for a in j]",
        "y_batch stands before X_batch",
    ),
    "no pairs": (
        "mini_batches_cover",
        "return [a[j:j + batch_size] for j in range(0, len(y), batch_size) for a in (X, y)]",
        "is no pair (X_batch, y_batch)",
    ),
    "a list of parts": (
        "k_folds_partition",
        "p = np.array_split(rng.choice(n, n, False), k)\n"
        "    return [(p[:i] + p[i + 1:], p[i]) for i in range(k)]",
        "train is a list of arrays",
    ),
    "labels that are not cut": (
        "mini_batches_cover",
        "i = rng.permutation(len(y)); j = range(0, len(y), batch_size)\n"
        "    return [(X[i[a:a + batch_size]], y[i]) for a in j]",
        "a pair has the shapes (5, 2) and (17,)",
    ),
    "folds in a dict": (
        "k_folds_partition",
        "i = rng.permutation(n)\n"
        "    return {j: (np.setdiff1d(i, v), v) for j, v in enumerate(np.array_split(i, k))}",
        "is no pair (train, validation)",
    ),
    "sets of indices": (
        "k_folds_partition",
        "i = rng.permutation(n)\n    return [({*i} - {*v}, v) for v in np.array_split(i, k)]",
        "train is no array of indices",
    ),
    "deleted by value": (
        "k_folds_partition",
        "i = rng.choice(n, n, False)\n"
        "    return [(np.delete(i, v), v) for v in np.array_split(i, k)]",
        "training sets have indices of their own validation set",
    ),
    "rows of others": (
        "shuffle_split_pairs",
        "m = int(len(X) * fraction)\n    return X[m:], y[::-1][m:], X[:m], y[::-1][:m]",
        "rows have labels of other rows",
    ),
    "with replacement": (
        "mini_batches_cover",
        "return [(X[i], y[i]) for i in rng.choice(len(y), (len(y) // batch_size, batch_size))]",
        "some rows are there more than once",
    ),
}


@pytest.fixture(scope="module")
def grade(numpy_zygote):
    """Grade one function of exercise 6."""
    key = read_key(LESSON.key_path)

    def graded(function, body):
        source = f"{IMPORTS}def {function}({PARAMETERS[function]}):\n    {body}\n"
        submission = Submission("data.py", (Unit("data.py", source),))
        return judge(LESSON, key, submission, numpy_zygote, only=(function,))

    return graded


def function_of(check):
    """The function that a check asks."""
    return next(function for function in PARAMETERS if check.startswith(f"{function}_"))


@pytest.mark.parametrize("name", RIGHT)
def test_an_odd_but_right_function_passes(grade, name):
    """How many numbers are drawn, and which rows go where, is free."""
    report = grade(*RIGHT[name])
    assert [(c.name, said(c)) for c in report.checks if c.verdict is not Verdict.PASSED] == []


@pytest.mark.parametrize("name", HINTS)
def test_a_likely_mistake_is_told(grade, name):
    """Written in another way than the file of wrong/, it gets that one's hint."""
    check, body, words = HINTS[name]
    found = result(grade(function_of(check), body), check)
    assert found.verdict in (Verdict.FAILED, Verdict.ERROR)
    assert found.mistake is not None, said(found)
    assert words in " ".join(found.mistake.hints)


@pytest.mark.parametrize("name", SAID)
def test_what_is_wrong_is_said_in_words(grade, name):
    """Also where no known mistake fits: a draw of one's own has numbers of its own."""
    check, body, words = SAID[name]
    found = result(grade(function_of(check), body), check)
    assert found.verdict is Verdict.FAILED
    assert words in said(found)
