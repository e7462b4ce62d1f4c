"""The reference."""

import numpy as np


def summary(x):
    """Return a dict with the mean of x, and the smallest and the largest number of each column."""
    # BEGIN SOLUTION
    return {"mean": x.mean(), "columns": {"low": x.min(0), "high": x.max(0)}}
    # END SOLUTION


def step(parameters, gradients, config):
    """Return a dict of the parameters after a step of gradient descent."""
    # BEGIN SOLUTION
    return {name: parameters[name] - config["lr"] * gradients[name] for name in parameters}
    # END SOLUTION


def converged(losses, tolerance):
    """Return whether the last two losses differ by less than the tolerance."""
    # BEGIN SOLUTION
    return bool(abs(losses[-1] - losses[-2]) < tolerance)
    # END SOLUTION


def root(x):
    """Return the square roots of the two numbers of x, as a pair."""
    # BEGIN SOLUTION
    if (x < 0).any():
        raise ValueError("a negative number has no root")
    return float(np.sqrt(x[0])), float(np.sqrt(x[1]))
    # END SOLUTION


def pack(x):
    """Return the numbers of x as text."""
    # BEGIN SOLUTION
    return " ".join(map(str, x.tolist()))
    # END SOLUTION


def unpack(text):
    """Return the numbers in a text that pack has written."""
    # BEGIN SOLUTION
    return np.array([float(word) for word in text.split()])
    # END SOLUTION
