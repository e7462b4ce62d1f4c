"""Exercise 2, with loops that are not in the course's folders."""

import pytest
from conftest import result
from support.words import said

from grader.course import key as keys
from grader.judge.grading import judge
from grader.judge.submission import Submission
from grader.report import Verdict
from grader.wire.messages import Unit

pytestmark = pytest.mark.thorough

HEAD = """
import tensorflow as tf
from given import softmax, cross_entropy, accuracy

def sgd(params, grads, lr, bs):
    for i in range(len(params)):
        params[i].assign(params[i] - lr / bs * grads[i])

def validation_loop(data, model):
    scores = [float(accuracy(model(x / 255.), y)) for x, y in data]
    return sum(scores) / len(scores)
"""

LOOP = """
def training_loop(data, model, params, lr):
    losses, hits = [], []
    for images, labels in data.map(lambda x, y: (x / 255., y)):
        with tf.GradientTape(watch_accessed_variables=False) as tape:
            tape.watch(params)
            p = model(images)
            loss = cross_entropy(p, tf.one_hot(labels, tf.shape(p)[1]))
        sgd(params, tape.gradient(loss, params), lr, len(labels))
        losses.append(loss.numpy().mean())
        hits.append(accuracy(p, labels).numpy())
    return [sum(losses) / len(losses), sum(hits) / len(hits)]
"""

WRONG = {
    "half the rate": ("training_loop_step", ("params), lr,", "params), lr / 2,")),
    "validation is scaled twice": (
        "validation_loop_value",
        ("model(x / 255.)", "model(x / 65025.)"),
    ),
    "loss of the last batch": ("training_loop_result", ("sum(losses) / len(losses)", "losses[-1]")),
    "a fixed batch size": (
        "training_loop_epoch",
        ("len(labels))", "(size := size if losses else len(labels)))"),
    ),
    "softmax again": ("training_loop_step", ("p = model(images)", "p = softmax(model(images))")),
}


IMAGES = "for images, labels in data.map(lambda x, y: (x / 255., y)):"
SCALED = "model(x / 255.)"
STEP = "tape.gradient(loss, params)"
RESULT = "return [sum(losses) / len(losses), sum(hits) / len(hits)]"

LET_THROUGH = {
    "flattened": (
        "training_loop_step",
        (IMAGES, IMAGES.replace("x /", "tf.reshape(x, (-1, 3)) /")),
    ),
    "flattened in validation": (
        "validation_loop_value",
        (SCALED, "model(tf.reshape(x, (len(x), -1)) / 255.)"),
    ),
    "rows and columns": (
        "training_loop_step",
        (IMAGES, IMAGES.replace("x /", "tf.transpose(x, (0, 2, 1, 3)) /")),
    ),
    "flipped": ("training_loop_step", (IMAGES, IMAGES.replace("x /", "x[:, :, ::-1] /"))),
    "flipped in validation": ("validation_loop_value", (SCALED, "model(x[:, ::-1] / 255.)")),
    "cropped": ("training_loop_step", (IMAGES, IMAGES.replace("x /", "x[:, :1] /"))),
    "cropped in validation": ("validation_loop_value", (SCALED, "model(x[:, :, :2] / 255.)")),
    "three batches": ("training_loop_epoch", ("in data.map", "in data.take(3).map")),
    "a hundred batches": ("training_loop_epoch", ("in data.map", "in data.take(100).map")),
    "three batches in validation": ("validation_loop_value", ("y in data]", "y in data.take(3)]")),
    "a hundred in validation": ("validation_loop_value", ("y in data]", "y in data.take(100)]")),
    "classes of the first": ("training_loop_classes", ("tf.shape(p)[1]", "params[0].shape[-1]")),
    "classes of the last": ("training_loop_classes", ("tf.shape(p)[1]", "params[-1].shape[0]")),
    "classes of the second": ("training_loop_classes", ("tf.shape(p)[1]", "params[1].shape[-1]")),
    "clipped": (
        "training_loop_step",
        (STEP, "[tf.clip_by_norm(g, 10) for g in tape.gradient(loss, params)]"),
    ),
    "clipped by value": (
        "training_loop_step",
        (STEP, "[tf.clip_by_value(g, -10, 10) for g in tape.gradient(loss, params)]"),
    ),
    "clipped in sgd": ("sgd_values", ("* grads[i]", "* tf.clip_by_norm(grads[i], 20)")),
    "rounded": (
        "training_loop_result",
        (RESULT, "return [round(float(sum(x) / len(x)), 4) for x in (losses, hits)]"),
    ),
    "256 in validation": ("validation_loop_value", (SCALED, "model(x / 256.)")),
}


@pytest.fixture
def grade(ex2, tensorflow_zygote):
    """Grade source text as exercise 2."""
    key = keys.read_key(ex2.key_path)

    def graded(source, *only):
        submission = Submission("training.py", (Unit("training.py", source),))
        return judge(ex2, key, submission, tensorflow_zygote, only=only)

    return graded


