"""There is the class of the first sample alone. When does your function return?

A `return` that stands inside of the loop ends it in the first round. Move it out, to the level of
the `for`.
"""


def predict(X, w, b):
    return (X[:1] @ w + b >= 0).astype(int)
