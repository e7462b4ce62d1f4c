"""Your w is right; in your b the two terms with Σ⁻¹ have each other's sign. On which side of the
border does the mean of class 1 lie?

Where X w + b is positive (for classes of equal size): −½ μ₁ᵀΣ⁻¹μ₁ and +½ μ₀ᵀΣ⁻¹μ₀.
"""

import numpy as np


def boundary(mu0, mu1, Sigma, n0, n1):
    w = np.linalg.solve(Sigma, mu1 - mu0)
    q0 = mu0 @ np.linalg.solve(Sigma, mu0)
    q1 = mu1 @ np.linalg.solve(Sigma, mu1)
    return w, (q1 - q0) / 2 + np.log(n1 / n0)
