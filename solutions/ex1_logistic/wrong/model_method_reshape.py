"""A tensor has no method `reshape`: that is NumPy's way to write it.

TensorFlow has a function for it: `tf.reshape(X, (..., ...))`.
"""


def model(X, W, b):
    return softmax(X.reshape(-1, W.shape[0]) @ W + b)
