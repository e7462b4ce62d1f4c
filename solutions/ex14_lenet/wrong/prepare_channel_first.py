"""The channel axis stands behind the batch: (N, 1, 28, 28). Where does Keras want it?

At the end: (N, 28, 28, 1). Other libraries, PyTorch among them, have it first.
"""

import numpy as np


def prepare(images, labels):
    X = images[:, np.newaxis].astype(np.float32) / 255
    Y = np.eye(10, dtype=np.float32)[labels]
    return X, Y
