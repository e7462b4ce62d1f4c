"""You take the means of y and of ln p first, and multiply them after that. Is the mean of products
the product of the means?

No. Each sample's logarithm is multiplied by its own y first, and then comes the mean: `np.mean(y *
np.log(p) + ...)`, with a minus before it.
"""

import numpy as np


def binary_cross_entropy(p, y):
    return -(y.mean() * np.log(p).mean() + (1 - y).mean() * np.log(1 - p).mean())
