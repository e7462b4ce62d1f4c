"""You take a power of e, with −rate in the exponent. Which number is taken to a power here?

`rate` itself: after `every` epochs lr · rate is left.
"""

import numpy as np


def exponential_decay(lr, epoch, rate, every):
    return lr * np.exp(-rate * epoch / every)
