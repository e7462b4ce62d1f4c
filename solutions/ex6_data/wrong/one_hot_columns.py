"""All your rows are the same: each has the 1s of all labels. Where is a 1 written?

Into all rows at once. Either `o[:, labels] = 1` sets whole columns, or one row is made before the
loop, and the list has that same row each time. Make a new row of zeros for each label, or give two
indices: the rows 0 … N − 1, which `np.arange` makes, and the labels as the columns.
"""

import numpy as np


def one_hot(labels, classes):
    rows = np.zeros((len(labels), classes))
    rows[:, labels] = 1
    return rows
