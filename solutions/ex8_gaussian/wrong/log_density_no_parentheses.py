"""The −½ stands before D ln 2π alone; ln det Σ and the distance are added whole. Is a bell higher
further away?

No, lower: −½ stands before all three terms. Put parentheses around them.
"""

import numpy as np


def log_density(X, mu, Sigma):
    centred = X - mu
    q = np.sum(centred @ np.linalg.inv(Sigma) * centred, axis=1)
    return -0.5 * len(mu) * np.log(2 * np.pi) + np.log(np.linalg.det(Sigma)) + q
