"""An axis of your result is missing where N or C is 1. What is the shape of one row in a matrix?

(1, C): the result has two axes always. Leave `squeeze` out.
"""

import numpy as np


def one_hot(labels, classes):
    return np.squeeze(np.eye(classes)[labels])
