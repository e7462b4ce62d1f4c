"""You subtract the mean and divide by the standard deviation. What is asked for here?

Only the scale, from 0 to 1: pixels divided by 255. Standardised images are fine for training
too, but then each new image needs the same two numbers.
"""

import numpy as np


def prepare(images, labels):
    X = images[..., np.newaxis].astype(np.float32) / 255
    Y = np.eye(10, dtype=np.float32)[labels]
    return (X - X.mean()) / (X.std() + 1e-7), Y
