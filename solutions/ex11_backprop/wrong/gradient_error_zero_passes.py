"""Your value is 0 where `gradient` gives zeros alone and the numerical gradient does not. Is such a
gradient right?

Of all it is the furthest off: ‖a − n‖ is ‖n‖ then, and the ratio 1. It is 0 for 0/0 alone, so ask
whether the sum of both norms is 0, and not one of them.
"""

import numpy as np


def gradient_error(f, gradient, x, h):
    a, n = np.linalg.norm(gradient(x)), np.linalg.norm(numerical_gradient(f, x, h))
    return np.linalg.norm(gradient(x) - numerical_gradient(f, x, h)) / (a + n) if a else 0
