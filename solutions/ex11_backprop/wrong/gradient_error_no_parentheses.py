"""You divide by one norm and then add the other. In which order does Python compute `x / y + z`?

The division first. Put brackets around the sum of both norms.
"""

import numpy as np


def gradient_error(f, gradient, x, h):
    a, n = gradient(x), numerical_gradient(f, x, h)
    if not np.any(a):
        return 1.0 if np.any(n) else 0.0
    return np.linalg.norm(a - n) / np.linalg.norm(a) + np.linalg.norm(n)
