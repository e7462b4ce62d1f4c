"""Exercise 1, with files that are not in the course's folders."""

import pytest
from conftest import result
from support.words import said

from grader.report import Verdict

RIGHT = {
    "jacobian friendly": """
import tensorflow as tf
@tf.function(reduce_retracing=True)
def softmax(logits):
    rows = tf.TensorArray(logits.dtype, size=tf.shape(logits)[0])
    for i in tf.range(tf.shape(logits)[0]):
        row = logits[i] - tf.reduce_max(logits[i])
        rows = rows.write(i, tf.exp(row) / tf.reduce_sum(tf.exp(row)))
    return rows.stack()
""",
    "layer": """
import keras
softmax = keras.layers.Softmax(axis=-1, dtype=None)
def softmax(logits, layer=softmax):
    return keras.layers.Softmax(dtype=logits.dtype.name)(logits)
""",
    "variables": """
import tensorflow as tf
def softmax(x):
    v = tf.identity(x)
    top = tf.math.top_k(v, k=1).values
    return tf.math.divide(tf.exp(v - top), tf.einsum('ij->i', tf.exp(v - top))[:, tf.newaxis])
""",
    "compiled": """
import tensorflow as tf
@tf.function(jit_compile=True)
def softmax(x):
    z = x - tf.stop_gradient(tf.reduce_max(x, 1, keepdims=True))
    return tf.exp(z) / tf.reduce_sum(tf.exp(z), 1, keepdims=True)
""",
    "while": """
import tensorflow as tf
@tf.function
def softmax(x):
    total = tf.zeros_like(x[:, :1])
    z = x - tf.reduce_max(x, axis=1, keepdims=True)
    j = 0
    while j < tf.shape(x)[1]:
        total += tf.exp(z[:, j])[:, None]
        j += 1
    return tf.exp(z) / total
""",
}

WRONG = {
    "dtype of the session": ("softmax_dtype", "return tf.nn.softmax(tf.cast(x, tf.float32))"),
    "rounded": ("softmax_values", "return tf.round(tf.nn.softmax(x) * 1000) / 1000"),
    "clipped": ("softmax_stability", "return tf.nn.softmax(tf.clip_by_value(x, -60, 60))"),
    "stopped": ("softmax_gradient", "return tf.stop_gradient(tf.nn.softmax(x))"),
    "straight through": ("softmax_gradient", "return x + tf.stop_gradient(tf.nn.softmax(x) - x)"),
    "list": ("softmax_shape", "return tf.nn.softmax(x).numpy().tolist()"),
    "transposed": ("softmax_shape", "return tf.transpose(tf.nn.softmax(x))"),
    "first rows": ("softmax_values", "return tf.nn.softmax(x) if len(x) < 17 else x"),
}


@pytest.mark.parametrize("name", RIGHT)
def test_a_right_softmax_in_no_folder_scores_full(grade_ex1, name):
    """AutoGraph, XLA, Keras layers: how a student gets there is free."""
    report = grade_ex1(RIGHT[name], "softmax")
    assert [(c.name, said(c)) for c in report.checks if c.verdict is not Verdict.PASSED] == []


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_softmax_in_no_folder_fails_where_it_is_wrong(grade_ex1, name):
    """What is asked apart is caught apart."""
    check, body = WRONG[name]
    report = grade_ex1(f"import tensorflow as tf\ndef softmax(x):\n    {body}\n", "softmax")
    assert result(report, check).verdict is Verdict.FAILED
    before = report.checks[: [c.name for c in report.checks].index(check)]
    assert all(c.verdict is Verdict.PASSED for c in before if c.name != check)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("return tf.RaggedTensor.from_tensor(x)", "returned a RaggedTensor"),
        ("return tf.strings.as_string(x)", "dtype string"),
        ("return tf.cast(x, tf.complex64)", "complex64, expected real numbers"),
        ("return kept(x)", "returned a SymbolicTensor"),
        ("return [row for row in tf.nn.softmax(x)]", "returned a list of 1"),
        ("x.assign(x)", "AttributeError"),
        ("return tf.reduce_sum(tf.exp(x), axis=3)", "InvalidArgumentError"),
    ],
)
def test_what_tensorflow_can_return_is_named(grade_ex1, body, message):
    """A type that is not asked for is a clear message, and never a crash."""
    source = (
        "import tensorflow as tf\nKEPT = []\n@tf.function\ndef trace(x):\n    KEPT.append(x)\n"
        f"def kept(x):\n    trace(x)\n    return KEPT[0]\ndef softmax(x):\n    {body}\n"
    )
    found = result(grade_ex1(source, "softmax"), "softmax_shape")
    assert found.verdict in (Verdict.FAILED, Verdict.ERROR)
    assert message in said(found).replace("symbolic tensor", "SymbolicTensor")


