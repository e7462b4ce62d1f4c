"""Exercise 12, with files that are not in the course's folders."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from conftest import ROOT, result
from support.words import said

from grader.course import key as keys
from grader.course.course import Course
from grader.judge.grading import judge
from grader.judge.implementation import without_secrets
from grader.judge.submission import Submission
from grader.report import Verdict
from grader.wire.messages import Returned, Unit

pytestmark = pytest.mark.thorough

HEAD = """import keras
import numpy as np
import tensorflow as tf
from keras import layers as L
"""


@pytest.fixture(scope="module")
def lesson():
    """The exercise."""
    return Course(ROOT).lesson("ex12")


@pytest.fixture(scope="module")
def key(lesson):
    """Its public key."""
    return keys.read_key(lesson.key_path)


@pytest.fixture
def grade(lesson, key, tensorflow_zygote):
    """Grade source text, optionally only some functions, optionally with other limits."""

    def graded(source, *only, **limits):
        submission = Submission("spiral.py", (Unit("spiral.py", HEAD + source),))
        asked = lesson
        if limits:
            asked = replace(lesson)  # which reads checks.py again
            asked.exercise.limits = replace(asked.exercise.limits, **limits)
        return judge(asked, key, submission, tensorflow_zygote, only=only)

    return graded


RIGHT = {
    "one cumulative sum": """
def make_spiral(samples, classes, noise, rng):
    n = samples * classes
    step = np.full(n, 1 / (samples - 1))
    step[::samples] = 0
    r = (np.cumsum(step).reshape(classes, samples) - np.arange(classes)[:, None]).ravel()
    y = np.arange(n) // samples
    t = 4 * (r + y) + noise * rng.standard_normal(n)
    return np.stack([np.sin(t), np.cos(t)], -1) * r[:, None], y
""",
    "rotations of a matrix": """
def make_spiral(samples, classes, noise, rng):
    rows = []
    for j in range(classes):
        for i in range(samples):
            a = 4 * j + 4 * i / (samples - 1) + rng.normal(scale=noise)
            R = np.array([[np.cos(a), np.sin(a)], [-np.sin(a), np.cos(a)]])
            rows.append(R @ [0, i / (samples - 1)])
    return np.array(rows), np.array(sum(([j] * samples for j in range(classes)), []))
""",
    "float32 and small ids": """
def make_spiral(samples, classes, noise, rng):
    e = rng.standard_normal((samples, classes), dtype="float32").T
    r = np.linspace(0, 1, samples, dtype="float32")
    t = np.linspace(4 * np.arange(classes), 4 * np.arange(classes) + 4, samples).T + noise * e
    X = np.stack([r * np.sin(t), r * np.cos(t)], axis=-1).reshape(-1, 2)
    return X.astype("float32"), np.repeat(np.arange(classes, dtype="uint8"), samples)
""",
    "complex numbers": """
import cmath
def make_spiral(samples, classes, noise, rng):
    z = [
        i / (samples - 1) * cmath.exp(1j * (4 * j + 4 * i / (samples - 1) + noise * e))
        for j in range(classes)
        for i, e in enumerate(rng.normal(size=samples))
    ]
    return np.array([[p.imag, p.real] for p in z]), np.repeat(np.arange(float(classes)), samples)
""",
    "Box and Muller": """
def make_spiral(samples, classes, noise, rng):
    u, v = rng.random((2, classes * samples))
    e = np.sqrt(-2 * np.log(1 - u)) * np.cos(2 * np.pi * v)
    r, y = np.tile(np.linspace(0, 1, samples), classes), np.arange(classes).repeat(samples)
    t = 4 * (y + r) + noise * e
    return np.array([r * np.sin(t), r * np.cos(t)]).T, y
""",
    "a class with a method": """
class Softmax:
    def __init__(self, W, b):
        self.W, self.b = W, b
    def logs(self, X):
        Z = X.dot(self.W) + self.b
        Z = Z - Z.max(axis=-1, keepdims=True)
        return Z - np.log(np.exp(Z).sum(axis=-1, keepdims=True))
