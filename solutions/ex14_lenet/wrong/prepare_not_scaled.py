"""The pixels are still 0 ... 255. What range does a network take?

From 0 to 1: divide them by 255. With numbers that are so large, the first steps of training
are far too large.
"""

import numpy as np


def prepare(images, labels):
    X = images[..., np.newaxis].astype(np.float32)
    Y = np.eye(10, dtype=np.float32)[labels]
    return X, Y
