"""Your rows have -1 where there should be 0. What should add up to 1 in a row?

A row is read as probabilities: 1 at the label, 0 elsewhere.
"""

import numpy as np


def one_hot(labels, classes):
    return 2 * np.eye(classes)[labels] - 1
