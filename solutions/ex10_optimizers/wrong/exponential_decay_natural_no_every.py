"""You take a power of e, with −rate · epoch in the exponent, a formula that is often seen. Which
number is taken to a power here, and where is `every`?

`rate` itself is: after `every` epochs lr · rate is left.
"""

import numpy as np


def exponential_decay(lr, epoch, rate, every):
    return lr * np.exp(-rate * epoch)
