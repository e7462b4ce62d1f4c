"""These are the logarithms of the probabilities that are asked. What undoes a logarithm?

`np.exp`, as the last step.
"""

import numpy as np


def posterior(X, mu0, mu1, Sigma, n0, n1):
    l0 = log_density(X, mu0, Sigma)
    l1 = log_density(X, mu1, Sigma)
    z = l1 - l0 + np.log(n1 / n0)
    return -np.logaddexp(0, -z)
