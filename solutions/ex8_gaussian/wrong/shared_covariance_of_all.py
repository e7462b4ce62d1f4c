"""This is the covariance of all the samples as one cloud, about one mean. Is a cloud of two clouds
as wide as each of them?

It is wider by the distance between the two. Take from each class its *own* mean first, and average
then.
"""

import numpy as np


def shared_covariance(X0, X1):
    return mean_and_covariance(np.concatenate([X0, X1]))[1]
