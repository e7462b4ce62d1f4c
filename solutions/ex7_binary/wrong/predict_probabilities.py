"""You return the probabilities. What is asked: how probable class 1 is, or which class it is?

Which class: 1 where p is at least 1/2, and 0 elsewhere. A comparison of the array with 1/2 decides
that for all samples at once.
"""


def predict(X, w, b):
    return sigmoid(X @ w + b)
