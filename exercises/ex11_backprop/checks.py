"""What exercise 11 asks: the chain rule as an algorithm, and a test that it is right."""

import numpy as np

from grader.authoring import Asks, Exercise

exercise = Exercise(
    "ex11",
    title="Back-propagation by hand",
    module="backprop",
    framework="numpy",
    after=("ex1", "ex4"),
)


def as_array(returned):
    """A list, a tuple or a generator of numbers as an array; anything else as it is."""
    if isinstance(returned, (str, dict)) or not np.iterable(returned):
        return returned
    numbers = list(returned)
    try:
        array = np.array(numbers)
    except ValueError:  # they have different shapes
        return numbers
    return array if array.dtype.kind in "biuf" else numbers


def is_list_of(count, returned):
    """Whether so many results came back."""
    return isinstance(returned, (list, tuple)) and len(returned) == count


def cubic(c3, c2, mixed):
    """A function of an array in which all elements act on one another, and its exact slopes."""

    def f(x):
        if np.shape(x) != c3.shape:
            raise ValueError(f"f takes an array of shape {c3.shape}, and got one of {np.shape(x)}")
        return float(np.sum(c3 * x**3 + c2 * x**2) + mixed * np.sum(x) ** 2)

    def slopes(x):
        return 3 * c3 * x**2 + 2 * c2 * x + 2 * mixed * np.sum(x)

    return f, slopes


def in_single_precision(expected):
    """What float32 may lose: it depends on the largest numbers that are added up."""
    return 5e-6 * max(2, np.max(np.abs(expected), initial=0))


def what_is_left(before, x):
    """How x is after a call, in words."""
    if np.array_equal(before, x):
        return "x is what it was"
    if np.allclose(before, x, rtol=1e-9, atol=1e-9):
        return "x is off by a rounding: x + h - 2h + h is not exactly x"
    return "x is not what it was"


@exercise.check(
    points=0.5,
    examples=60,
    hints=(
        "Take the example of the report, and write the value of each node beside it, from the "
        "first to the last. Which is the first that differs from yours? What kind of node is it?",
        "i and j are places in the list, not numbers to compute with: look up the values that you "
        'have found there. `("negate", i)` changes the sign, `("exp", i)` is e to the power of '
        'that value, `("reciprocal", i)` is 1 divided by it, and all n values are asked, the '
        "inputs among them, in the order of the list.",
    ),
)
def evaluate_values(student, nodes):
    """evaluate gives the value of each node, in their order"""
    return as_array(student.evaluate(nodes))


@exercise.check(
    points=1,
    examples=150,
    absolute=in_single_precision,
    hints=(
        "Write the derivatives of the example beside its nodes, from the last to the first: the "
        "last has 1. At the first place (from the end) where yours differ: which node uses it, "
        "and what is the slope of that use?",
        "What a node passes on is what arrived at it, times its slope. The slopes: 1 and 1 for "
        "add; the *other* factor's value for multiply; −1 for negate; the node's own value (its "
        "output) for exp; minus its own value squared for reciprocal, −1/x². The output has 1, "
        "what it does not depend on has 0, and all n are asked, inputs and inner nodes alike.",
    ),
)
def backpropagate_circuit(student, nodes):
    """backpropagate is right where each node is used once, or never"""
    return as_array(student.backpropagate(nodes))


@exercise.check(
    points=1,
    needs="backpropagate_circuit",
    examples=150,
    absolute=in_single_precision,
    hints=(
        "Which node of the example is used twice, or twice by the same node? Work out what each "
        "use sends back to it, and what becomes of the first when the second arrives.",
        "What comes from several users adds up: `+=` and not `=`, also for the two arguments of "
        '`("multiply", i, i)`. And a node passes its gradient on once, when all its users have '
        "sent theirs: every user stands behind the node in the list, so go from the last to the "
        "first. A walk from the output into its arguments comes to some nodes too early or twice.",
    ),
)
def backpropagate_shared(student, nodes):
    """backpropagate adds up what a node gets from several users"""
    return as_array(student.backpropagate(nodes))


