"""Your values are right, but the w that you are given has changed afterwards. Whose array does `w
-= ...` write into?

It writes into the caller's. `w = w - ...` makes a new array; so does `w = w.copy()` before the
loop.
"""


def sgd(X, y, w, b, learning_rate, batches):
    for indices in batches:
        dw, db = minibatch_gradient(X, y, w, b, indices)
        w -= learning_rate * dw
        b -= learning_rate * db
    return w, b
