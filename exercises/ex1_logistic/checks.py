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


@exercise.check(
    points=0.5,
    asks=Asks.SHAPE,
    examples=FEW,
    hints=(
        "Which shape does `logits` have in the example, and which shape does your result have? "
        "Print the shape after each step. Softmax changes numbers and takes away no axis: N rows "
        "of C numbers stay N rows of C numbers.",
        "Each row is divided by a total of its own. For `[[1., 2., 3.], [4., 5., 6.]]` the totals "
        "are `[6., 15.]`, of shape (2,), which does not line up with (2, 3). With `keepdims=True` "
        "they have shape (2, 1), which does. Return one tensor, also where N or C is 1.",
    ),
)
def softmax_shape(student, logits):
    """softmax returns one number for each logit"""
    return student.softmax(logits)


@exercise.check(
    points=1,
    needs="softmax_shape",
    relative=1e-5,
    absolute=2e-6,
    hints=(
        "Take one row of the example alone. Do your numbers for it add up to 1? Are they the same "
        "when that row is the whole batch? Each row becomes probabilities by itself, whatever "
        "stands in the other rows.",
        "Three things happen to each row: e to the power of each logit, the sum of these along "
        "the row (axis 1), and a division by that sum. By hand: the row [0, 0.6931] gives the "
        "powers 1 and 2, the sum 3, the result [0.333, 0.667]. Print yours after each step.",
    ),
)
def softmax_values(student, logits):
    """softmax turns each row of logits into probabilities"""
    return student.softmax(logits)


@exercise.check(
    points=0.5,
    needs="softmax_values",
    asks=Asks.DTYPE,
    examples=FEW,
    hints=(
        "Call your function with the logits of the example and print the `dtype` after each step. "
        "Where does it change, or which operation refuses to take two dtypes at once? The result "
        "should have the dtype of `logits`.",
        "`logits.dtype` is the dtype that is asked. A tensor that you make yourself gets it by "
        "`dtype=logits.dtype` or by `tf.zeros_like(logits)`, and `tf.cast(x, logits.dtype)` "
        "brings a result back to it. A plain Python number takes the dtype of the tensor that it "
        "meets.",
    ),
)
def softmax_dtype(student, logits):
    """softmax keeps the dtype of its logits"""
    return student.softmax(logits)


@exercise.check(
    points=0.5,
    needs="softmax_values",
    relative=0,
    absolute=2e-3,
    examples=60,
    hints=(
        "Print the exponentials of the logits in the example. In float32 `exp(89)` is inf and "
        "`exp(-104)` is 0, and both inf / inf and 0 / 0 are NaN. What can you do to a whole row "
        "beforehand that leaves its softmax as it is?",
        "Subtract one number c from a whole row: e^(x − c) is e^x / e^c, and e^c cancels in the "
        "fraction. Choose c so that the largest exponent of each row is 0: then nothing "
        "overflows, and the sum is at least 1. [1000, 998] becomes [0, -2], and its softmax is "
        "[0.881, 0.119].",
    ),
)
def softmax_stability(student, logits):
    """softmax is finite and right for logits as large as 10,000"""
    return student.softmax(logits)


@exercise.check(
    points=0.5,
    needs="softmax_values",
    relative=1e-4,
    absolute=1e-5,
    none=NO_GRADIENT,
    examples=FEW,
    hints=(
        "TensorFlow follows its own functions only. Go from `logits` to the result line by line: "
        "does each line use a function of TensorFlow on what came before it, or does one make "
        "plain numbers of it (NumPy, `.numpy()`, `float`, a new `tf.Variable`)?",
        "By hand: a row with probabilities s and upstream u has the gradient s · (u − Σ u s). For "
        "s = [0.25, 0.75] and u = [1, 0] that is [0.1875, -0.1875]. `None` says that there is no "
        "path from the result back to the logits; other numbers, that a part of it is missing or "
        "wrong.",
    ),
)
def softmax_gradient(student, logits, upstream):
    """softmax lets the gradient through"""
    with tf.GradientTape() as tape:
        tape.watch(logits)
        y = tf.convert_to_tensor(student.softmax(logits))
    return tape.gradient(y, logits, tf.cast(upstream, y.dtype))


