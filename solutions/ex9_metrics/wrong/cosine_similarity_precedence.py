"""Your values are a·b / ‖a‖ · ‖b‖: divided by the length of a, and *multiplied* by that of b. In
which order does Python compute `x / y * z`?

From left to right. Put parentheses around the product of the two lengths.
"""

import numpy as np


def cosine_similarity(A, B):
    na = np.linalg.norm(A, axis=1)
    nb = np.linalg.norm(B, axis=1)
    dot = np.sum(A * B, axis=1)
    return dot / na * nb
