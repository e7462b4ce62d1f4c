"""Your columns stand in reverse order. Which column is that of class 0?

The first: the label itself is the column, without `classes - 1 -` or `[::-1]`.
"""

import numpy as np


def one_hot(labels, classes):
    return np.eye(classes)[:, ::-1][labels]
