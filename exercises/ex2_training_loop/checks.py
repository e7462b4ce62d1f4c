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


@exercise.check(
    points=1,
    examples=30,
    hints=(
        "What is each number to become? Take one number p of a parameter, and its g in the "
        "gradient of the same place, and compute p − lr · g / bs by hand. Compare with yours: "
        "is it the sign, `lr`, `bs`, or another gradient?",
        "For p = 3, g = 2, lr = 0.1 and bs = 4 the step is 0.1 · 2 / 4 = 0.05, and p becomes "
        "2.95. Go through both lists side by side with `zip`, however long they are. A "
        "`tf.Variable` subtracts something from itself with `assign_sub`.",
    ),
)
def sgd_values(student, params, grads, lr, bs):
    """sgd moves every parameter to p - lr * g / bs"""
    student.sgd(params, grads, lr, bs)
    return list(params)


@exercise.check(
    points=0.5,
    needs="sgd_values",
    examples=12,
    hints=(
        "Are the same objects in the list afterwards, with new values? Keep `before = "
        "list(params)`, call `sgd`, and look at `params[0] is before[0]` and at `before[0]`. "
        "Try two parameters of different shapes, too, and a single one.",
        "`p = ...` and `params[i] = ...` only put another object under a name or into the list; "
        "the model goes on reading the old one. A `tf.Variable` changes its own value with "
        "`assign` or `assign_sub`. Treat each parameter by itself: their shapes differ.",
    ),
)
def sgd_in_place(student, params, grads, lr, bs):
    """sgd changes the tf.Variables that it is given, and puts no others in their place"""
    variables = list(params)
    student.sgd(params, grads, lr, bs)
    return variables, [p is v for p, v in zip(params, variables, strict=True)]


@exercise.check(
    points=0.5,
    needs="sgd_values",
    relative=0,
    absolute=0,
    examples=12,
    hints=(
        "What is in `grads` after the call? Keep a copy before it (`before = list(grads)`), "
        "call `sgd`, and print both lists: are there as many tensors, and the same numbers in "
        "them?",
        "Only read from `grads`: write nothing into it (`grads[i] = ...`), and take nothing out "
        "(`pop`, `clear`, `del`). What you compute of a gradient gets a name of its own. "
        "Whoever has to change a list makes one of their own first: `list(grads)`.",
    ),
)
def sgd_gradients_kept(student, params, grads, lr, bs):
    """sgd leaves the list of gradients as it was"""
    student.sgd(params, grads, lr, bs)
    return grads


@exercise.check(
    points=1.5,
    relative=5e-5,
    absolute=5e-6,
    examples=18,
    hints=(
        "Two numbers are asked, the loss first. Try the example of the README, which has a "
        "single batch: does it give 0.4131 (rounded) and 1.0? If not, look at what is computed "
        "for a batch. If so, look first at what is made of several batches, and at the step "
        "between them.",
        "For each batch: one forward pass on X / 255, the mean of its losses, its accuracy, and "
        "then the step. Collect both numbers in lists, and average these behind the loop. Two "
        "batches with the losses [0.2, 0.6] and [1.0, 1.4] have the means 0.4 and 1.2; returned "
        "is 0.8.",
    ),
)
def training_loop_result(student, X, Y, W, b, lr, size):
    """training_loop returns the mean loss and the mean accuracy over the batches"""
    return student.training_loop(batches(X, Y, size), linear(W, b), [W, b], lr)


@exercise.check(
    points=1.5,
    **STEP,
    examples=12,
    hints=(
        "How far does each parameter move? Try the example of the README: W[0, 0] goes from 1 "
        "to 1.0672, a step of 0.0672. With `lr` 1.0 the step is twice as long, and with every "
        "sample twice in the batch it stays the same. Where does yours differ?",
        "The step is `lr` times the sum of the samples' gradients, divided by N. "
        "`tape.gradient` gives that sum for a vector of losses; for their mean it is divided by "
        "N already. The model is called on X / 255, in the tape's `with`, and each variable "
        "changes itself with `assign_sub`.",
    ),
)
def training_loop_step(student, X, Y, W, b, lr):
    """training_loop takes one step of gradient descent for a batch"""
    student.training_loop(batches(X, Y, len(X)), linear(W, b), [W, b], lr)
    return W, b


