"""What exercise 1 asks: softmax, cross entropy, a linear model, and accuracy."""

import numpy as np
import tensorflow as tf

from grader.authoring import Asks, Exercise

exercise = Exercise("ex1", title="Logistic regression", module="logistic", after=("ex7",))


def log_tolerance(loss):
    """What an epsilon or a clip of less than 1e-5 may change.

    At a probability of 1e-8, the lowest that is asked, those from 1e-5 on change more. The 4e-5
    are for wrong classes that are raised, too, by a loss that divides by the sum of the row.
    """
    asked = loss < -np.log(9e-9)
    return np.log1p(9.94e-6 * np.exp(np.where(asked, loss, -np.inf))) + 4e-5


FEW = 30
"""Examples where the numbers hardly matter: three for each shape that is drawn."""

NO_GRADIENT = "TensorFlow can't follow the computation from the input to the result"


@exercise.check(points=0.5, asks=Asks.SHAPE, examples=FEW)
def softmax_shape(student, logits):
    """softmax returns one number for each logit"""
    return student.softmax(logits)


@exercise.check(points=1, needs="softmax_shape", relative=1e-5, absolute=2e-6)
def softmax_values(student, logits):
    """softmax turns each row of logits into probabilities"""
    return student.softmax(logits)


@exercise.check(points=0.5, needs="softmax_values", asks=Asks.DTYPE, examples=FEW)
def softmax_dtype(student, logits):
    """softmax keeps the dtype of its logits"""
    return student.softmax(logits)


@exercise.check(points=0.5, needs="softmax_values", relative=0, absolute=2e-3, examples=60)
def softmax_stability(student, logits):
    """softmax is finite and right for logits as large as 10,000"""
    return student.softmax(logits)


@exercise.check(
    points=0.5, needs="softmax_values", relative=1e-4, absolute=1e-5, none=NO_GRADIENT, examples=FEW
)
def softmax_gradient(student, logits, upstream):
    """softmax lets the gradient through"""
    with tf.GradientTape() as tape:
        tape.watch(logits)
        y = tf.convert_to_tensor(student.softmax(logits))
    return tape.gradient(y, logits, tf.cast(upstream, y.dtype))


@exercise.check(points=0.5, needs="softmax_values", relative=0, absolute=0, examples=FEW)
def softmax_purity(student, logits):
    """softmax leaves its logits as they were"""
    student.softmax(logits)
    return logits


@exercise.check(points=0.5, asks=Asks.SHAPE, examples=FEW)
def cross_entropy_shape(student, scaled_logits, one_hot):
    """cross_entropy returns one loss for each sample"""
    return student.cross_entropy(scaled_logits, one_hot)


@exercise.check(points=1, needs="cross_entropy_shape", relative=1e-5, absolute=log_tolerance)
def cross_entropy_values(student, scaled_logits, one_hot):
    """cross_entropy is minus the natural log of the true class's probability"""
    return student.cross_entropy(scaled_logits, one_hot)


@exercise.check(
    points=0.5, needs="cross_entropy_values", relative=1e-5, absolute=log_tolerance, examples=60
)
def cross_entropy_zero(student, scaled_logits, one_hot):
    """cross_entropy is finite when a wrong class has probability 0"""
    return student.cross_entropy(scaled_logits, one_hot)


@exercise.check(
    points=0.5,
    needs="cross_entropy_values",
    relative=1e-3,
    absolute=1e-3,
    none=NO_GRADIENT,
    examples=FEW,
)
def cross_entropy_gradient(student, logits, one_hot):
    """cross_entropy lets the gradient through, down to the logits"""
    with tf.GradientTape() as tape:
        tape.watch(logits)
        loss = tf.convert_to_tensor(student.cross_entropy(tf.nn.softmax(logits), one_hot))
    return tape.gradient(loss, logits)


@exercise.check(points=0.5, asks=Asks.SHAPE, examples=FEW)
def model_shape(student, X, W, b):
    """model returns one row of class probabilities for each image"""
    return student.model(X, W, b)


@exercise.check(points=1, needs="model_shape", relative=1e-4, absolute=1e-5)
def model_values(student, X, W, b):
    """model is the softmax of the flattened images times W plus b"""
    return student.model(X, W, b)


@exercise.check(points=0.5, needs="model_values", relative=1e-4, absolute=1e-5, examples=FEW)
def model_image(student, X, W, b):
    """model takes one image without a batch axis as a batch of one"""
    return student.model(X, W, b)


@exercise.check(
    points=0.5, needs="model_values", relative=1e-3, absolute=1e-4, none=NO_GRADIENT, examples=20
)
def model_gradient(student, X, W, b, upstream):
    """model lets the gradient through to W and b"""
    with tf.GradientTape() as tape:
        tape.watch([W, b])
        y = tf.convert_to_tensor(student.model(X, W, b))
    return tape.gradient(y, [W, b], tf.cast(upstream, y.dtype))


@exercise.check(points=1, relative=0, absolute=1e-5)
def accuracy_values(student, y_hat, Y):
    """accuracy is the fraction of rows whose largest score is at the label"""
    return student.accuracy(y_hat, Y)


@exercise.check(points=0.5, needs="accuracy_values", relative=0, absolute=1e-5, examples=60)
def accuracy_labels(student, y_hat, Y):
    """accuracy takes labels of int32, int64 and uint8, over their whole range"""
    return student.accuracy(y_hat, Y)
