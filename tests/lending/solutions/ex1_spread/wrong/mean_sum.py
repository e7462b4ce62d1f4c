"""These are sums: divide them by the number of rows.

`len(x)` is that number.
"""


def mean(x):
    return np.sum(x, axis=0)