def softmax_regression(X, Y, W, b):
    logs = Softmax(W, b).logs(X)
    wrong = np.exp(logs) - Y
    return -np.mean(logs[Y.astype(bool)]), np.tensordot(X, wrong, (0, 0)) / len(Y), wrong.mean(0)
""",
    "Keras' loss and the tape": """
def softmax_regression(X, Y, W, b):
    W, b = tf.Variable(W), tf.Variable(b)
    with tf.GradientTape() as tape:
        loss = keras.losses.CategoricalCrossentropy(from_logits=True)(Y, X @ W + b)
    return [loss, *tape.gradient(loss, [W, b])]
""",
    "float32 inside": """
def softmax_regression(X, Y, W, b):
    X, Y, W, b = (np.float32(a) for a in (X, Y, W, b))
    Z = X @ W + b
    P = np.exp(Z - Z.max(1, keepdims=True))
    P /= P.sum(1, keepdims=True)
    loss = -np.log(np.clip(P[np.arange(len(Y)), Y.argmax(1)], 1e-8, 1)).mean()
    return loss, X.T @ (P - Y) / len(X), (P - Y).mean(0)
""",
    "differences of logits": """
def softmax_regression(X, Y, W, b):
    Z, n = X @ W + b, len(X)
    D = Z[:, :, None] - Z[:, None, :]  # of each two classes
    with np.errstate(over="ignore"):
        P = 1 / np.exp(-D).sum(2)
    G = P - Y
    return -np.log((P * Y).sum(1)).mean(), np.einsum("ni,nj->ij", X, G) / n, G.sum(0) / n
""",
    "plain Python": """
from math import exp, fsum, log
def softmax_regression(X, Y, W, b):
    N, (D, C) = len(X), W.shape
    losses, G = [], []
    for x, y in zip(X.tolist(), Y.tolist()):
        z = [fsum(x[d] * W[d, c] for d in range(D)) + b[c] for c in range(C)]
        m = max(z)
        s = fsum(exp(v - m) for v in z)
        losses.append(log(s) + m - z[y.index(1)])
        G.append([exp(v - m) / s - t for v, t in zip(z, y)])
    dW = [[fsum(X[n, d] * G[n][c] for n in range(N)) / N for c in range(C)] for d in range(D)]
    return fsum(losses) / N, np.array(dW), np.array([fsum(g) / N for g in zip(*G)])
""",
    "point by point": """
def decision_grid(predict, X, steps):
    xs, ys = (np.linspace(c.min() - 0.1, c.max() + 0.1, steps) for c in X.T)
    xx, yy, Z = np.zeros((3, steps, steps))
    for i, y in enumerate(ys):
        for j, x in enumerate(xs):
            xx[i, j], yy[i, j], Z[i, j] = x, y, predict(np.array([[x, y]])).item()
    return xx, yy, Z
""",
    "from column to column": """
def decision_grid(predict, X, steps):
    (a, c), (b, d) = X.min(0) - 0.1, X.max(0) + 0.1
    xx, yy = np.meshgrid(np.linspace(a, b, steps), np.linspace(c, d, steps))
    Z = predict(np.c_[xx.flatten("F"), yy.flatten("F")])
    return [xx, yy, Z.reshape(steps, steps).T]
""",
    "fractions of the range": """
def decision_grid(predict, X, steps):
    low, high = np.amin(X, 0) - 0.1, np.amax(X, 0) + 0.1
    at = low + (high - low) * np.arange(steps)[:, None] / (steps - 1)
    xx, yy = np.tile(at[:, 0], (steps, 1)), np.tile(at[:, 1:], (1, steps))
    rows = map(predict, np.stack([xx, yy], axis=2))
    return xx, yy, np.stack(list(rows)).astype("float32")
""",
    "itertools": """