def test_an_error_inside_of_a_graph_names_the_students_line(grade_ex1):
    """AutoGraph's own traceback is reduced to what the student wrote."""
    source = "import tensorflow as tf\n@tf.function\ndef softmax(x):\n    return x + undefined\n"
    found = result(grade_ex1(source, "softmax"), "softmax_shape")
    assert "'undefined' is not defined" in said(found)
    assert "logistic.py, line 4, in softmax: return x + undefined" in said(found)


def test_printing_in_tensorflow_is_shown(grade_ex1):
    """tf.print writes below Python; it is the student's output all the same."""
    source = "import tensorflow as tf\ndef softmax(x):\n    tf.print('seen', 3)\n    return 1\n"
    assert result(grade_ex1(source, "softmax"), "softmax_shape").output == "seen 3\n"


def test_a_global_setting_is_left_out(grade_ex1):
    """A call on a module at the top level does not happen, whoever uses the module."""
    source = (
        "import tensorflow as tf\ntf.keras.backend.set_floatx('float64')\n"
        "tf.random.set_seed(3)\ntf.config.run_functions_eagerly(True)\n"
        "def softmax(x): return tf.nn.softmax(x)\n"
    )
    assert grade_ex1(source, "softmax").passed


def test_a_graph_can_use_a_value_that_a_graded_function_gave(grade_ex1):
    """It is computed when AutoGraph misses it; a training run's is not, and its line is named."""
    source = """
import tensorflow as tf
@tf.function
def softmax(x):
    return tf.nn.softmax(x)
ONE = softmax(tf.zeros((1, 1)))[0, 0]
for step in range(10**12):
    loss = softmax(tf.zeros((1, 1)))
@tf.function
def model(X, W, b):
    return softmax(tf.reshape(X, (-1, W.shape[0])) @ W + b) * ONE
@tf.function
def cross_entropy(scaled_logits, one_hot):
    return loss
"""
    report = grade_ex1(source, "softmax", "model", "cross_entropy")
    assert report.problems == ()
    assert report.score == 6
    note = "loss gets its value in line 8 by a call of softmax"
    assert note in said(result(report, "cross_entropy_shape"))


SOFTMAX = {
    "over the batch": ("return tf.nn.softmax(x, axis=0)", ""),
    "a stub": ('raise NotImplementedError("softmax is not implemented yet")', ""),
    "one number, and a graph": ("return tf.reduce_sum(x)", "@tf.function"),
}


@pytest.mark.parametrize(("body", "above"), SOFTMAX.values(), ids=SOFTMAX)
def test_a_right_model_gets_its_points_beside_a_wrong_softmax(grade_ex1, body, above):
    """However the model is compiled; and nothing is printed about what stands in."""
    source = f"""import tensorflow as tf
def softmax(x):
    {body}
{above}
def model(X, W, b):
    return softmax(tf.reshape(X, (-1, tf.shape(W)[0])) @ W + b)
"""
    report = grade_ex1(source, "model")
    assert sum(check.points for check in report.checks) == 2.5
    assert "right, given a right softmax" in said(result(report, "model_values"))
    assert {check.output for check in report.checks} == {""}


def test_a_wrong_model_is_told_its_own_mistake_beside_a_wrong_softmax(grade_ex1):
    """It is recognised by what it does with a right one."""
    source = """import tensorflow as tf
def softmax(x):
    return tf.exp(x) / tf.reduce_sum(tf.exp(x), axis=0)
def model(X, W, b):
    return softmax(tf.reshape(X, (-1, W.shape[0])) @ W)
"""
    found = result(grade_ex1(source, "model"), "model_values")
    assert found.verdict is Verdict.FAILED
    assert "without the bias" in found.mistake.hint
    assert "this is with a right softmax in the place of yours" in said(found)
