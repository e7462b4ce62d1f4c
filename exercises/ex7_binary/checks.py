"""What exercise 7 asks: sigmoid, its loss and gradient, predictions, two features, descent."""

import numpy as np

from grader.authoring import Asks, Exercise

exercise = Exercise(
    "ex7", title="Binary classification", module="binary", framework="numpy", after=("ex4",)
)

FEW = 40
"""Examples where the numbers hardly matter."""


@exercise.check(
    points=1,
    hints=(
        "Take a number of the example and work out 1 / (1 + exp(-z)) by hand. Does your function "
        "give that? Each number counts on its own, whatever its neighbours are, and the result "
        "has the shape of `z`, also where that is () or (2, 2).",
        "`np.exp` goes through an array of any shape, and the formula can be written for the "
        "whole array at once. Mind the brackets around the whole denominator. To compare: 0 gives "
        "0.5, 2 gives 0.8808, and -2 gives 0.1192; the last two add up to 1.",
    ),
)
def sigmoid_values(student, z):
    """sigmoid is 1 / (1 + exp(-z)) of every number"""
    return student.sigmoid(z)


@exercise.check(
    points=0.5,
    needs="sigmoid_values",
    examples=FEW,
    hints=(
        "What should the sigmoid of 1000 be, and that of -1000? Print what your function gives "
        "for each. Then print its steps one by one: `np.exp(1000.0)` is infinite for a computer, "
        "and infinite divided by infinite is NaN.",
        "`exp` of a number that is not positive never overflows, so give it -|z| alone. Where z "
        "is negative, the sigmoid can also be written exp(z) / (1 + exp(z)). `np.where` takes the "
        "one form where z >= 0, and the other elsewhere.",
    ),
)
def sigmoid_stability(student, z):
    """sigmoid is finite and right for numbers as large as 1000"""
    return student.sigmoid(z)


@exercise.check(
    points=1.5,
    absolute=2e-4,
    hints=(
        "What does a single sample cost? Take the first one of the example: if its label is 1, "
        "the loss is -ln p; if it is 0, the loss is -ln(1 - p). Work that out for each sample. "
        "What makes one number of them all?",
        "For p = [0.7, 0.2, 0.9] and y = [1, 0, 1] the losses are -ln 0.7, -ln 0.8 and -ln 0.9; "
        "their mean is 0.2284. `np.log` is the natural logarithm. p is a probability already. "
        "What keeps a 0 out of the logarithm (a clip, an epsilon) must be 1e-7 or less.",
    ),
)
def binary_cross_entropy_values(student, p, y):
    """binary_cross_entropy is the mean of minus ln of the probability of the label"""
    return student.binary_cross_entropy(p, y)


@exercise.check(
    points=0.5,
    needs="binary_cross_entropy_values",
    hints=(
        "Work out one certain sample by hand: y = 1 and p = 1. What does y ln p + (1 - y) ln(1 - "
        "p) ask for there? And what does Python print for `0 * np.log(0.0)`?",
        "Such a sample adds 0 to the sum, and is still one of the N. Take the logarithm of one "
        "number a sample only, the probability of what its label says: then ln 0 does not come "
        "up. For p = [1, 0, 0.5] and y = [1, 0, 1] the loss is 0.2310.",
    ),
)
def binary_cross_entropy_certain(student, p, y):
    """binary_cross_entropy is right where a probability is exactly 0 or 1"""
    return student.binary_cross_entropy(p, y)


@exercise.check(
    points=0.5,
    asks=Asks.SHAPE,
    examples=FEW,
    hints=(
        "How many weights are there, and how many biases? For an `X` of shape (3, 2), print the "
        "shape of each of the two things that you return, with `np.shape(...)`, and compare it "
        "with (2,) and ().",
        "The error p - y has one number for each sample, (N,). A matrix product of `X.T` and the "
        "error adds up over the samples, so that (D,) is left; the bias gets one number out of "
        "all errors. Where the error itself is a matrix, look for (N, 1) minus (N,). The weights "
        "come first.",
    ),
)
def gradient_shape(student, X, y, w, b):
    """gradient returns one number for each weight, and then one for the bias"""
    return student.gradient(X, y, w, b)


@exercise.check(
    points=1.5,
    needs="gradient_shape",
    hints=(
        "Take one row x of the example: work out p = sigmoid(x · w + b), and the error p - y. How "
        "much does this sample add to the weights' part, and how much to the bias's? By what is "
        "the sum of all samples divided?",
        "In the README's example p is [0.6792, 0.9241, 0.6514], so the errors are -0.3208, 0.9241 "
        "and -0.3486. Each error times its own row of X, added up and divided by N = 3, is "
        "[0.8172, -0.5800]; the mean of the errors is 0.0849. Print these steps of yours, and "
        "compare.",
    ),
)
def gradient_values(student, X, y, w, b):
    """gradient is that of the mean loss, with respect to w and to b"""
    return student.gradient(X, y, w, b)


