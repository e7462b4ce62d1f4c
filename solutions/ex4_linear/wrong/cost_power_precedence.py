"""Only y is squared here, and not the residual. What does Python compute first, `**` or `-`?

`**` comes before `-`, so `X @ w + b - y ** 2` subtracts y². Put the residual in brackets: `(X @ w
+ b - y) ** 2`.
"""

import numpy as np


def cost(X, y, w, b):
    return np.mean(X @ w + b - y**2)
