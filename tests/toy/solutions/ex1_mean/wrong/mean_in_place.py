"""x itself is divided: make a new array."""


def mean(x):
    x /= len(x)
    return x.sum(axis=0)
