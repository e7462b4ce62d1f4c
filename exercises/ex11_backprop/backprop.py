"""Back-propagation by hand, with NumPy.

Fill in the seven functions below: `evaluate`, `backpropagate`, `numerical_gradient`,
`gradient_error`, `dense_backward`, `activation_backward` and `network`. Replace each
`raise NotImplementedError(...)` by your own code, and run `grader check ex11` as often as you like;
the seven are checked one by one. The README says what each is asked to do, with formulas and small
examples.

When the first three are written, `python backprop.py` goes through a circuit of fourteen nodes:
forwards, backwards, and once more with a numerical derivative.
"""

import numpy as np


def evaluate(nodes):
    """Return the value of each node of a circuit.

    Args:
        nodes: list of tuples, each node behind its arguments: ("input", number), ("add", i, j),
            ("multiply", i, j), ("negate", i), ("exp", i), ("reciprocal", i). i and j are the
            places of earlier nodes in the list, from 0; i may equal j.

    Returns:
        Array of shape (n,), or a list of n numbers: a value for each node.
    """
    raise NotImplementedError("evaluate is not implemented yet")


def backpropagate(nodes):
    """Return the derivative of a circuit's output by each of its nodes.

    The output is the last node, and its derivative by itself is 1. A node that the output does not
    depend on gets 0. What arrives at a node from several users adds up.

    Args:
        nodes: list of tuples, as `evaluate` takes it.

    Returns:
        Array of shape (n,), or a list of n numbers: a derivative for each node.
    """
    raise NotImplementedError("backpropagate is not implemented yet")


def numerical_gradient(f, x, h):
    """Return the central differences (f(x + h e) - f(x - h e)) / 2h, for each element of x.

    Args:
        f: function of an array of x's shape; it returns a number.
        x: float array of any shape, () among them.
        h: the step, a number above 0.

    Returns:
        Array of x's shape.
    """
    raise NotImplementedError("numerical_gradient is not implemented yet")


def gradient_error(f, gradient, x, h):
    """Return how far a gradient is from the numerical one: |a - n| / (|a| + |n|), and 0 for 0/0.

    a is gradient(x), n the numerical gradient with the step h. |a| is the root of the sum of the
    squares of all elements.

    Args:
        f: function of an array of x's shape; it returns a number.
        gradient: function of such an array; it returns an array of the same shape.
        x: float array of any shape.
        h: the step, a number above 0.

    Returns:
        A number from 0 to 1.
    """
    raise NotImplementedError("gradient_error is not implemented yet")


def dense_backward(dY, X, W):
    """Return the gradients of a dense layer Y = X W + b.

    Args:
        dY: array of shape (N, M), the derivative of the loss by each element of Y.
        X: array of shape (N, D).
        W: array of shape (D, M).

    Returns:
        dX, dW, db: arrays of shape (N, D), (D, M) and (M,). None of them is divided by N.
    """
    raise NotImplementedError("dense_backward is not implemented yet")


def activation_backward(kind, dA, z):
    """Return the derivative of the loss by z, where A = a(z).

    Args:
        kind: "relu", "sigmoid" or "tanh": what a is.
        dA: array, the derivative of the loss by each element of A.
        z: array of the same shape, what went *into* the activation.

    Returns:
        Array of that shape: dA times the slope of a at z.
    """
    raise NotImplementedError("activation_backward is not implemented yet")


def network(X, Y, W1, b1, W2, b2):
    """Return the loss of a network of two layers, and its gradients.

    relu(X W1 + b1) W2 + b2, a softmax of each row, and the mean over the N samples of the cross
    entropy.

    Args:
        X: array of shape (N, D).
        Y: array of shape (N, C), one-hot.
        W1, b1: arrays of shape (D, H) and (H,).
        W2, b2: arrays of shape (H, C) and (C,).

    Returns:
        loss, dW1, db1, dW2, db2: a number, and four arrays with the shapes of W1, b1, W2, b2.
    """
    raise NotImplementedError("network is not implemented yet")


# What follows is given. It prints what you have written: python backprop.py

CIRCUIT = [
    ("input", 2.0),
    ("input", -1.0),
    ("input", -3.0),
    ("input", -2.0),
    ("input", -2.0),
    ("multiply", 0, 1),
    ("multiply", 2, 3),
    ("add", 5, 6),
    ("add", 7, 4),
    ("negate", 8),
    ("exp", 9),
    ("input", 1.0),
    ("add", 10, 11),
    ("reciprocal", 12),
]
"""1 / (1 + exp(-(w0 x0 + w1 x1 + w2))), one step a node."""

NAMES = ["w0", "x0", "w1", "x1", "w2", "w0 x0", "w1 x1", "w0 x0 + w1 x1", "s", "-s"]
NAMES += ["exp(-s)", "1", "1 + exp(-s)", "1 / (1 + exp(-s))"]

INPUTS = [place for place, (kind, *_) in enumerate(CIRCUIT) if kind == "input"]


def output(numbers):
    """Return the circuit's last value, with these numbers as its inputs."""
    nodes = list(CIRCUIT)
    for place, number in zip(INPUTS, numbers, strict=True):
        nodes[place] = ("input", number)
    return evaluate(nodes)[-1]


def main():
    """Show values and gradients of a circuit, and that a numerical derivative agrees."""
    values, gradients = evaluate(CIRCUIT), backpropagate(CIRCUIT)
    x = np.array([CIRCUIT[place][1] for place in INPUTS])
    numerical = dict(zip(INPUTS, numerical_gradient(output, x, 1e-5), strict=True))
    print("node                      value  gradient  numerical")
    for k, name in enumerate(NAMES):
        measured = f"{numerical[k]:11.4f}" if k in numerical else ""
        print(f"{k:>2}  {name:<18}{values[k]:9.4f}{gradients[k]:10.4f}{measured}")
    furthest = max(abs(gradients[k] - numerical[k]) for k in INPUTS)
    print(f"\nBoth ways to the gradients of the inputs differ by {furthest:.0e} at the most.")


if __name__ == "__main__":
    main()
