"""You divide by the largest number of each row, in size. How long is the row (3, 4)?

5, the root of the sum of the squares: `np.linalg.norm(A, axis=1)`.
"""

import numpy as np


def cosine_similarity(A, B):
    return np.sum(A * B, axis=1) / (np.abs(A).max(axis=1) * np.abs(B).max(axis=1))
