"""Each feature is multiplied by each of the weights, and all these products are in a prediction.
Which weight belongs to x_ij?

w_j alone. The sum of the features times the sum of the weights has the products of the others in
it, too: multiply first, and then sum, as `X @ w` does.
"""

import numpy as np


def cost(X, y, w, b):
    return np.mean((np.sum(X, axis=1) * np.sum(w) + b - y) ** 2)
