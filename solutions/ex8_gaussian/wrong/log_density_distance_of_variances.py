"""Your determinant is right; your distance is Σⱼ (xⱼ − μⱼ)²/Σⱼⱼ, with the diagonal of Σ alone. Do
the features vary by themselves?

No: (x − μ)ᵀΣ⁻¹(x − μ) needs the inverse of the whole matrix.
"""

import numpy as np


def log_density(X, mu, Sigma):
    q = np.sum((X - mu) ** 2 / np.diag(Sigma), axis=1)
    return -0.5 * (len(mu) * np.log(2 * np.pi) + np.log(np.linalg.det(Sigma)) + q)
