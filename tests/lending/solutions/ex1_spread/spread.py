"""Write the four functions, then run `grader check ex1`."""

import numpy as np

ROWS = 0


def _total(x, axis):
    """The sum along an axis: what is secret of this is SECRET-TOKEN."""
    return np.sum(x, axis=axis)


def mean(x):
    """The mean of each column of x (N, D): shape (D,)."""
    # BEGIN SOLUTION
    number_of_rows = x.shape[ROWS]
    return _total(x, ROWS) / number_of_rows
    # END SOLUTION


def centred(x):
    """x (N, D) minus the mean of each column."""
    # BEGIN SOLUTION
    return x - mean(x)
    # END SOLUTION


def spread(x):
    """The mean square of each column of what is centred."""
    # BEGIN SOLUTION
    return np.mean(centred(x) ** 2, axis=ROWS)
    # END SOLUTION


def largest(x):
    """The largest number of each column."""
    # BEGIN SOLUTION
    return x.max(axis=ROWS)
    # END SOLUTION
