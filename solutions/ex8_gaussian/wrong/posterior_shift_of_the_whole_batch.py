"""Your probabilities are right where all samples are alike; where some are much further away than
others, they are NaN. By what do you shift before `exp`?

By one number for the whole batch. Take from each sample the larger of its own two logarithms.
"""

import numpy as np


def posterior(X, mu0, mu1, Sigma, n0, n1):
    l0 = log_density(X, mu0, Sigma)
    l1 = log_density(X, mu1, Sigma)
    l0, l1 = l0 + np.log(n0), l1 + np.log(n1)
    top = max(l0.max(), l1.max())
    p0, p1 = np.exp(l0 - top), np.exp(l1 - top)
    return p1 / (p0 + p1)
