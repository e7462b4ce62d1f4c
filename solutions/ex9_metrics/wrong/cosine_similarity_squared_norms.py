"""You divide by the squares of the lengths. What is missing in √(a·a)?

The root: `np.sqrt(np.sum(A**2, axis=1))`, or `np.linalg.norm(A, axis=1)`.
"""

import numpy as np


def cosine_similarity(A, B):
    na = np.linalg.norm(A, axis=1)
    nb = np.linalg.norm(B, axis=1)
    dot = np.sum(A * B, axis=1)
    return dot / (na**2 * nb**2)
