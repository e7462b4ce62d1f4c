"""You return a row for each class. What is a row of the result about?

About a sample: the shape is (N, C), a row for each label.
"""

import numpy as np


def one_hot(labels, classes):
    return np.eye(classes)[:, labels]
