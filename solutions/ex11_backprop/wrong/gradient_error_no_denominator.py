"""Your value is ‖a − n‖ alone. Is an error of 0.01 a large one?

That depends on how large the gradients are: divide by the sum of both norms, so that the result
lies between 0 and 1.
"""

import numpy as np


def gradient_error(f, gradient, x, h):
    a, n = gradient(x), numerical_gradient(f, x, h)
    return np.linalg.norm(a - n)
