"""You divide by the length of a row of products, each number of a times that of b. Whose lengths
are asked?

Those of the two rows, each by itself, and multiplied after that: `np.linalg.norm` with `axis=1`
gives them.
"""

import numpy as np


def cosine_similarity(A, B):
    return np.sum(A * B, axis=1) / np.linalg.norm(A * B, axis=1)
