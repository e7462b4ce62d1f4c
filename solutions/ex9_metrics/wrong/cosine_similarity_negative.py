"""These are the values with the other sign: that is the loss, as Keras' `CosineSimilarity` has it.
How similar are two equal rows?

As similar as can be: 1. Leave the minus out.
"""

import numpy as np


def cosine_similarity(A, B):
    na = np.linalg.norm(A, axis=1)
    nb = np.linalg.norm(B, axis=1)
    dot = np.sum(A * B, axis=1)
    return -dot / (na * nb)
