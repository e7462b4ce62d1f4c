"""Your probabilities are too sure: the difference of the two log densities counts twice. What
stands before (x − μ)ᵀΣ⁻¹(x − μ)?

−½. Without the ½ each density is squared.
"""

import numpy as np


def posterior(X, mu0, mu1, Sigma, n0, n1):
    z = 2 * (log_density(X, mu1, Sigma) - log_density(X, mu0, Sigma)) + np.log(n1 / n0)
    return np.exp(-np.logaddexp(0, -z))
