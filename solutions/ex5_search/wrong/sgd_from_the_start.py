"""Each step begins at the start again: only the last batch counts. Where does a step begin?

Where the last one ended: keep the new w and b for the next round.
"""


def sgd(X, y, w, b, learning_rate, batches):
    for indices in batches:
        dw, db = minibatch_gradient(X, y, w, b, indices)
        new_w, new_b = w - learning_rate * dw, b - learning_rate * db
    return new_w, new_b
