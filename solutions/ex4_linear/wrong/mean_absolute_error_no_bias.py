"""These are the errors of predictions without the bias. Which of your arguments do you not use?

A prediction is x · w + b; the bias is the same for all samples.
"""

import numpy as np


def mean_absolute_error(X, y, w, b):
    return np.mean(np.abs(X @ w - y))
