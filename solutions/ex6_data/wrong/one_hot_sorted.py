"""Your rows are in the order of the classes. Whose row is row i?

That of label i, where it stands. Leave the labels in their order.
"""

import numpy as np


def one_hot(labels, classes):
    return np.eye(classes)[np.sort(labels)]
