"""The numbers are sorted."""

import numpy as np


def unpack(text):
    return np.sort([float(word) for word in text.split()])
