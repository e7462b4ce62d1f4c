"""Above the line you have the difference of two norms. Do two gradients agree when they are of the
same length?

No: they may point elsewhere, or the other way. Take a − n first, element by element, and the norm
of that.
"""

import numpy as np


def gradient_error(f, gradient, x, h):
    a, n = np.linalg.norm(gradient(x)), np.linalg.norm(numerical_gradient(f, x, h))
    return abs(a - n) / (a + n) if a + n else 0.0
