"""Your one-hot labels have as many columns as the largest label of these demands. How many digits
are there?

Ten, also where none of these images shows a 9: give the number of classes as a constant.
"""

import numpy as np


def prepare(images, labels):
    X = images[..., np.newaxis].astype(np.float32) / 255
    Y = np.eye(int(labels.max()) + 1, dtype=np.float32)[labels]
    return X, Y
