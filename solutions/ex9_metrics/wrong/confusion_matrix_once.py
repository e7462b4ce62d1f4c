"""Your matrix has a 1 wherever a pair of classes occurs, however often it does. What is counted?

How often. Either you write 1 where 1 should be added, or `counts[y_true, y_pred] += 1` does it:
with arrays as indices NumPy adds only once to each place. `np.add.at` adds each time, and so does a
loop over the samples.
"""

import numpy as np


def confusion_matrix(y_true, y_pred, classes):
    table = np.zeros((classes, classes))
    table[y_true, y_pred] += 1
    return table