def test_a_right_loop_in_no_folder_scores_full(grade):
    """Scaling by map, a tape that watches by hand, Python's sums, a list for a pair."""
    report = grade(HEAD + LOOP)
    assert [(c.name, said(c)) for c in report.checks if c.verdict is not Verdict.PASSED] == []


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_loop_in_no_folder_fails_where_it_is_wrong(grade, name):
    """Each fault costs the check that asks for it."""
    check, (right, wrong) = WRONG[name]
    source = HEAD + LOOP
    assert right in source
    assert result(grade(source.replace(right, wrong)), check).verdict is Verdict.FAILED


@pytest.mark.parametrize("name", LET_THROUGH)
def test_what_small_and_plain_inputs_let_through(grade, name):
    """Images of more than a pixel, many batches, steep gradients, sizes that say nothing."""
    check, (right, wrong) = LET_THROUGH[name]
    source = HEAD + LOOP
    assert right in source
    failed = result(grade(source.replace(right, wrong), check), check)
    assert failed.verdict in (Verdict.FAILED, Verdict.ERROR)


KEEPS = {
    "shuffles": ("in data.map", "in data.shuffle(1000).map"),
    "counts": ("lr, len(labels))", "lr / (1 + next(COUNT)), len(labels))"),
    "has momentum": ("tape.gradient(loss, params), lr", "moving(tape.gradient(loss, params)), lr"),
}

STATE = """
import itertools
COUNT = itertools.count()
velocity = {}

def moving(grads):
    for i, g in enumerate(grads):
        old = velocity.get((i, *g.shape), tf.zeros_like(g))
        velocity[(i, *g.shape)] = 0.5 * old + g
    return [velocity[(i, *g.shape)] for i, g in enumerate(grads)]
"""


@pytest.mark.parametrize("name", KEEPS)
def test_a_loop_that_keeps_something_is_told_so(grade, name):
    """Its report says what to look for, and the judge goes on."""
    right, wrong = KEEPS[name]
    assert right in LOOP
    source = HEAD + STATE + LOOP.replace(right, wrong)
    failed = result(grade(source, "training_loop_epoch"), "training_loop_epoch")
    assert failed.verdict is Verdict.FAILED
    assert "do you keep something between calls" in said(failed) or (
        "do you shuffle, or keep something between calls?" in said(failed)
    )


UPDATE = "for i in range(len(params)):\n        params[i].assign(params[i] - lr / bs * grads[i])"

CAUSES = {
    "a map that never runs": (
        "sgd_values",
        (UPDATE, "map(lambda p, g: p.assign_sub(lr / bs * g), params, grads)"),
        "`map(...)`",
    ),
    "ten columns": ("training_loop_step", ("tf.shape(p)[1]", "10"), "a fixed number"),
    "whole numbers": ("validation_loop_value", (SCALED, "model(x // 255)"), "whole numbers"),
    "one batch": (
        "validation_loop_value",
        ("for x, y in data]", "for x, y in [next(iter(data))]]"),
        "`next(iter(...))`",
    ),
    "no step": (
        "training_loop_step",
        ("sgd(params, tape.gradient(loss, params), lr, len(labels))", "pass"),
        "the call is missing",
    ),
}


@pytest.mark.parametrize("name", CAUSES)
def test_a_hint_names_each_cause_of_the_same_values(grade, name):
    """Where it is given, it is true of this one too."""
    check, (right, wrong), named = CAUSES[name]
    source = HEAD + LOOP
    assert right in source
    failed = result(grade(source.replace(right, wrong), check), check)
    assert failed.verdict in (Verdict.FAILED, Verdict.ERROR)
    assert failed.mistake is None or named in " ".join(failed.mistake.hints)


def test_the_snippet_has_what_it_needs(grade):
    """Helpers of checks.py and given modules stand in it."""
    report = grade(HEAD + LOOP.replace("sgd(params", "print(params"))
    snippet = result(report, "training_loop_step").counterexample.try_it
    assert "from given import softmax" in snippet
    assert "def linear(W, b):" in snippet
    assert "def images(X, kernel):" in snippet
    assert "training_loop(batches(X, Y, len(X)), linear(W, b), [W, b], lr)" in snippet


@pytest.mark.parametrize(
    "wrong",
    [
        "params[i].assign(params[i] + lr / bs * grads[i])",
        'raise NotImplementedError("sgd is not implemented yet")',
    ],
)
def test_a_right_loop_gets_its_points_beside_a_wrong_step(grade, wrong):
    """What is wrong with `sgd` costs its own points alone."""
    right = "params[i].assign(params[i] - lr / bs * grads[i])"
    assert right in HEAD
    report = grade(HEAD.replace(right, wrong) + LOOP)
    lost = {check.function for check in report.checks if check.verdict is not Verdict.PASSED}
    assert lost == {"sgd"}
    assert "right, given a right sgd" in said(result(report, "training_loop_step"))
