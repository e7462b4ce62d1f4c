"""You return one number, for the two matrices as a whole. How many pairs of rows are there?

N: give the sum and both norms `axis=1`.
"""

import numpy as np


def cosine_similarity(A, B):
    return np.sum(A * B) / (np.linalg.norm(A) * np.linalg.norm(B))
