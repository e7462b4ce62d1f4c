"""`images /= 255` would have to put 0.2 into an array of uint8, which holds whole numbers only.
What type does a quotient need?

Make a new array, which has the type of the result: `/` without the `=`. That leaves the
caller's array as it was, too.
"""

import numpy as np


def prepare(images, labels):
    images /= 255
    Y = np.eye(10, dtype=np.float32)[labels]
    return images[..., np.newaxis].astype(np.float32), Y
