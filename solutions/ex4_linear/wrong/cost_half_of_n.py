"""These are the squares summed, times N/2: the more samples, the larger the cost. In which order
does Python work through your factor?

`1 / 2 * n` is n/2, as Python goes from left to right. The mean is the sum divided by N; there is
no ½ here at all.
"""

import numpy as np


def cost(X, y, w, b):
    n = len(y)
    return 1 / 2 * n * np.sum((X @ w + b - y) ** 2)
