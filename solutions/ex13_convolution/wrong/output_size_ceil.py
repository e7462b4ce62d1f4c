"""With "valid" you round up: a window counts that sticks out of the image. Which numbers would
it hold there?

None: without padding only whole windows count. Round size − kernel divided by the stride down,
and then add 1.
"""

import numpy as np


def output_size(size, kernel, stride, padding):
    if padding == "same":
        return -(-size // stride)
    return int(np.ceil((size - kernel) / stride)) + 1
