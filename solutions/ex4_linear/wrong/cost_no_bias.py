"""These are the costs of predictions without the bias. Which of your arguments do you not use?

A prediction is x · w + b; the bias is the same for all samples.
"""

import numpy as np


def cost(X, y, w, b):
    return np.mean((X @ w - y) ** 2)
