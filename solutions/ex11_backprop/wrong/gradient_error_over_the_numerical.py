"""Your values are ‖a − n‖ / ‖n‖: divided by one of the two norms. Which other one belongs below the
line?

That of a: ‖a‖ + ‖n‖, and both count alike.
"""

import numpy as np


def gradient_error(f, gradient, x, h):
    a, n = gradient(x), numerical_gradient(f, x, h)
    if not np.any(n):
        return 1.0 if np.any(a) else 0.0
    return np.linalg.norm(a - n) / np.linalg.norm(n)