@exercise.check(
    points=1.5,
    needs="training_loop_step",
    **STEP,
    examples=10,
    hints=(
        "Which batches have a step, and by what is each divided? Print the shape of X in the "
        "loop: 5 samples in batches of 2 have to show 2, 2 and 1, and after each of the three "
        "the parameters have moved.",
        "Each batch has its step inside of the loop, so that the next forward pass sees the new "
        "values. N is the number of samples in this very batch, asked anew each time (inside of "
        "a `tf.function` that is `tf.shape(X)[0]`). No batch is left out, however many there "
        "are.",
    ),
)
def training_loop_epoch(student, X, Y, W, b, lr, size):
    """training_loop goes over all batches, the short last one by its own size"""
    student.training_loop(batches(X, Y, size), linear(W, b), [W, b], lr)
    return W, b


@exercise.check(
    points=0.5,
    needs="training_loop_step",
    **STEP,
    examples=9,
    hints=(
        "How many columns have your one-hot labels, and how many has the model's output? Print "
        "both shapes. This model has four parameters, of other shapes, and the last class may "
        "be missing from the labels: where does your function get the number of classes?",
        "The last dimension of the model's output is the number of classes. Call the model "
        "first, and make the labels then: for an output of shape (2, 4), the labels [0, 2] "
        "become 2 rows of 4 numbers. `tf.one_hot` takes this number as its second argument.",
    ),
)
def training_loop_classes(student, X, Y, b, W, V, t, lr):
    """training_loop takes the number of classes from the model's output"""
    student.training_loop(batches(X, Y, len(X)), hidden(b, W, V, t), [b, W, V, t], lr)
    return b, W, V, t


@exercise.check(
    points=0.5,
    needs="training_loop_step",
    **STEP,
    examples=7,
    hints=(
        "Which parameters have moved after the call? Print each before and after it. The list "
        "has any length: here there are four, of different shapes and in no order that says "
        "what they are for. Is it the first, the last or one in the middle that is wrong?",
        "Ask the tape for the gradients of the whole list at once: they come back in its order. "
        "Then each parameter steps by its own. A gradient that is None belongs to a variable "
        "that the tape did not see on the way from the model to the loss.",
    ),
)
def training_loop_gradient(student, X, Y, b, W, V, t, lr, size):
    """training_loop reaches every parameter, however many there are"""
    student.training_loop(batches(X, Y, size), hidden(b, W, V, t), [t, V, b, W], lr)
    return t, V, b, W


@exercise.check(
    points=1,
    absolute=1e-5,
    examples=20,
    hints=(
        "One number is asked, a fraction between 0 and 1. Print the accuracy of each batch of "
        "the example: is it the part of its samples that are right, with the model called on X "
        "/ 255? And is your result the mean of these?",
        "Batches of two, with 1, 2 and 0 samples right, have the accuracies 0.5, 1 and 0: "
        "returned is 0.5. `accuracy` takes the model's output (N, C) and the class ids Y as "
        "they come. Collect one number for each batch, and average them behind the loop.",
    ),
)
def validation_loop_value(student, X, Y, W, b, size):
    """validation_loop returns the mean accuracy over the batches"""
    return student.validation_loop(batches(X, Y, size), linear(W, b))


@exercise.check(
    points=1,
    needs="validation_loop_value",
    absolute=1e-5,
    examples=8,
    hints=(
        "Which data set does your loop go over? The function is called twice here, each time "
        "with another one. Look for a name in it that is none of its arguments, and for "
        "something that is kept from the first call.",
        "Loop over the first argument. Lists and sums are made inside of the function, so that "
        "they start empty at each call: the second result has to be the one that the second "
        "data set gives alone.",
    ),
)
def validation_loop_own_data(student, X, Y, other_X, other_Y, W, b, size):
    """validation_loop goes over the data set that it is given, each time"""
    first = student.validation_loop(batches(X, Y, size), linear(W, b))
    return first, student.validation_loop(batches(other_X, other_Y, size), linear(W, b))


@exercise.check(
    points=0.5,
    needs="validation_loop_value",
    relative=0,
    absolute=0,
    examples=7,
    hints=(
        "What are the numbers in the model's variables before the call, and what after it? "
        "Print them. Which line of your function could change them?",
        "Validation only looks: no tape, no `sgd`, no `assign`, no optimizer, and no call of "
        "`training_loop`, which trains. What is left is the model on X / 255, and the accuracy "
        "of its output.",
    ),
)
def validation_loop_unchanged(student, X, Y, W, b, size):
    """validation_loop changes no parameter"""
    student.validation_loop(batches(X, Y, size), linear(W, b))
    return W, b
