"""You divide by the length of a row of products, each number of a times that of b. Whose lengths
are asked?

Those of the two rows: `np.linalg.norm(A, axis=1) * np.linalg.norm(B, axis=1)`.
"""

import numpy as np


def cosine_similarity(A, B):
    return np.sum(A * B, axis=1) / np.linalg.norm(A * B, axis=1)
