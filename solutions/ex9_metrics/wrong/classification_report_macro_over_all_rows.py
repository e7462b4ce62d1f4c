"""Your macro mean is divided by C + 2. How many classes are there?

C: the two rows of the means are not classes. Average `T[:classes]`.
"""

import numpy as np


def classification_report(y_true, y_pred, classes):
    T = np.zeros((classes + 2, 4))
    n = len(y_true)
    for c in range(classes):
        T[c] = *precision_recall_f1((y_true == c) * 1, (y_pred == c) * 1), np.sum(y_true == c)
    T[-2] = np.append(T[:, :3].mean(axis=0), n)
    T[-1] = np.append(T[:classes, 3] @ T[:classes, :3] / n, n)
    return T
