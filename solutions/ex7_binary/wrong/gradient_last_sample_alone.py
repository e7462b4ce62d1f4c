"""Both parts have the last sample alone in them. What becomes of the earlier samples in your loop?

`=` replaces in each round what the last one left. Add instead, `dw = dw + ...` and `db = db +
...`, beginning from zeros before the loop.
"""


def gradient(X, y, w, b):
    for i in range(len(y)):
        error = sigmoid(X[i] @ w + b) - y[i]
        dw, db = error * X[i], error
    return dw / len(y), db / len(y)
