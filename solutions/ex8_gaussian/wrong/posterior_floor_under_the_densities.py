"""Near the means your probabilities are right; far away they are n₁/(n₀ + n₁) everywhere, whatever
the place. What are both densities there, for a computer?

Both are 0, and a floor under them makes them equal. Their logarithms still differ: take z, the log
density of class 1 minus that of class 0, plus ln n₁ − ln n₀; the answer is its sigmoid.
"""

import numpy as np


def posterior(X, mu0, mu1, Sigma, n0, n1):
    p0 = np.maximum(np.exp(log_density(X, mu0, Sigma)), 1e-300) * n0
    p1 = np.maximum(np.exp(log_density(X, mu1, Sigma)), 1e-300) * n1
    return p1 / (p0 + p1)
