"""In yours the sizes of the classes count twice: each density stands with the square of its size.
How often does P(k) stand in Bayes' formula?

Once beside each density. The b of `boundary` has ln(n₁/n₀) in it already: who uses it adds no
other.
"""

import numpy as np


def posterior(X, mu0, mu1, Sigma, n0, n1):
    w, b = boundary(mu0, mu1, Sigma, n0, n1)
    z = X @ w + b + np.log(n1 / n0)
    return np.exp(-np.logaddexp(0, -z))
