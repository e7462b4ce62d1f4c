"""Words for a gradient that is None: what the source of the function has, and nothing else."""

import ast

import pytest
from conftest import result
from support.words import said

from grader.judge.causes import lost_gradient
from grader.wire.messages import Line, Raised, Returned

HEAD = "import numpy as np\nimport tensorflow as tf\n"
SOFTMAX = """
def softmax(logits):
    {first}
    e = tf.exp(logits - tf.reduce_max(logits, axis=1, keepdims=True))
    return e / tf.reduce_sum(e, axis=1, keepdims=True)
"""
IN_NUMPY = """
def softmax(logits):
    e = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    return tf.constant(e / np.sum(e, axis=1, keepdims=True))
"""


def defined(text):
    """The definition of a check."""
    found = ast.parse(text).body[0]
    assert isinstance(found, ast.FunctionDef)
    return found


def test_only_a_check_of_a_gradient_is_told_of_it():
    """None has other causes elsewhere."""
    traits = {"numpy": Line("a.py", 3, "f", "return np.exp(x)")}
    asks = defined("def f_gradient(student, x):\n    return tape.gradient(student.f(x), x)")
    other = defined("def f_values(student, x):\n    return student.f(x)")
    (found,) = lost_gradient(asks, [Returned(None)], traits)
    assert str(found) == (
        "it may be lost at a.py, line 3, in f: return np.exp(x); "
        "TensorFlow can't follow what NumPy computes"
    )
    assert lost_gradient(other, [Returned(None)], traits) == []
    assert lost_gradient(asks, [Returned(1.0)], traits) == []
    assert lost_gradient(asks, [Returned(None)], {}) == []


def test_a_loop_with_a_tape_of_its_own():
    """There None is met by what follows."""
    loop = defined("def f_step(student, x):\n    student.f(x)\n    return x")
    raised = [Raised("TypeError", "unsupported operand type(s) for *: 'float' and 'NoneType'")]
    line = Line("a.py", 3, "f", "p = np.exp(x)")
    (asked,) = lost_gradient(loop, raised, {"tape": line})
    assert str(asked).startswith("is it the gradient that is None?")
    assert len(lost_gradient(loop, raised, {"tape": line, "variable": line})) == 2
    assert len(lost_gradient(loop, raised, {"tape": line, "numpy": line})) == 1
    told = "Tried to convert 'depth' to a tensor. Error: None values not supported."
    depth = [Raised("ValueError", told)]
    assert lost_gradient(loop, depth, {"tape": line}) == []
    assert lost_gradient(loop, raised, {"numpy": line}) == []
    assert lost_gradient(loop, [Raised("TypeError", "no")], {"tape": line}) == []


@pytest.mark.parametrize(
    ("source", "words", "silent"),
    [
        (SOFTMAX.format(first="logits = tf.Variable(logits)"), "a new tf.Variable", "NumPy"),
        (SOFTMAX.format(first="logits = tf.stop_gradient(logits)"), "this stops it", "NumPy"),
        (SOFTMAX.format(first="logits = tf.constant(logits.numpy())"), "NumPy", "stops it"),
        (IN_NUMPY, "NumPy", "stops it"),
    ],
)
def test_the_cause_is_the_functions_own(grade_ex1, source, words, silent):
    """NumPy is blamed where it is used."""
    found = result(grade_ex1(HEAD + source, "softmax"), "softmax_gradient")
    told = f"{said(found)} {found.mistake.hint if found.mistake else ''}"
    assert words in told and silent not in told