@exercise.check(
    points=1,
    examples=60,
    hints=(
        "Take one element of the example's x, and work out f with h added to that element alone, "
        "and with h taken away from it. What is their difference divided by? Where does the "
        "result stand?",
        "For each element: (f(x + h e) − f(x − h e)) / (2h), in brackets, with the h that you are "
        "given, whatever its size. All other elements of x are as they were in both calls, so put "
        "back what you change. The result is an array of floats with the shape of x, also where "
        "that is () or (2, 3). x³ at 1 with h = 0.1 gives 3.01, and not 3.",
    ),
)
def numerical_gradient_values(student, x, h, c3, c2, mixed):
    """numerical_gradient is the central difference with step h, for each element"""
    f, _ = cubic(c3, c2, mixed)
    return student.numerical_gradient(f, x.copy(), h)


@exercise.check(
    points=0.5,
    needs="numerical_gradient_values",
    relative=0,
    absolute=1e-9,
    examples=40,
    hints=(
        "Print x before and after the call, with `repr`, and look at the last digits. In which "
        "line do you write into x, and with which number does that element end?",
        "x + h − 2h + h is not x again: each step is rounded. Keep the old number in a variable "
        "and write that back, or work on a copy: `x.copy()`, for `y = x` is the same array. While "
        "f is called, no element but one may differ from x.",
    ),
)
def numerical_gradient_kept(student, x, h, c3, c2, mixed):
    """numerical_gradient leaves x exactly as it was, and changes one element at a time"""
    f, _ = cubic(c3, c2, mixed)
    before = x.copy()
    changed = []

    def watched(y):
        changed.append(int(np.sum(np.abs(y - before) > h / 2)))
        return f(y)

    student.numerical_gradient(watched, x, h)
    most = max(changed, default=0)
    left = what_is_left(before, x)
    return {"x afterwards": x, "exactly": left, "most elements changed at once": most}


@exercise.check(
    points=0.5,
    examples=60,
    hints=(
        "Print a = gradient(x) and n, the numerical gradient, of the example, and work out the "
        "three norms by hand: of a − n, of a, of n. A norm is the root of the sum of the squares. "
        "What is divided by what?",
        "‖a − n‖ stands above the line, the *sum* ‖a‖ + ‖n‖ below it, in brackets. Each norm is "
        "one number over all elements of the array, of a matrix too: `np.linalg.norm` without a "
        "second argument. n has the h that you are given. And 0/0 is 0 here, so ask before you "
        "divide.",
    ),
)
def gradient_error_value(student, x, h, c3, c2, mixed, scale, shift):
    """gradient_error is the norm of the difference over the sum of both norms"""
    f, slopes = cubic(c3, c2, mixed)

    def gradient(x):
        return scale * slopes(x) + shift

    return student.gradient_error(f, gradient, x, h)


@exercise.check(
    points=0.5,
    asks=Asks.SHAPE,
    examples=40,
    hints=(
        "Print the shapes of dY, X and W of the example, and of your three results. Each gradient "
        "has the shape of what it is the gradient of; which comes first?",
        "dX is (N, D), dW is (D, M), db is (M,), in this order. Of the products of two matrices "
        "only one fits each: look which of them needs `.T`, and on which side it stands. db has "
        "no N in it: the samples are summed up.",
    ),
)
def dense_backward_shape(student, dY, X, W):
    """dense_backward returns dX, dW and db, each with the shape of X, W and b"""
    return student.dense_backward(dY, X, W)


@exercise.check(
    points=1.5,
    needs="dense_backward_shape",
    examples=60,
    hints=(
        "Begin with one sample, one feature, one output: y = xw + b. What are dx, dw and db, if "
        "dy = 3, x = 2, w = 5? Then two samples: which of the three gradients is a sum over them?",
        "By 3 · 5 = 15, 3 · 2 = 6 and 3. dX needs dY and W, dW needs X and dY, db needs dY alone. "
        "For square matrices a wrong product has the right shape: element (d, m) of dW is the sum "
        "over the samples n of X[n, d] · dY[n, m]. Nothing is divided by N here, since the loss "
        "has done that.",
    ),
)
def dense_backward_values(student, dY, X, W):
    """dense_backward gives the gradients of Y = X W + b"""
    return student.dense_backward(dY, X, W)


