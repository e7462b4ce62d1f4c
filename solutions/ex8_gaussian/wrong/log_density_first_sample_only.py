"""Your first value is right, and all others are 0. How often is the line with `return` reached?

If it stands in the loop, it ends the function in the first round: move it to the left.
"""

import numpy as np


def log_density(X, mu, Sigma):
    values = np.zeros(len(X))
    for i, x in enumerate(X):
        q = (x - mu) @ np.linalg.inv(Sigma) @ (x - mu)
        values[i] = -0.5 * (len(mu) * np.log(2 * np.pi) + np.log(np.linalg.det(Sigma)) + q)
        return values
