"""This is the mean of |p − y|, how far the probabilities are from the labels. What does the
formula take of a probability?

The logarithm: −ln of the probability of what the label says. A sample that is sure and wrong costs
far more than 1.
"""

import numpy as np


def binary_cross_entropy(p, y):
    return np.mean(np.abs(p - y))
