"""Your 1 stands one place too far to the left, and that of label 0 at the far right. At which
number do labels begin?

At 0: the column of a label is the label itself.
"""

import numpy as np


def one_hot(labels, classes):
    return np.eye(classes)[labels - 1]
