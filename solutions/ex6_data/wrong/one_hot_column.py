"""Your result has three axes. Which shape had the labels when you looked them up?

Either the labels were made a column, (N, 1), or an axis was added in the middle afterwards. The
labels are (N,), and the result is (N, C).
"""

import numpy as np


def one_hot(labels, classes):
    return np.eye(classes)[labels.reshape(-1, 1)]
