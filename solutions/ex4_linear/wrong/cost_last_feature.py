"""Each prediction has its last feature alone in it. What becomes of the earlier features?

If you have a loop over the features, `=` replaces in each round what the last one left: add
instead, `prediction += X[i, j] * w[j]`, beginning from b. `X @ w + b` has the whole sum.
"""

import numpy as np


def cost(X, y, w, b):
    return np.mean((X[:, -1] * w[-1] + b - y) ** 2)
