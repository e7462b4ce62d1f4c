"""Exercise 1: mistakes that only some inputs show, and what is said of the likely ones."""

import pytest
from conftest import result
from support.words import said

from grader.report import Verdict

PASSED_ONCE = {
    "the maximum of the whole array": (
        "accuracy_values",
        "score = tf.reduce_sum(a * tf.one_hot(b, a.shape[1]), axis=1)\n"
        "    return np.mean(score == tf.reduce_max(a))",
    ),
    "negative scores cut off": (
        "accuracy_values",
        "return np.mean(np.argmax(tf.nn.relu(a), axis=1) == b.numpy())",
    ),
    "scores rounded": (
        "accuracy_values",
        "return np.mean(np.argmax(np.round(a, 2), axis=1) == b.numpy())",
    ),
    "scores as bytes": (
        "accuracy_values",
        "return np.mean(np.argmax(tf.cast(a * 255, tf.int32), axis=1) == b.numpy())",
    ),
    "scores in half precision": (
        "accuracy_values",
        "return np.mean(np.argmax(tf.cast(a, tf.float16), axis=1) == b.numpy())",
    ),
    "logits rounded": ("softmax_values", "return tf.nn.softmax(tf.round(a * 100) / 100)"),
    "logits clipped at 5000": (
        "softmax_stability",
        "return tf.nn.softmax(tf.clip_by_value(a, -5000, 5000))",
    ),
    "a batch of 255 at most": (
        "softmax_values",
        "return tf.concat([tf.nn.softmax(a[:255]), 0 * a[255:]], axis=0)",
    ),
    "losses of 255 at most": (
        "cross_entropy_values",
        "loss = -tf.math.log(tf.reduce_sum(a * b, axis=1))\n"
        "    return tf.concat([loss[:255], 0 * loss[255:]], axis=0)",
    ),
    "pixels rounded": ("model_values", "return affine(tf.round(a * 100) / 100, b, c)"),
    "pixels clipped": ("model_values", "return affine(tf.clip_by_value(a, 0, 1), b, c)"),
    "negative pixels cut off": ("model_values", "return affine(tf.nn.relu(a), b, c)"),
    "bright images scaled": (
        "model_values",
        "return affine(a / 255 if tf.reduce_max(a) > 1 else a, b, c)",
    ),
    "weights clipped": ("model_values", "return affine(a, tf.clip_by_value(b, -2, 2), c)"),
}

PARAMETERS = {"softmax": "a", "cross_entropy": "a, b", "model": "a, b, c", "accuracy": "a, b"}
IMPORTS = "import numpy as np\nimport tensorflow as tf\n"
AFFINE = "def affine(X, W, b):\n    return tf.nn.softmax(tf.reshape(X, (-1, W.shape[0])) @ W + b)\n"


def written(function, body):
    """A file in which the function has this body."""
    return f"{IMPORTS}{AFFINE}def {function}({PARAMETERS[function]}):\n    {body}\n"


@pytest.mark.parametrize("name", PASSED_ONCE)
def test_right_on_small_round_numbers_is_not_right(grade_ex1, name):
    """Each row has a scale of its own; numbers have all digits; there are more than 255 rows."""
    check, body = PASSED_ONCE[name]
    function = check.rsplit("_", 1)[0]
    assert result(grade_ex1(written(function, body), function), check).verdict is Verdict.FAILED


@pytest.mark.parametrize("small", ["a + 5e-6", "a + 9.8e-6", "tf.maximum(a, 9.8e-6)"])
def test_an_epsilon_below_1e_5_costs_nothing(grade_ex1, small):
    """The README says that what lies between 1e-7 and 1e-5 is not checked."""
    body = f"return -tf.reduce_sum(b * tf.math.log({small}), axis=1)"
    report = grade_ex1(written("cross_entropy", body), "cross_entropy")
    assert [(c.name, said(c)) for c in report.checks if c.verdict is not Verdict.PASSED] == []


@pytest.mark.parametrize("large", ["a + 1e-5", "tf.maximum(a, 1e-5)"])
def test_an_epsilon_of_1e_5_is_caught(grade_ex1, large):
    """And it is told as either of the two, which give nearly the same."""
    body = f"return -tf.reduce_sum(b * tf.math.log({large}), axis=1)"
    found = result(
        grade_ex1(written("cross_entropy", body), "cross_entropy"), "cross_entropy_values"
    )
    assert found.verdict is Verdict.FAILED
    assert found.mistake is not None
    assert "Either the probabilities are clipped at about 1e-5, or" in " ".join(found.mistake.hints)


HINTS = {
    "the first attempt": (
        "softmax_shape",
        "return tf.exp(a) / tf.reduce_sum(tf.exp(a), axis=1)",
        "keepdims=True",
    ),
    "a row's maximum, the columns' sum": (
        "softmax_values",
        "e = tf.exp(a - tf.reduce_max(a, axis=1, keepdims=True))\n"
        "    return e / tf.reduce_sum(e, axis=0)",
        "You sum down the columns",
    ),
    "a list": ("softmax_shape", "return [tf.nn.softmax(row) for row in a]", "tf.stack(rows)"),
    "a sum, and the sign": (
        "cross_entropy_shape",
        "return tf.reduce_sum(b * tf.math.log(a))",
        "And then: the sign is missing.",
    ),
    "a column": (
        "model_shape",
        "return tf.nn.softmax(tf.reshape(a, (-1, 1)) @ b + c)",
        "makes a column",
    ),
    "28 by 28": (
        "model_shape",
        "return tf.nn.softmax(tf.reshape(a, (-1, 28 * 28)) @ b + c)",
        "The length of a row is a fixed number",
    ),
    "NumPy's reshape": ("model_shape", "return a.reshape(-1, 3) @ b + c", "no method `reshape`"),
    "a sigmoid": (
        "model_values",
        "return tf.sigmoid(tf.reshape(a, (-1, b.shape[0])) @ b + c)",
        "the values of a sigmoid",
    ),
    "a mean of booleans": (
        "accuracy_values",
        "return tf.reduce_mean(tf.argmax(a, axis=1) == b)",
        "True and False",
    ),
    "all": (
        "accuracy_values",
        "return (np.argmax(a, axis=1) == b.numpy()).all()",
        "`all` asks whether all rows are right",
    ),
    "a whole division": (
        "accuracy_values",
        "return int(np.sum(np.argmax(a, axis=1) == b.numpy())) // len(b)",
        "`//`",
    ),
}


@pytest.mark.parametrize("name", HINTS)
def test_a_first_attempt_is_named(grade_ex1, name):
    """What everybody writes first has words of its own."""
    check, body, words = HINTS[name]
    function = check.rsplit("_", 1)[0]
    found = result(grade_ex1(written(function, body), function), check)
    assert found.mistake is not None
    assert words in " ".join(found.mistake.hints)


def test_an_accuracy_that_is_always_0_is_not_told_what_it_compares(grade_ex1):
    """The largest score equals a class id now and then; 0 on every input has other causes."""
    found = result(grade_ex1(written("accuracy", "return 0.0"), "accuracy"), "accuracy_values")
    assert found.verdict is Verdict.FAILED
    assert found.mistake is None
