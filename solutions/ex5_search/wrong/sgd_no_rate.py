"""The steps are as long as the gradient itself. Which of your arguments do you not use?

Multiply the gradient by `learning_rate` before you subtract it.
"""


def sgd(X, y, w, b, learning_rate, batches):
    for indices in batches:
        dw, db = minibatch_gradient(X, y, w, b, indices)
        w = w - dw
        b = b - db
    return w, b