from itertools import product
def decision_grid(predict, X, steps):
    x, y = (np.linspace(min(c) - 0.1, max(c) + 0.1, steps).tolist() for c in X.T)
    points = np.array([(u, v) for v, u in product(y, x)])
    grid = points.reshape(steps, steps, 2)
    return grid[..., 0], grid[..., 1], np.asarray(predict(points)).reshape(steps, steps)
""",
    "an indexed mgrid": """
def decision_grid(predict, X, steps):
    k = np.mgrid[:steps, :steps][::-1].reshape(2, -1).T / (steps - 1)
    low, high = X.min(axis=0) - 0.1, X.max(axis=0) + 0.1
    points = low * (1 - k) + high * k
    xx, yy = points.T.reshape(2, steps, steps)
    return xx, yy, predict(points).reshape(xx.shape)
""",
    "a functional network": """
def create_network(units=40):
    point = keras.Input((2,))
    x = point
    for _ in range(2):
        x = L.PReLU()(L.Dense(units)(x))
    return keras.Model(point, L.Softmax()(L.Dense(3, kernel_initializer="zeros")(x)))
""",
    "a softmax by hand, and no Input": """
class Arms(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = L.Dense(96, activation="relu")
        self.more = L.Dense(32, activation="relu")
        self.last = L.Dense(3)
    def call(self, points):
        z = self.last(self.more(self.hidden(points)))
        e = tf.exp(z - tf.reduce_max(z, axis=1, keepdims=True))
        return e / tf.reduce_sum(e, axis=1, keepdims=True)
def create_network():
    return Arms()
""",
    "layers normalised, with Dropout": """
def create_network():
    hidden = [L.Dense(64), L.LayerNormalization(), L.ReLU(), L.Dropout(0.2), L.Dense(64, "relu")]
    network = keras.Sequential([L.Rescaling(2.0), *hidden, L.Dense(3, "softmax")])
    network.compile("sgd", "mse")
    return network
""",
    "waves for units": """
def create_network():
    return tf.keras.Sequential([
        L.Input((2,)),
        L.Dense(64, activation=lambda x: tf.sin(3.0 * x)),
        L.Dense(32, activation=tf.nn.relu),
        L.Dense(3, activation=tf.nn.softmax),
    ])
""",
    "weights of its own": """
class Own(L.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
    def build(self, shape):
        self.w = self.add_weight(shape=(shape[-1], self.units), initializer="he_normal")
        self.b = self.add_weight(shape=(self.units,), initializer="zeros")
    def call(self, x):
        return x @ self.w + self.b
def create_network():
    return keras.Sequential([Own(64), L.ReLU(), Own(64), L.ReLU(), Own(3), L.Activation("softmax")])
""",
}


@pytest.mark.parametrize("name", RIGHT)
def test_a_right_function_in_no_folder_scores_full(grade, lesson, name):
    """How a student gets there is free."""
    function = next(f for f in lesson.exercise.functions if f"def {f}(" in RIGHT[name])
    report = grade(RIGHT[name], function)
    assert [(c.name, said(c)) for c in report.checks if c.verdict is not Verdict.PASSED] == []


SPIRAL = """
def make_spiral(samples, classes, noise, rng):
    r = np.tile(np.linspace(0, 1, samples), classes)
    y = np.repeat(np.arange(classes), samples)
    t = 4 * (y + r) + noise * rng.normal(size=len(r))
    return np.c_[r * np.sin(t), r * np.cos(t)], y
"""
REGRESSION = """
def softmax_regression(X, Y, W, b):
    Z = X @ W + b
    Z = Z - Z.max(axis=1)[:, None]
    P = np.exp(Z) / np.exp(Z).sum(axis=1)[:, None]
    G = (P - Y) / len(X)
    return -np.log((P * Y).sum(axis=1)).mean(), X.T @ G, G.sum(axis=0)
"""
GRID = """
def decision_grid(predict, X, steps):
    xs = np.linspace(X[:, 0].min() - 0.1, X[:, 0].max() + 0.1, steps)
    ys = np.linspace(X[:, 1].min() - 0.1, X[:, 1].max() + 0.1, steps)
    xx, yy = np.meshgrid(xs, ys)
    return xx, yy, predict(np.c_[xx.ravel(), yy.ravel()]).reshape(xx.shape)
"""
NETWORK = """
def create_network():
    return keras.Sequential([L.Dense(40, "relu"), L.Dense(40, "relu"), L.Dense(3, "softmax")])
"""
WRONG = {
    "the angles of class 0": (SPIRAL, "4 * (y + r)", "4 * r", "make_spiral_values", "each other"),
    "cosine first": (
        SPIRAL,
        "r * np.sin(t), r * np.cos(t)",
        "r * np.cos(t), r * np.sin(t)",
        "make_spiral_values",
        "Sine and cosine have changed places",
    ),
    "points in turn": (
        SPIRAL,
        "return np.c_[r * np.sin(t), r * np.cos(t)], y",
        "X = np.c_[r * np.sin(t), r * np.cos(t)]\n"
        "    order = np.argsort(np.tile(np.arange(samples), classes), kind='stable')\n"
        "    return X[order], y[order]",
        "make_spiral_values",
        "stand in turn",
    ),
    "noise on both coordinates": (
        SPIRAL,
        "t = 4 * (y + r) + noise * rng.normal(size=len(r))\n"
        "    return np.c_[r * np.sin(t), r * np.cos(t)]",
        "t = 4 * (y + r)\n"
        "    return np.c_[r * np.sin(t), r * np.cos(t)] + noise * rng.normal(size=(len(r), 2))",
        "make_spiral_noise",
        "The distances from the origin change",
    ),
    "a seed": (
        SPIRAL,
        "noise * rng",
        "noise * np.random.RandomState(3)",
        "make_spiral_noise",
        "different seeds give the same points",
    ),
    "NumPy's own generator": (
        SPIRAL,
        "rng.normal",
        "np.random.normal",
        "make_spiral_noise",
        "same seed give different points",
    ),
    "from -1 to 1": (
        SPIRAL,
        "rng.normal(size=len(r))",
        "(2 * rng.random(len(r)) - 1)",
        "make_spiral_noise",
        "numbers that are all between −1 and 1",
    ),
    "noise as a variance": (
        SPIRAL,
        "noise * rng.normal(size=len(r))",
        "rng.normal(0, np.sqrt(noise), len(r))",
        "make_spiral_noise",
        "spread too far",
    ),
    "no mean": (
        REGRESSION,
        "G = (P - Y) / len(X)\n    return -np.log((P * Y).sum(axis=1)).mean()",
        "G = P - Y\n    return -np.log((P * Y).sum(axis=1)).sum()",
        "softmax_regression_loss",
        "N times as large",
    ),
    "the labels minus the rest": (
        REGRESSION,
        "(P - Y)",
        "(Y - P)",
        "softmax_regression_gradient",
        "point the other way",
    ),
    "no shift": (
        REGRESSION,
        "Z - Z.max(axis=1)[:, None]",
        "Z",
        "softmax_regression_loss",
        "right elsewhere",
    ),
    "the other column first": (
        GRID,
        "np.c_[xx.ravel(), yy.ravel()]",
        "np.c_[yy.ravel(), xx.ravel()]",
        "decision_grid_values",
        "for (y, x)",
    ),
    "a grid of matrices": (
        GRID,
        "np.meshgrid(xs, ys)",
        "np.meshgrid(xs, ys, indexing='ij')",
        "decision_grid_axes",
        "rows and columns have changed places",
    ),
    "one range for all": (
        GRID,
        "np.linspace(X[:, 1].min() - 0.1, X[:, 1].max() + 0.1, steps)",
        "xs",
        "decision_grid_axes",
        "the range of x",
    ),
    "a transposed decision": (
        GRID,
        "reshape(xx.shape)",
        "reshape(xx.shape).T",
        "decision_grid_values",
        "turned over its diagonal",
    ),
    "no frame": (
        GRID,
        "- 0.1",
        "- 0.0",
        "decision_grid_axes",
        "begins at the smallest number itself",
    ),
    "logits": (
        NETWORK,
        'L.Dense(3, "softmax")',
        "L.Dense(3)",
        "create_network_probabilities",
        "your network gives logits",
    ),
    "hard sigmoid": (
        NETWORK,
        'L.Dense(3, "softmax")',
        'L.Dense(3, "sigmoid")',
        "create_network_probabilities",
        "three separate questions",
    ),
    "no return": (
        NETWORK,
        "return keras",
        "keras",
        "create_network_output",
        "gives back None",
    ),
    "the batch's softmax": (
        NETWORK,
        'L.Dense(3, "softmax")',
        "L.Dense(3), L.Lambda(lambda z: tf.nn.softmax(z, axis=0))",
        "create_network_probabilities",
        "goes over axis 0",
    ),
    "no bends": (
        NETWORK,
        'L.Dense(40, "relu"), L.Dense(40, "relu")',
        "L.Dense(9), L.Dense(40)",
        "create_network_learns",
        "Straight ones",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_function_in_no_folder_is_told_its_cause(grade, name):
    """The mistake is named, though it is written in another way than in wrong/."""
    source, right, wrong, check, hint = WRONG[name]
    assert right in source
    function = source.split("(")[0].removeprefix("\ndef ")
    found = result(grade(source.replace(right, wrong), function), check)
    assert found.verdict is Verdict.FAILED
    assert found.mistake is not None, said(found)
    assert hint in " ".join(found.mistake.hint.split())


BIASES = {
    "G.sum()": "the second value: the shape is (), expected (2,)",
    "G.sum(axis=1)": "the second value",
    "G.sum(axis=0, keepdims=True)": "the second value: the shape is (1, 2), expected (2,)",
}


@pytest.mark.parametrize("bias", BIASES)
def test_a_wrong_gradient_of_the_bias_is_said_to_be_that(grade, bias):
    """What is 0 but for rounding is nobody's own value, so nothing more can be named there."""
    source = REGRESSION.replace("G.sum(axis=0)", bias)
    assert source != REGRESSION
    found = result(grade(source, "softmax_regression"), "softmax_regression_gradient")
    assert found.verdict is Verdict.FAILED
    assert BIASES[bias] in said(found)


NOISES = {
    "Laplace's": ("rng.laplace(0, 0.5**0.5, len(r))", "not as normal numbers do"),
    "uniform": ("rng.uniform(-(3**0.5), 3**0.5, len(r))", "not as normal numbers do"),
    "a coin's": ("rng.choice([-1, 1], len(r))", "not as normal numbers do"),
    "leaning": ("(rng.exponential(1, len(r)) - 1)", "not as normal numbers do"),
    "of few": ("rng.standard_normal(classes)[y]", "by the same angle"),
    "shared": ("np.tile(rng.standard_normal(samples), classes)", "same random numbers"),
    "growing": ("3**0.5 * r * rng.standard_normal(len(r))", "more at one end"),
    "absolute": ("abs(rng.standard_normal(len(r)))", "to one side"),
    "none": ("(0.0 * rng.standard_normal(len(r)))", "where they are without noise"),
    "NaN": ("(noise and np.nan)", "of finite numbers"),
}


@pytest.mark.parametrize("name", NOISES)
def test_noise_that_is_not_normal_is_seen(grade, name):
    """Also where its standard deviation is right."""
    noise, message = NOISES[name]
    source = SPIRAL.replace("rng.normal(size=len(r))", noise)
    assert source != SPIRAL
    report = grade(source, "make_spiral")
    assert result(report, "make_spiral_values").verdict is Verdict.PASSED
    found = result(report, "make_spiral_noise")
    assert found.verdict is Verdict.FAILED and message in said(found)


def test_normal_noise_of_any_seed_passes(lesson):
    """The bounds are wide: of 300 seeds, no right spiral fails."""
    names: dict[str, Any] = {"__name__": "spiral"}
    code = "import numpy as np\n" + SPIRAL
    exec(compile(code, "spiral.py", "exec"), names)
    check = next(c for c in lesson.exercise.checks if c.name == "make_spiral_noise")
    for seed in range(300):
        X, other = (names["make_spiral"](200, 3, 0.2, np.random.default_rng(s))[0]
                    for s in (seed, seed + 1))  # fmt: skip
        assert check.holds([X, X.copy(), other], 200, 3, 0.2) == []


KNOWS = """
class Knows(keras.Model):
    '''It computes the arm on which a point of make_spiral lies.'''
    def __init__(self):
        super().__init__()
        self.scale = L.Dense(1, use_bias=False, kernel_initializer="ones"{frozen})
    def call(self, points):
        r = tf.norm(points, axis=1, keepdims=True)
        t = tf.atan2(points[:, :1], points[:, 1:]) - 4 * r
        logits = [tf.cos(t - 4.0 * j) for j in range(3)]
        return tf.nn.softmax(9 * self.scale(r * 0 + 1) * tf.concat(logits, axis=1))
def create_network():
    return Knows()
"""
SHAPED = {"create_network_output"}
PROBABLE = SHAPED | {"create_network_probabilities"}
LAYERS = """
def create_network():
    return keras.Sequential([keras.Input((2,)), {}])
"""
MODEL = """
class Model(keras.Model):
    def __init__(self):
        super().__init__()
        self.last = L.Dense(3)
    def call(self, points):
        n = tf.shape(points)[0]
        return {}
def create_network():
    return Model()
"""
ATTACKS = {
    "frozen": (
        LAYERS.format(
            "L.Dense(40, 'relu', trainable=False), L.Dense(3, 'softmax', trainable=False)"
        ),
        PROBABLE,
        "all weights are frozen",
    ),
    "a constant": (
        LAYERS.format("L.Lambda(lambda x: tf.zeros_like(x[:, :1]) + [[1.0, 0.0, 0.0]])"),
        SHAPED,
        "there are no weights in it",
    ),
    "looks at nothing": (
        MODEL.format("tf.tile(tf.nn.softmax(self.last(tf.ones((1, 2)))), [n, 1])"),
        SHAPED,
        "does not depend on the point",
    ),
    "by place in the batch": (
        MODEL.format("tf.nn.softmax(self.last(tf.one_hot(tf.range(n) % 3, 3)))"),
        SHAPED,
        "does not depend on the point",
    ),
    "by place in the batch, and a look at the points": (
        MODEL.format(
            "tf.nn.softmax(self.last(tf.one_hot(tf.range(n) % 3, 3)) + 0 * points[:, :1])"
        ),
        PROBABLE,
        "learns too little",
    ),
    "a coin": (
        MODEL.format("tf.nn.softmax(self.last(points) + 9 * tf.random.normal((n, 3)))"),
        SHAPED,
        "something random",
    ),
    "not a number": (
        LAYERS.format(
            "L.Dense(3, 'softmax', bias_initializer=lambda s, dtype: np.nan * tf.ones(s))"
        ),
        SHAPED,
        "not all numbers that it gives are finite",
    ),
    "not a number once it is trained": (
        LAYERS.format(
            "L.Dense(40, 'relu'), "
            "L.Dense(3, 'softmax', bias_regularizer=lambda b: tf.reduce_sum(tf.sqrt(b - 1)))"
        ),
        PROBABLE,
        "not finite",
    ),
    "blind": (
        LAYERS.format("L.Rescaling(0.0), L.Dense(40, 'relu'), L.Dense(3, 'softmax')"),
        PROBABLE,
        "learns too little",
    ),
    "knows where the arms are": (
        KNOWS.format(frozen=", trainable=False"),
        PROBABLE,
        "all weights are frozen",
    ),
    "knows it, and has a weight to train": (
        KNOWS.format(frozen=""),
        PROBABLE,
        "learns too little",
    ),
    "cut off from its gradient": (
        LAYERS.format(
            "L.Dense(40, 'relu'), L.Lambda(tf.stop_gradient), "
            "L.Dense(3, 'softmax', trainable=False)"
        ),
        PROBABLE,
        "o gradient",
    ),
}


@pytest.mark.parametrize("name", ATTACKS)
def test_what_does_not_learn_gets_no_points_for_it(grade, name):
    """It keeps at most what its shape, and its rows of probabilities, are worth."""
    source, kept, message = ATTACKS[name]
    report = grade(source, "create_network", call_seconds=10)
    passed = {c.name for c in report.checks if c.verdict is Verdict.PASSED}
    assert passed <= kept
    assert result(report, "create_network_learns").points == 0
    told = [c for c in report.checks if c.verdict in (Verdict.FAILED, Verdict.ERROR)]
    assert len(told) == 1 and message in said(told[0])


def test_a_huge_network_ends_with_one_line(grade):
    """Of which a student sees what was too much, and no traceback."""
    source = LAYERS.format("L.Dense(4000, 'relu'), L.Dense(4000, 'relu'), L.Dense(3, 'softmax')")
    report = grade(source, "create_network", call_seconds=3)
    found = result(report, "create_network_learns")
    assert found.verdict is Verdict.TIMEOUT and found.points == 0
    assert len(str(found.message).splitlines()) == 1
    assert "3 s" in str(found.message) or "3 seconds" in str(found.message)


def test_a_network_without_an_end_gets_nothing(grade):
    """It is stopped at its first call, and what needs that is skipped."""
    source = (
        "class Model(keras.Model):\n    def call(self, points):\n        while True:\n"
        "            pass\ndef create_network():\n    return Model()\n"
    )
    report = grade(source, "create_network", call_seconds=1)
    assert report.score == 0
    assert result(report, "create_network_output").verdict is Verdict.TIMEOUT


def test_no_process_of_a_students_is_told_what_is_held_out(lesson, key):
    """Neither the new points nor their classes."""
    check = next(c for c in lesson.exercise.checks if c.name == "create_network_learns")
    (case,) = key.checks[check.name].cases
    assert set(without_secrets(check, case)) == {"X", "Y"}


def test_the_key_is_small(lesson, key):
    """It keeps what predicates said of known mistakes, and not the networks nor the spirals."""
    assert lesson.key_path.stat().st_size < 1 << 20
    judged = {c.name for c in lesson.exercise.checks if c.holds is not None}
    kept = [
        outcome
        for mistake in key.mistakes
        for name, each in mistake.outcomes.items()
        if name in judged
        for outcome in each.values()
    ]
    assert kept
    assert not any(isinstance(outcome, Returned) for outcome in kept)


LOGGED = re.compile(
    r"\d\d:\d\d:\d\d (softmax regression learns|the network learns|the borders are)"
)


@pytest.mark.tensorflow
def test_the_program_shows_both_classifiers(lesson, tmp_path):
    """It reports on new points and draws the borders; TensorFlow's own log is not seen."""
    for file in (lesson.reference, lesson.folder / "utils.py"):
        shutil.copy(file, tmp_path)
    quiet = {name: value for name, value in os.environ.items() if not name.startswith("TF_")}
    done = subprocess.run(
        [sys.executable, "spiral.py"],
        cwd=tmp_path,
        env=quiet,
        capture_output=True,
        text=True,
        check=True,
    )
    assert len(done.stderr.splitlines()) == 3
    assert all(LOGGED.match(line) for line in done.stderr.splitlines()), done.stderr
    straight, curved = map(float, re.findall(r"^accuracy +(\d\.\d+)$", done.stdout, re.MULTILINE))
    assert straight < 0.65 and curved > 0.9
    assert (tmp_path / "spiral.png").read_bytes().startswith(b"\x89PNG")
