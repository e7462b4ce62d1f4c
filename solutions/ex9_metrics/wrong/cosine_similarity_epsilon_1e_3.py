"""An epsilon of 0.001 beside the product of the lengths changes your values. How short may a row
be?

0.1, and the product of two such lengths is 0.01. No row is all zeros: no epsilon is needed; up to
1e-8 is accepted.
"""

import numpy as np


def cosine_similarity(A, B):
    lengths = np.linalg.norm(A, axis=1) * np.linalg.norm(B, axis=1)
    return np.sum(A * B, axis=1) / (lengths + 1e-3)
