"""Exercise 2, with loops that are not in the course's folders."""

import pytest
from conftest import result
from support.words import said

from grader.course import key as keys
from grader.judge.grading import judge
from grader.judge.submission import Submission
from grader.report import Verdict
from grader.wire.messages import Unit

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


@pytest.fixture
def grade(ex2, tensorflow_zygote):
    """Grade source text as exercise 2."""
    key = keys.read_key(ex2.key_path)

    def graded(source):
        submission = Submission("training.py", (Unit("training.py", source),))
        return judge(ex2, key, submission, tensorflow_zygote)

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


def test_the_snippet_has_what_it_needs(grade):
    """Helpers of checks.py and given modules stand in it."""
    report = grade(HEAD + LOOP.replace("sgd(params", "print(params"))
    snippet = result(report, "training_loop_step").counterexample.try_it
    assert "from given import softmax" in snippet
    assert "def linear(W, b):" in snippet
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
