"""The minus reaches the first term alone, so samples of label 0 lower your loss. Which sign does
ln(1 − p) have?

It is never positive, like ln p. The minus stands before the whole sum: `-(y * ln p + (1 - y) *
ln(1 - p))`, with brackets.
"""

import numpy as np


def binary_cross_entropy(p, y):
    q = np.clip(p, 1e-12, 1 - 1e-12)
    return np.mean(-y * np.log(q) + (1 - y) * np.log(1 - q))
