"""This is the covariance of the two means, as if they were the samples. What do you want to know of
a class: where it is, or how wide?

How wide: the spread of its samples about its own mean. Average the two covariances, each with the
weight of its size.
"""

import numpy as np


def shared_covariance(X0, X1):
    means = np.stack([mean_and_covariance(X0)[0], mean_and_covariance(X1)[0]])
    return mean_and_covariance(means)[1]
