"""Your values are right for vectors, and others for matrices. Which norm do you take there?

That of the matrix as a map, its largest singular value. All elements count alike here: call
`np.linalg.norm` without a 2, or flatten first.
"""

import numpy as np


def gradient_error(f, gradient, x, h):
    a, n = gradient(x), numerical_gradient(f, x, h)
    if a.ndim == 0:
        a, n = a[None], n[None]
    size = np.linalg.norm(a, 2) + np.linalg.norm(n, 2)
    return np.linalg.norm(a - n, 2) / size if size else 0.0
