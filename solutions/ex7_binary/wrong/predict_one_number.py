"""You return one number. How many samples are there?

Each sample has a class of its own: N numbers. Leave out `np.mean`, `int(...)`, `.all()` and the
like, which make one of an array; a comparison of an array compares each number by itself.
"""

import numpy as np


def predict(X, w, b):
    return np.mean(sigmoid(X @ w + b) >= 0.5)
