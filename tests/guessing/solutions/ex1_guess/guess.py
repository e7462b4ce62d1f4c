"""Guesses."""

import numpy as np


def guess(x):
    """The sign of each number."""
    # BEGIN SOLUTION
    return np.sign(x)
    # END SOLUTION


def pairs():
    """Things of which no two are the same."""
    # BEGIN SOLUTION
    return [{"a": 1}, {"a": 2}]
    # END SOLUTION


def word():
    """A word of one letter."""
    # BEGIN SOLUTION
    return "aaa"
    # END SOLUTION


def place():
    """No place."""
    # BEGIN SOLUTION
    return 0
    # END SOLUTION
