"""Your classes are the other way round: 0 where the probability of class 1 is high. Which class
does p belong to?

p is the probability of class 1. Return 1 where p is at least 1/2.
"""


def predict(X, w, b):
    return (X @ w + b < 0).astype(int)
