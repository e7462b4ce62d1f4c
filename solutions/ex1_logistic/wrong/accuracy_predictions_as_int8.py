"""Predictions from class 128 on never match: they are put into int8, which ends at 127 and turns
negative.

Use int32 or int64.
"""

import numpy as np


def accuracy(y_hat, Y):
    predictions = np.argmax(y_hat, axis=1).astype(np.int8)
    return np.mean(predictions == Y.numpy())
