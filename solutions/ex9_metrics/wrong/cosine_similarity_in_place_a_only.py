"""Your similarities are right; A or B is not what it was before the call. Which statement of yours
writes into an argument?

`A /= lengths` changes the caller's array; `A / lengths` makes a new one.
"""

import numpy as np


def cosine_similarity(A, B):
    A /= np.linalg.norm(A, axis=1, keepdims=True)
    return np.sum(A * B, axis=1) / np.linalg.norm(B, axis=1)
