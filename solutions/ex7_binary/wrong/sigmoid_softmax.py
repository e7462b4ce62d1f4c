"""Your values add up to 1 over the whole array. Does the probability of one sample depend on the
others here?

These are the values of a softmax over all of z. The sigmoid is computed for every number on its
own: 1 / (1 + exp(-z)).
"""

import numpy as np


def sigmoid(z):
    return np.exp(z) / np.sum(np.exp(z))
