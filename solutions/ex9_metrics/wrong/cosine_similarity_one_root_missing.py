"""You divide by ‖a‖² ‖b‖. What is the sum of the squares of a row?

Its length squared. Take the root of it for A as for B: `np.linalg.norm(A, axis=1)`.
"""

import numpy as np


def cosine_similarity(A, B):
    squares = np.sum(A**2, axis=1)
    return np.sum(A * B, axis=1) / (squares * np.linalg.norm(B, axis=1))
