"""Write both functions, then run `grader check ex1`."""

import numpy as np


def mean(x):
    """The mean of each column of x (N, D): shape (D,)."""
    # BEGIN SOLUTION
    return np.sum(x, axis=0) / len(x)
    # END SOLUTION


def spread(x):
    """The smallest and the largest number in x, as a pair."""
    # BEGIN SOLUTION
    return np.min(x), np.max(x)
    # END SOLUTION
