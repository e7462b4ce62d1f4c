"""Your term with (x − μ)ᵀΣ⁻¹(x − μ) is added. Is a bell higher further away?

No, lower: −½ stands before all three terms.
"""

import numpy as np


def log_density(X, mu, Sigma):
    centred = X - mu
    q = np.sum(centred @ np.linalg.inv(Sigma) * centred, axis=1)
    return -0.5 * (len(mu) * np.log(2 * np.pi) + np.log(np.linalg.det(Sigma)) - q)
