"""What the source of a function uses, read without running it."""

import pytest

from grader.wire.messages import Unit
from grader.worker.source import slicing
from grader.worker.source.traits import traits

HEAD = "import numpy as np\nimport tensorflow as tf\n"


def of(body, root="f", graded=()):
    """The traits of `root` in a source."""
    taken = slicing.take([Unit("a.py", HEAD + body)], {root, *graded}, {root, *graded})
    return traits(root, taken.statements, {root, *graded})


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("def f(x): return tf.exp(x) / tf.reduce_sum(tf.exp(x))", []),
        ("def f(x): return np.exp(x)", ["numpy"]),
        ("def f(x): return tf.constant(x.numpy())", ["numpy"]),
        ("from numpy import exp\ndef f(x): return exp(x)", ["numpy"]),
        ("def f(x): return x[np.newaxis] * np.float32(2)", []),
        ("def f(x): return tf.reshape(x, (-1, np.prod(x.shape[1:]))) / np.log(2)", []),
        ("def f(x, W): return np.dot(np.reshape(x, (-1, W.shape[0])), W)", ["numpy"]),
        ("def f(x): return tf.Variable(x) + 1", ["variable"]),
        ("def f(loss, p, tape): return tape.gradient(loss, p)", ["tape"]),
        ("def f(x): return tf.stop_gradient(x)", ["stop_gradient"]),
        ("def f(x): return tf.cast(x, tf.int32)", ["cast", "integers"]),
        ("def f(x): return tf.cast(x, tf.float32)", ["cast"]),
        ("def f(x): return tf.round(x)", ["integers"]),
        ("def f(x): return tf.py_function(g, [x], tf.float32)", ["py_function"]),
        ("def f(x): return [float(y) for y in x]", ["number"]),
        ("def f(x): return x / float(len(x)) + float('inf')", []),
        ("def f(p, g): map(lambda a, b: a.assign_sub(b), p, g)", ["lazy"]),
        ("def f(p, g): (a.assign_sub(b) for a, b in zip(p, g))", ["lazy"]),
        ("def f(p, g): list(map(lambda a, b: a.assign_sub(b), p, g))", []),
        ("def f(p, g):\n    for a, b in zip(p, g): a = a - b", ["rebinds"]),
        ("def f(p, g):\n    for a, b in zip(p, g): a -= b", ["rebinds"]),
        ("def f(p, g):\n    for i, b in enumerate(g): p[i] = p[i] - b", ["replaces"]),
    ],
)
def test_what_a_source_uses(body, expected):
    """Each trait is seen, and none is seen where it is not."""
    assert list(of(body)) == expected


def test_helpers_belong_to_the_function_and_graded_ones_do_not():
    """What f reaches is f's; what is graded by itself has traits of its own."""
    source = "def h(x): return np.exp(x)\ndef g(x): return h(x)\ndef f(x): return g(x)\n"
    assert list(of(source)) == ["numpy"]
    assert of(source, graded={"g"}) == {}
    assert list(of(source, "g", graded={"f"})) == ["numpy"]


def test_a_definition_hides_the_one_before_it():
    """A known mistake stands below the reference."""
    assert of("def f(x): return np.exp(x)\ndef f(x): return tf.exp(x)\n") == {}


def test_a_trait_has_the_line_of_its_first_place():
    """A report can show where."""
    line = of("def f(x):\n    y = 1\n    return np.exp(x)\n")["numpy"]
    assert (line.file, line.number, line.function) == ("a.py", 5, "f")
