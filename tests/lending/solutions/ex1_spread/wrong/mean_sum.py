"""These are sums: divide them by the number of rows."""


def mean(x):
    return np.sum(x, axis=0)
