"""Each of your rows has the 1s of the rows before it, too. When is the row emptied?

Never: the same row goes on from label to label. Make a new row of zeros for each label.
"""

import numpy as np


def one_hot(labels, classes):
    row = [0] * classes
    rows = []
    for label in labels:
        row[label] = 1
        rows.append(row[:])
    return np.array(rows)
