"""You divide by ‖a‖ + ‖b‖. What is a·b of two equal rows?

‖a‖ · ‖b‖: the lengths are multiplied.
"""

import numpy as np


def cosine_similarity(A, B):
    na = np.linalg.norm(A, axis=1)
    nb = np.linalg.norm(B, axis=1)
    dot = np.sum(A * B, axis=1)
    return dot / (na + nb)
