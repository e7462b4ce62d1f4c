"""You divide by the brightest pixel of these images, and not by 255.

Then a dark image becomes as bright as all others, and a digit depends on what stands beside it
in its batch. The largest number that a pixel can be is a constant.
"""

import numpy as np


def prepare(images, labels):
    X = images[..., np.newaxis].astype(np.float32)
    Y = np.eye(10, dtype=np.float32)[labels]
    return X / X.max(), Y
