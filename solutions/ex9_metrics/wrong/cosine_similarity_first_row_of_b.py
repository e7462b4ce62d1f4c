"""Every row of A is compared with row 0 of B. With which row does row 1 of A belong?

With row 1 of B: `np.sum(A * B, axis=1)`, and the lengths of all the rows of B.
"""

import numpy as np


def cosine_similarity(A, B):
    return A @ B[0] / (np.linalg.norm(A, axis=1) * np.linalg.norm(B[0]))
