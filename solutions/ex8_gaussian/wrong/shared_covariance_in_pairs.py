"""Of the larger class you add up only as many samples as the smaller one has. Do you go through
both classes in pairs?

`zip` stops at the end of the shorter one. Sum over each class by itself, then divide by n₀ + n₁.
"""

import numpy as np


def shared_covariance(X0, X1):
    D = X0.shape[1]
    m0, m1 = X0.mean(axis=0), X1.mean(axis=0)
    S = np.zeros((D, D))
    n = 0
    for a, b in zip(X0, X1):
        S += np.outer(a - m0, a - m0) + np.outer(b - m1, b - m1)
        n += 2
    return S / n
