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
    after=("ex7",),
    limits=Limits(call_seconds=30, submission_seconds=400),
)

STEP = {"relative": 2e-4, "absolute": 2e-5}


def batches(X, Y, size):
    """The samples as a data set of batches; the last one may be shorter."""
    return tf.data.Dataset.from_tensor_slices((X, Y)).batch(size)


def images(X, kernel):
    """X as a tensor; it must be images (N, H, W, 3) of the size for which the kernel is made."""
    X = tf.convert_to_tensor(X)
    height, width, colors = kernel.shape[:3]
    if not X.shape.is_compatible_with((None, height, width, colors)):
        asked = f"(N, {height}, {width}, {colors})"
        raise ValueError(f"the model takes images of shape {asked}, and was given {X.shape}")
    return X


def linear(W, b):
    """A model with a weight for each pixel, color and class."""

    def model(X):
        return softmax(tf.tensordot(images(X, W), W, 3) + b)

    return model


def hidden(b, W, V, t):
    """A model with a hidden layer: its first and its last parameter have no axis of classes."""

    def model(X):
        return softmax((t * tf.tensordot(images(X, W), W, 3) + b) @ tf.transpose(V))

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


@exercise.check(points=1.5, relative=5e-5, absolute=5e-6, examples=18)
def training_loop_result(student, X, Y, W, b, lr, size):
    """training_loop returns the mean loss and the mean accuracy over the batches"""
    return student.training_loop(batches(X, Y, size), linear(W, b), [W, b], lr)


@exercise.check(points=1.5, **STEP, examples=12)
def training_loop_step(student, X, Y, W, b, lr):
    """training_loop takes one step of gradient descent for a batch"""
    student.training_loop(batches(X, Y, len(X)), linear(W, b), [W, b], lr)
    return W, b


@exercise.check(points=1.5, needs="training_loop_step", **STEP, examples=10)
def training_loop_epoch(student, X, Y, W, b, lr, size):
    """training_loop goes over all batches, the short last one by its own size"""
    student.training_loop(batches(X, Y, size), linear(W, b), [W, b], lr)
    return W, b


@exercise.check(points=0.5, needs="training_loop_step", **STEP, examples=9)
def training_loop_classes(student, X, Y, b, W, V, t, lr):
    """training_loop takes the number of classes from the model's output"""
    student.training_loop(batches(X, Y, len(X)), hidden(b, W, V, t), [b, W, V, t], lr)
    return b, W, V, t


@exercise.check(points=0.5, needs="training_loop_step", **STEP, examples=7)
def training_loop_gradient(student, X, Y, b, W, V, t, lr, size):
    """training_loop reaches every parameter, however many there are"""
    student.training_loop(batches(X, Y, size), hidden(b, W, V, t), [t, V, b, W], lr)
    return t, V, b, W


@exercise.check(points=1, absolute=1e-5, examples=20)
def validation_loop_value(student, X, Y, W, b, size):
    """validation_loop returns the mean accuracy over the batches"""
    return student.validation_loop(batches(X, Y, size), linear(W, b))


@exercise.check(points=1, needs="validation_loop_value", absolute=1e-5, examples=8)
def validation_loop_own_data(student, X, Y, other_X, other_Y, W, b, size):
    """validation_loop goes over the data set that it is given, each time"""
    first = student.validation_loop(batches(X, Y, size), linear(W, b))
    return first, student.validation_loop(batches(other_X, other_Y, size), linear(W, b))


@exercise.check(points=0.5, needs="validation_loop_value", relative=0, absolute=0, examples=7)
def validation_loop_unchanged(student, X, Y, W, b, size):
    """validation_loop changes no parameter"""
    student.validation_loop(batches(X, Y, size), linear(W, b))
    return W, b
