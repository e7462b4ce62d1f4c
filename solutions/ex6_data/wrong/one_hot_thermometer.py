"""Your rows are 1 up to the label. How many 1s has a row?

One. Compare with `==`, not with `<=`.
"""

import numpy as np


def one_hot(labels, classes):
    return (np.arange(classes) <= labels[:, None]).astype(int)
