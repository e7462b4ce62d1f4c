"""Each prediction is compared with every y, not only with its own: the mean is over N·N
differences. What is the shape of your predictions?

(N, 1) minus (N,) broadcasts to (N, N). `X @ w` with w of shape (D,) has the shape (N,), and so
has the difference.
"""

import numpy as np


def cost(X, y, w, b):
    predictions = X @ w.reshape(-1, 1) + b
    return np.mean((predictions - y) ** 2)
