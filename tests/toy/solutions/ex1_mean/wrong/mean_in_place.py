"""x itself is divided: make a new array.

`x / n` makes one, and `x /= n` does not.
"""


def mean(x):
    x /= len(x)
    return x.sum(axis=0)
