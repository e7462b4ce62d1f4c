"""Your rows are too short where the last class does not occur. How many classes are there?

You count max(labels) + 1, or the labels that occur. The number of classes is the argument: a batch
need not have all of them.
"""

import numpy as np


def one_hot(labels, classes):
    return np.eye(labels.max() + 1)[labels]
