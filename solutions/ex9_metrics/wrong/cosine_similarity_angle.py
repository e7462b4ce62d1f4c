"""These are the angles themselves. Of two equal rows, is the similarity 0 or 1?

1: return the cosine, without `arccos`.
"""

import numpy as np


def cosine_similarity(A, B):
    na = np.linalg.norm(A, axis=1)
    nb = np.linalg.norm(B, axis=1)
    dot = np.sum(A * B, axis=1)
    return np.arccos(np.clip(dot / (na * nb), -1, 1))
