"""In your weighted mean the sum of support times value is divided by C. What do the weights add up
to?

N, all the samples: divide by N.
"""

import numpy as np


def classification_report(y_true, y_pred, classes):
    T = np.array(
        [
            [*precision_recall_f1((y_true == c) * 1, (y_pred == c) * 1), np.sum(y_true == c)]
            for c in range(classes)
        ]
    )
    n = len(y_true)
    return np.vstack(
        [T, np.append(T[:, :3].mean(axis=0), n), np.append((T[:, 3:] * T[:, :3]).mean(axis=0), n)]
    )
