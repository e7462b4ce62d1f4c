"""You divide by the length of a alone. What happens to your values when b becomes twice as long?

They double. Divide by both lengths: their product stands below the line, in parentheses.
"""

import numpy as np


def cosine_similarity(A, B):
    na = np.linalg.norm(A, axis=1)
    dot = np.sum(A * B, axis=1)
    return dot / na
