"""Where p is 0 you add q. What is p ln(p/q) there?

0: leave the term out. (In the form Σ p ln(p/q) − p + q it would be q, but those of all classes
cancel.)
"""

import numpy as np


def kl_divergence(p, q):
    r = np.where(p > 0, p, q)
    return np.sum(r * np.log(r / q)) + np.sum(q[p == 0])
