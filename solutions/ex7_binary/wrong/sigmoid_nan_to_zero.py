"""For a large z you return 0. Is a large z a sign of class 0, or of class 1?

Of class 1: the sigmoid goes to 1 there. `exp(1000)` is infinite, infinite over infinite is NaN,
and a 0 in its place only hides that. Use a form in which `exp` gets no large positive number.
"""

import numpy as np


def sigmoid(z):
    return np.nan_to_num(np.exp(z) / (1 + np.exp(z)), nan=0.0)
