"""Your distance is the plain ‖x − μ‖² divided by det Σ. Is a bell equally wide in all directions?

Only where Σ is a number times the identity. Use (x − μ)ᵀΣ⁻¹(x − μ).
"""

import numpy as np


def log_density(X, mu, Sigma):
    determinant = np.linalg.det(Sigma)
    q = np.sum((X - mu) ** 2, axis=1) / determinant
    return -0.5 * (len(mu) * np.log(2 * np.pi) + np.log(determinant) + q)
