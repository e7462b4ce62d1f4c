"""Your b is a vector, a number for each feature. How many biases has a straight line?

One: `@` between two vectors adds up over the features, while `*` leaves them apart.
"""

import numpy as np


def boundary(mu0, mu1, Sigma, n0, n1):
    w = np.linalg.solve(Sigma, mu1 - mu0)
    return w, -w * (mu0 + mu1) / 2 + np.log(n1 / n0)