@exercise.check(
    points=0.5,
    needs="softmax_values",
    relative=0,
    absolute=0,
    examples=FEW,
    hints=(
        "Print `logits` before and after the call: which numbers have changed? Then look for the "
        "line that writes into the memory of the logits instead of making a new array or tensor.",
        "On a NumPy array, `x -= m`, `x[i] = ...` and `out=` write in place, while `x - m` makes "
        "a new array. An array that is made from a tensor may share its memory, and then a change "
        "of the one is a change of the other. Compute into a new name, or work on a copy.",
    ),
)
def softmax_purity(student, logits):
    """softmax leaves its logits as they were"""
    student.softmax(logits)
    return logits


@exercise.check(
    points=0.5,
    asks=Asks.SHAPE,
    examples=FEW,
    hints=(
        "How many samples does the example have, and how many numbers do you return? One loss for "
        "each sample is asked, shape (N,). Print the shape after each step: which axis should be "
        "gone at the end, and which should stay?",
        "In (N, C) axis 0 counts the samples and axis 1 the classes. A sum along axis 1 turns 2 "
        "rows of 3 into shape (2,). Without an axis one number is left, and with `keepdims=True` "
        "a column, (2, 1). The batch is not summed or averaged here. Return one tensor, also "
        "where N is 1.",
    ),
)
def cross_entropy_shape(student, scaled_logits, one_hot):
    """cross_entropy returns one loss for each sample"""
    return student.cross_entropy(scaled_logits, one_hot)


@exercise.check(
    points=1,
    needs="cross_entropy_shape",
    relative=1e-5,
    absolute=log_tolerance,
    hints=(
        "Take a sample of the example whose loss is wrong. Which class is the true one (the 1 in "
        "`one_hot`), and what is its probability p? Work out −ln p with a calculator. Nothing "
        "else should count: no other class, no other sample, no size of the batch.",
        "By hand: [0.7, 0.2, 0.1] with the label [0, 1, 0] has p = 0.2, and −ln 0.2 = 1.609. "
        "`one_hot` picks p out of its row. The row is probabilities already, `tf.math.log` is the "
        "natural logarithm, and p may be as small as 1e-8: an epsilon or a clip of 1e-5 is too "
        "much.",
    ),
)
def cross_entropy_values(student, scaled_logits, one_hot):
    """cross_entropy is minus the natural log of the true class's probability"""
    return student.cross_entropy(scaled_logits, one_hot)


@exercise.check(
    points=0.5,
    needs="cross_entropy_values",
    relative=1e-5,
    absolute=log_tolerance,
    examples=60,
    hints=(
        "Look for a row of the example that has a 0 in `scaled_logits`, and print what you "
        "compute for it step by step. What is the logarithm of 0, and what is 0 times that? Which "
        "class of the row is the only one whose logarithm counts?",
        "ln 0 is −inf, and 0 · (−inf) is NaN. The true class never has the probability 0 here, so "
        "think of the order: first one probability for each row, that of the true class, then the "
        "logarithm. By hand: [0.6, 0.4, 0] with the label [0, 1, 0] gives 0.4, and −ln 0.4 = "
        "0.916.",
    ),
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
    hints=(
        "The gradient is asked from your loss, through `tf.nn.softmax`, down to the logits. Go "
        "from `scaled_logits` to the result line by line: does each use a function of TensorFlow, "
        "or does one make plain numbers (NumPy, `.numpy()`, `float`, a new `tf.Variable`)?",
        "By hand: a row with probabilities p and label y has the gradient p − y. For p = [0.7, "
        "0.2, 0.1] and y = [0, 1, 0] that is [0.7, -0.8, 0.1]. `None` says that there is no path "
        "from the loss back to the logits; other numbers, that a part of it is missing or wrong.",
    ),
)
def cross_entropy_gradient(student, logits, one_hot):
    """cross_entropy lets the gradient through, down to the logits"""
    with tf.GradientTape() as tape:
        tape.watch(logits)
        loss = tf.convert_to_tensor(student.cross_entropy(tf.nn.softmax(logits), one_hot))
    return tape.gradient(loss, logits)


@exercise.check(
    points=0.5,
    asks=Asks.SHAPE,
    examples=FEW,
    hints=(
        "Print three shapes for the example: of the flattened images, of `W`, and of your result. "
        "An image has D = height · width · 3 numbers, and `W` has shape (D, C). Which shape must "
        "stand in front of (D, C) to give one row of C numbers for each image?",
        "Each image becomes one row of D numbers: (N, D) times (D, C) is (N, C). `tf.reshape` "
        "takes both lengths: D is the number of rows of `W`, and -1 stands for the one that "
        "TensorFlow works out. Two images of 1 × 2 pixels go from (2, 1, 2, 3) to (2, 6).",
    ),
)
def model_shape(student, X, W, b):
    """model returns one row of class probabilities for each image"""
    return student.model(X, W, b)


