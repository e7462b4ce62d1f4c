"""You divide by ‖a‖². What happens to your values when b becomes twice as long?

They double. Divide by ‖a‖ ‖b‖.
"""

import numpy as np


def cosine_similarity(A, B):
    return np.sum(A * B, axis=1) / np.sum(A * A, axis=1)
