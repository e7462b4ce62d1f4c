"""Bayes' formula is applied to the logarithms themselves. Which numbers does it divide?

Densities, not their logarithms. In logarithms the formula is 1/(1 + exp(l₀ − l₁)), with lₖ = ln P(x
| k) + ln nₖ.
"""

import numpy as np


def posterior(X, mu0, mu1, Sigma, n0, n1):
    l0 = log_density(X, mu0, Sigma) + np.log(n0)
    l1 = log_density(X, mu1, Sigma) + np.log(n1)
    return l1 / (l0 + l1)
