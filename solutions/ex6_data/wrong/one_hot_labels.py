"""Your rows have the label itself at its place. What should stand there, for every class?

A 1. With the label itself, class 0 would be a row of zeros only.
"""

import numpy as np


def one_hot(labels, classes):
    rows = np.zeros((len(labels), classes))
    rows[np.arange(len(labels)), labels] = labels
    return rows
