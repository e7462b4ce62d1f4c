"""Your values are right up to about 10 in size, and stay the same beyond. Do you cut z off?

A clip at 10 changes the fifth digit of the probabilities. Clip no earlier than at 500, or use a
form that needs no clip: `exp` of a number that is not positive never overflows.
"""

import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-np.clip(z, -10, 10)))
