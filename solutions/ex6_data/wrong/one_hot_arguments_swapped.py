"""The labels and the number of classes have changed places. Which of the two arguments is an array?

The first, labels, is the array, and the second says how many columns there are.
"""

import numpy as np


def one_hot(labels, classes):
    return np.eye(len(labels))[:, :classes]
