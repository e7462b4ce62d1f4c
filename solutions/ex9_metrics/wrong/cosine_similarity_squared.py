"""These are the squares of the cosines. How similar are two opposite rows?

−1: a square is never negative. Divide a·b as it is by both lengths.
"""

import numpy as np


def cosine_similarity(A, B):
    lengths = np.linalg.norm(A, axis=1) * np.linalg.norm(B, axis=1)
    cosines = np.sum(A * B, axis=1) / lengths
    return cosines**2
