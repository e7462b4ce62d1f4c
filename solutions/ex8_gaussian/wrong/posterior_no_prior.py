"""These are the values for classes of equal size. If one tribe has ten times as many people, whom
will you rather meet?

The sizes count: the priors are n₀/(n₀ + n₁) and n₁/(n₀ + n₁), and each density is multiplied by its
own.
"""

import numpy as np


def posterior(X, mu0, mu1, Sigma, n0, n1):
    l0 = log_density(X, mu0, Sigma)
    l1 = log_density(X, mu1, Sigma)
    return np.exp(l1 - np.logaddexp(l0, l1))