@exercise.check(
    points=1,
    examples=90,
    hints=(
        "Take one element of the example. What is the activation's slope at this z, and what "
        "becomes of it with dA? z is what went *into* the activation.",
        "The slopes are: 1 where z > 0 and else 0 for relu; s(1 − s) for sigmoid, with s = σ(z) "
        "and not z itself; 1 − t² for tanh, with t = tanh(z). Each is multiplied by dA, whatever "
        "its sign. At z = 1 they are 1, 0.1966 and 0.42.",
    ),
)
def activation_backward_values(student, kind, dA, z):
    """activation_backward is dA times the activation's slope at z"""
    return student.activation_backward(kind, dA, z)


@exercise.check(
    points=0.5,
    needs="activation_backward_values",
    relative=0,
    absolute=0,
    examples=60,
    hints=(
        "Print dA and z before and after the call. Which of your lines writes into one of them?",
        "`dA[z < 0] = 0`, `dA *= ...` and `out=dA` change the caller's array, and so they do "
        "after `d = dA`, which is another name for the same array. Make a new one: `dA * ...`, or "
        "`dA.copy()` first.",
    ),
)
def activation_backward_kept(student, kind, dA, z):
    """activation_backward leaves dA and z as they were"""
    student.activation_backward(kind, dA, z)
    return {"dA afterwards": dA, "z afterwards": z}


@exercise.check(
    points=0.5,
    relative=1e-4,
    absolute=2e-5,
    examples=60,
    hints=(
        "Take the first sample of the example alone: its hidden units, its scores, its "
        "probabilities, its loss. Do they agree with yours? Then take all: what is done with the "
        "N losses? Is any of your numbers NaN, or inf?",
        "The loss is the mean over the N samples of −ln of the probability of the true class. The "
        "softmax goes along each row, `axis=1` with `keepdims=True`, and *each row's own* largest "
        "score is taken away before `np.exp`: exp(800) is inf, and, if the largest of the whole "
        "matrix is taken away, another row may be exp(−800) = 0 everywhere, and 0/0 is NaN.",
    ),
)
def network_loss(student, X, Y, W1, b1, W2, b2):
    """network gives the mean cross entropy, of many samples and of the first one alone"""
    returned = student.network(X, Y, W1, b1, W2, b2)
    if not is_list_of(5, returned):
        return returned
    loss = returned[0]
    loss_of_the_first = student.network(X[:1], Y[:1], W1, b1, W2, b2)[0]
    return loss, loss_of_the_first


@exercise.check(
    points=1.5,
    relative=1e-4,
    absolute=in_single_precision,
    examples=100,
    hints=(
        "Which of the four gradients is the first that is wrong, from the end: db2, dW2, db1, "
        "dW1? Ask your `gradient_error` about that one, with a small network. At the scores the "
        "derivative is (p − Y) / N. What must happen to it on its way to Z = X W1 + b1?",
        "From the scores on it goes back as it came: dW2 and db2 by `dense_backward` with what "
        "went *into* the second layer (after the relu) and W2; then through relu, whose mask is "
        "where Z > 0, the values before it; then dW1 and db1 with X. Divide by N once, in (p − "
        "Y) / N. db1 and db2 are sums over the samples, and no weight changes. NaN comes from a "
        "softmax without each row's own largest score taken away.",
    ),
)
def network_gradients(student, X, Y, W1, b1, W2, b2):
    """network gives the gradients of the loss by W1, b1, W2 and b2"""
    returned = student.network(X, Y, W1, b1, W2, b2)
    if not is_list_of(5, returned):
        return returned
    _, dW1, db1, dW2, db2 = returned
    return dW1, db1, dW2, db2
