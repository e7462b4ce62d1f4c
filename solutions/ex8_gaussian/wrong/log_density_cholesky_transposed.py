"""Your distance is the squared length of L⁻ᵀ(x − μ), where Σ = LLᵀ. Is that (x − μ)ᵀΣ⁻¹(x − μ)?

That is the squared length of L⁻¹(x − μ), as Σ⁻¹ = L⁻ᵀL⁻¹. `np.linalg.cholesky` gives the lower L:
`np.linalg.solve(L, (X - mu).T)`, or `(X - mu) @ np.linalg.inv(L).T` for rows.
"""

import numpy as np


def log_density(X, mu, Sigma):
    L = np.linalg.cholesky(Sigma)
    y = np.linalg.solve(L.T, (X - mu).T)
    return -0.5 * (
        len(mu) * np.log(2 * np.pi) + 2 * np.sum(np.log(np.diag(L))) + np.sum(y**2, axis=0)
    )
