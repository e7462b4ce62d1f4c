"""What exercise 2 asks: gradient descent, a training loop, and a validation loop."""

import tensorflow as tf
from given import softmax

from grader.authoring import Exercise, Limits

exercise = Exercise(
    "ex2",
    title="A training loop by hand",
    module="training",
    given=("given", "dataset", "utils"),
    # A right loop may be a tf.function, traced anew for each data set: half a minute in all.
    limits=Limits(call_seconds=30, submission_seconds=400),
)

STEP = {"relative": 2e-4, "absolute": 2e-5}


def batches(X, Y, size):
    """The samples as a data set of batches; the last one may be shorter."""
    return tf.data.Dataset.from_tensor_slices((X, Y)).batch(size)


def linear(W, b):
    """The model of exercise 1: probabilities of the flattened images."""

    def model(X):
        return softmax(tf.reshape(X, (-1, W.shape[0])) @ W + b)

    return model


def stretched(b, s, W, t):
    """A model of four parameters; the last one has no axis of classes."""

    def model(X):
        return softmax(s * (tf.reshape(X, (-1, W.shape[0])) @ (t * W)) + b)

    return model


@exercise.check(points=1, examples=30)
def sgd_values(student, params, grads, lr, bs):
    """sgd moves every parameter to p - lr * g / bs"""
    student.sgd(params, grads, lr, bs)
    return list(params)


@exercise.check(points=0.5, needs="sgd_values", examples=12)
def sgd_in_place(student, params, grads, lr, bs):
    """sgd changes the tf.Variables that it is given, and puts no others in their place"""
    variables = list(params)
    student.sgd(params, grads, lr, bs)
    return variables, [p is v for p, v in zip(params, variables, strict=True)]


@exercise.check(points=0.5, needs="sgd_values", relative=0, absolute=0, examples=12)
def sgd_gradients_kept(student, params, grads, lr, bs):
    """sgd leaves the list of gradients as it was"""
    student.sgd(params, grads, lr, bs)
    return grads


@exercise.check(points=1.5, relative=1e-4, absolute=1e-5, examples=25)
def training_loop_result(student, X, Y, W, b, lr, size):
    """training_loop returns the mean loss and the mean accuracy over the batches"""
    return student.training_loop(batches(X, Y, size), linear(W, b), [W, b], lr)


@exercise.check(points=1.5, **STEP, examples=16)
def training_loop_step(student, X, Y, W, b, lr):
    """training_loop takes one step of gradient descent for a batch"""
    student.training_loop(batches(X, Y, len(X)), linear(W, b), [W, b], lr)
    return W, b


@exercise.check(points=1.5, needs="training_loop_step", **STEP, examples=16)
def training_loop_epoch(student, X, Y, W, b, lr, size):
    """training_loop goes over all batches, the short last one by its own size"""
    student.training_loop(batches(X, Y, size), linear(W, b), [W, b], lr)
    return W, b


@exercise.check(points=0.5, needs="training_loop_step", **STEP, examples=12)
def training_loop_classes(student, X, Y, b, s, W, t, lr):
    """training_loop takes the number of classes from the model's output"""
    model = stretched(b, s, W, t)
    student.training_loop(batches(X, Y, len(X)), model, [b, s, W, t], lr)
    return b, s, W, t


@exercise.check(points=0.5, needs="training_loop_step", **STEP, examples=12)
def training_loop_gradient(student, X, Y, b, s, W, t, lr, size):
    """training_loop reaches every parameter, however many there are"""
    model = stretched(b, s, W, t)
    student.training_loop(batches(X, Y, size), model, [W, s, t, b], lr)
    return W, s, t, b


@exercise.check(points=1, absolute=1e-5, examples=25)
def validation_loop_value(student, X, Y, W, b, size):
    """validation_loop returns the mean accuracy over the batches"""
    return student.validation_loop(batches(X, Y, size), linear(W, b))


@exercise.check(points=1, needs="validation_loop_value", absolute=1e-5, examples=12)
def validation_loop_own_data(student, X, Y, other_X, other_Y, W, b, size):
    """validation_loop goes over the data set that it is given, each time"""
    first = student.validation_loop(batches(X, Y, size), linear(W, b))
    return first, student.validation_loop(batches(other_X, other_Y, size), linear(W, b))


@exercise.check(points=0.5, needs="validation_loop_value", relative=0, absolute=0, examples=10)
def validation_loop_unchanged(student, X, Y, W, b, size):
    """validation_loop changes no parameter"""
    student.validation_loop(batches(X, Y, size), linear(W, b))
    return W, b