@exercise.check(
    points=1,
    needs="model_shape",
    relative=1e-4,
    absolute=1e-5,
    hints=(
        "Which step differs from the formula? Print the flattened images, the logits and the "
        "probabilities for the example. Is each row one image, in the order that `tf.reshape` "
        "gives? Are `X`, `W` and `b` used as they are given, and each of them once?",
        "Three steps: one row for each image, times `W` plus `b`, then softmax along the classes. "
        "By hand: one pixel [1, 2, 3], a `W` with the columns [1, 0, 0] and [0, 1, 0], and b = "
        "[0.5, 0] give the logits [1.5, 2] and the probabilities [0.378, 0.622].",
    ),
)
def model_values(student, X, W, b):
    """model is the softmax of the flattened images times W plus b"""
    return student.model(X, W, b)


@exercise.check(
    points=0.5,
    needs="model_values",
    relative=1e-4,
    absolute=1e-5,
    examples=FEW,
    hints=(
        "How many axes has `X` in the example? It is (height, width, 3), one image without a "
        "batch axis. What would your function return for the batch (1, height, width, 3) that "
        "holds this image alone? The same is asked here: shape (1, C).",
        "Two ways lead there. Look at the number of axes first, and where it is three, put an "
        "axis of length 1 in front (`X[tf.newaxis]`). Or write the reshape so that it does not "
        "read N from `X.shape`: the 6 numbers of an image of 1 × 2 pixels, in rows of 6, are (1, "
        "6).",
    ),
)
def model_image(student, X, W, b):
    """model takes one image without a batch axis as a batch of one"""
    return student.model(X, W, b)


@exercise.check(
    points=0.5,
    needs="model_values",
    relative=1e-3,
    absolute=1e-4,
    none=NO_GRADIENT,
    examples=20,
    hints=(
        "The gradients of your result to `W` and to `b` are asked. Follow each of the two from "
        "the argument to the result: does each line use a function of TensorFlow on it, or does "
        "one make plain numbers (NumPy, `.numpy()`, a new `tf.Variable`)?",
        "Compare the two one by one. By hand: if G is the gradient at the logits and F the "
        "flattened images, `b` gets the sum of the rows of G, and `W` gets Fᵀ G. For one row F = "
        "[1, 2, 3] and G = [0.5, -0.5] these are [0.5, -0.5] and [[0.5, -0.5], [1, -1], [1.5, "
        "-1.5]].",
    ),
)
def model_gradient(student, X, W, b, upstream):
    """model lets the gradient through to W and b"""
    with tf.GradientTape() as tape:
        tape.watch([W, b])
        y = tf.convert_to_tensor(student.model(X, W, b))
    return tape.gradient(y, [W, b], tf.cast(upstream, y.dtype))


@exercise.check(
    points=1,
    relative=0,
    absolute=1e-5,
    hints=(
        "Do the example by hand: where does the largest score of each row stand, and is that the "
        "label of the row? Count the rows that are right, and divide by the number of rows. At "
        "which of these steps does your function get something else?",
        "Axis 1 goes along the classes: the argmax of [0.1, 0.2, 0.7] is 2, and ids start at 0. "
        "Predictions [2, 0, 1] and labels [2, 1, 1] match in 1, 0, 1, whose mean is 0.6667. "
        "TensorFlow wants predictions and labels of one dtype, and a mean of floats (`tf.cast`).",
    ),
)
def accuracy_values(student, y_hat, Y):
    """accuracy is the fraction of rows whose largest score is at the label"""
    return student.accuracy(y_hat, Y)


@exercise.check(
    points=0.5,
    needs="accuracy_values",
    relative=0,
    absolute=1e-5,
    examples=60,
    hints=(
        "Which dtype has `Y` in the example, and which have your predictions? How many rows are "
        "there, and how large are the ids? An int8 ends at 127 and a uint8 at 255, and TensorFlow "
        "compares no two integers of different dtypes.",
        "Bring both sides to one dtype that holds every id, int32 or int64, with `tf.cast`. The "
        "count of right rows needs such a dtype as well, or float32: in uint8, 255 + 1 is 0, so "
        "300 right rows would count as 44. At small ids and in small batches none of this shows.",
    ),
)
def accuracy_labels(student, y_hat, Y):
    """accuracy takes labels of int32, int64 and uint8, over their whole range"""
    return student.accuracy(y_hat, Y)
