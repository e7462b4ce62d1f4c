"""Your values have the right sizes, and none is negative. How similar are two opposite rows?

−1: leave `abs`, or the square, out.
"""

import numpy as np


def cosine_similarity(A, B):
    na = np.linalg.norm(A, axis=1)
    nb = np.linalg.norm(B, axis=1)
    dot = np.sum(A * B, axis=1)
    return np.abs(dot) / (na * nb)
