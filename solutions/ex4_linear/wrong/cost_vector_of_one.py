"""The number is right, but it stands in a vector, of shape (1,). How many axes has a number?

None: its shape is (). `np.mean` without an axis reduces all axes to one number; with `axis=0` a
column becomes a vector.
"""

import numpy as np


def cost(X, y, w, b):
    predictions = X @ w.reshape(-1, 1) + b
    return np.mean((predictions - y.reshape(-1, 1)) ** 2, axis=0)
