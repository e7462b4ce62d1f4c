"""Your positive values are right, and 0 stands in the place of the negative ones. How similar are
two opposite rows?

−1: the cosine goes from −1 to 1. Leave out `clip` or `maximum`.
"""

import numpy as np


def cosine_similarity(A, B):
    lengths = np.linalg.norm(A, axis=1) * np.linalg.norm(B, axis=1)
    cosines = np.sum(A * B, axis=1) / lengths
    return np.maximum(cosines, 0)
