"""You divide each column by its own length. Whose lengths are to become 1?

Those of the rows: `np.linalg.norm(A, axis=1, keepdims=True)`.
"""

import numpy as np


def cosine_similarity(A, B):
    return np.sum((A / np.linalg.norm(A, axis=0)) * (B / np.linalg.norm(B, axis=0)), axis=1)
