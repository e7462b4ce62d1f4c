"""These are the products a·b. What happens to them when a becomes twice as long?

They double, while the angle stays. Divide by both lengths, ‖a‖ and ‖b‖.
"""

import numpy as np


def cosine_similarity(A, B):
    dot = np.sum(A * B, axis=1)
    return dot
