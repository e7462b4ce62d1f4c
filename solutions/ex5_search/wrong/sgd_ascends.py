"""Each step goes uphill: the parameters move the other way. Where does the gradient point?

It points to where the cost grows fastest. Subtract it: `w = w - learning_rate * dw`.
"""


def sgd(X, y, w, b, learning_rate, batches):
    for indices in batches:
        dw, db = minibatch_gradient(X, y, w, b, indices)
        w = w + learning_rate * dw
        b = b + learning_rate * db
    return w, b