@exercise.check(
    points=1,
    hints=(
        "For each row of the example work out Xw + b, and the probability that belongs to it. "
        "Which rows have at least 1/2? What is asked is not the probability, but the class: 0 or "
        "1, one for each row.",
        "The probability is 1/2 just where Xw + b is 0, so the sign decides: above 0 it is class "
        "1, below it class 0. `X @ w + b` has one number for each sample, and a comparison of an "
        "array goes through all of them. [-1, 0.75, -1.125] gives [0, 1, 0].",
    ),
)
def predict_values(student, X, w, b):
    """predict gives 1 where the probability is at least 1/2, and 0 elsewhere"""
    return student.predict(X, w, b)


@exercise.check(
    points=0.5,
    needs="predict_values",
    examples=FEW,
    hints=(
        "For which row of the example is Xw + b exactly 0? The probability is exactly 1/2 there. "
        "Read once more what the task says of such a sample, and then try what your function says "
        "of it.",
        "At least 1/2 includes 1/2 itself. `np.array([-1.0, 0.0, 1.0]) >= 0` and the same with "
        "`>` differ in the middle. Rounding does not decide it: `np.round(0.5)` is 0, as NumPy "
        "rounds a half to the even number. The threshold needs no small number added to it.",
    ),
)
def predict_boundary(student, X, w, b):
    """predict counts a sample on the line itself, of probability 1/2, as 1"""
    return student.predict(X, w, b)


@exercise.check(
    points=0.5,
    examples=FEW,
    hints=(
        "How far from the origin is the point (3, 4)? Try `radius(np.array([[3.0, 4.0], [0.0, "
        "2.0]]))`: 5 and 2 should come out, one below the other. Look at the values, and at the "
        "shape too.",
        "Square the coordinates, add the two of each row, and take the root last. `np.sum` with "
        "`axis=1` adds up within each row, but drops that axis; `keepdims=True` keeps it, so that "
        "a matrix of one column is left, (N, 1).",
    ),
)
def radius_values(student, X):
    """radius is the distance from the origin, one row for each point"""
    return student.radius(X)


@exercise.check(
    points=0.5,
    examples=FEW,
    hints=(
        "A row is a point. What is x1 · x2 for the first row of the example, and where does it "
        "stand in your result? Print the shape of the result as well: a row for each point, and "
        "one column.",
        "`X[:, 0]` is the first column as a vector, (N,), while `X[:, :1]` is the same column as "
        "a matrix, (N, 1). Two columns of one shape are multiplied row by row; (N,) with (N, 1) "
        "makes N × N numbers. [[1, 2], [3, -1]] gives [[2], [-3]].",
    ),
)
def product_values(student, X):
    """product is x1 times x2, one row for each point"""
    return student.product(X)


@exercise.check(
    points=1.25,
    absolute=1e-5,
    examples=120,
    hints=(
        "Print w and b before the first step and after each one. Where do they begin, and how "
        "many steps are made? With the README's `X` and `y`, a learning rate of 0.5 and one step, "
        "w is [-0.1667, 0.2917] and b is 0.0833.",
        "Before the loop w has a 0 for each column of X, and b is 0. In each round work out both "
        "parts of the gradient first, at the present w and b; then take the learning rate times "
        "its part away from each. Return behind the loop. In the first round each p is 1/2.",
    ),
)
def fit_values(student, X, y, learning_rate, steps):
    """fit returns w and b after so many steps of gradient descent from zeros"""
    return student.fit(X, y, learning_rate, steps)


@exercise.check(
    points=0.25,
    needs="fit_values",
    examples=FEW,
    hints=(
        "The features are so small here that the gradient is below 1e-8. How many steps does your "
        "w show, and how many were asked? Look for a line that can end the loop before its time, "
        "and for one that loses a change as small as 1e-9.",
        "How often the loop runs is said by `steps` alone: without `break`, without a `return` "
        "inside of the loop, without a tolerance, and with nothing rounded. To see it, count the "
        "rounds in a variable, and print it at the end.",
    ),
)
def fit_steps(student, X, y, learning_rate, steps):
    """fit makes all its steps, also where the gradient is below 1e-8"""
    w, _ = student.fit(X, y, learning_rate, steps)
    # X is so small that p stays 1/2, and all steps are alike. What is rounded may count much here.
    step = learning_rate * X.T @ (y - 0.5) / len(y)
    made = w @ step / (step @ step)
    made = steps if made > steps / 2 else round(made)
    return f"w is where {made} of {steps} steps lead", np.array([made, steps - made])


@exercise.check(
    points=0.5,
    needs="fit_values",
    relative=0,
    absolute=0,
    examples=FEW,
    hints=(
        "Print `X` and `y` before and after a call of `fit`. Which of the two has changed? Look "
        "for the statement that writes into it: `y[...] = ...`, `X -= ...`, `X *= ...` and the "
        "like, also in the functions that `fit` calls.",
        "An array that comes in is the caller's. `y -= 1` changes it, while `y = y - 1` makes a "
        "new one. `Z = X` is no copy either, but a second name for the same array; `Z = X.copy()` "
        "is one. Write into new arrays only.",
    ),
)
def fit_kept(student, X, y, learning_rate, steps):
    """fit leaves the samples and the labels as they were"""
    student.fit(X, y, learning_rate, steps)
    return [X, y]
