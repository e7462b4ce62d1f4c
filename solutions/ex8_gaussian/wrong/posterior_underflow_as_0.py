"""Your probabilities are right near the means, and 0 wherever both are far away. Is it never class
1 there?

Both densities are 0 there in a computer, and something was put in the place of 0/0: an epsilon in
the denominator, or `nan_to_num`. Compare the logarithms: the answer is the sigmoid of class 1's log
density minus class 0's, plus ln n₁ − ln n₀.
"""

import numpy as np


def posterior(X, mu0, mu1, Sigma, n0, n1):
    l0 = log_density(X, mu0, Sigma)
    l1 = log_density(X, mu1, Sigma)
    p0, p1 = n0 * np.exp(l0), n1 * np.exp(l1)
    return p1 / (p0 + p1 + 1e-300)
