"""Your mean is right, but both deviations in your running sum are from the new mean. Which means
does Welford's sum take?

One deviation before the mean is moved and one after it: `d = x - m`, then `m = m + d / k`, then add
`np.outer(d, x - m)`. Or take the mean of all samples first.
"""

import numpy as np


def mean_and_covariance(X):
    N, D = X.shape
    m, S = np.zeros(D), np.zeros((D, D))
    for k, x in enumerate(X, 1):
        m = m + (x - m) / k
        S += np.outer(x - m, x - m)
    return m, S / N
