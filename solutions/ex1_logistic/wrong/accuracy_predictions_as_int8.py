"""You put the predictions into int8, which ends at 127, so classes from 128 on turn negative and
never match. Use int32 or int64.
"""

import numpy as np


def accuracy(y_hat, Y):
    predictions = np.argmax(y_hat, axis=1).astype(np.int8)
    return np.mean(predictions == Y.numpy())
