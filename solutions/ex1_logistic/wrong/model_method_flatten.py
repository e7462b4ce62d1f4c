"""A tensor has no method `flatten`: that is NumPy's way to write it, and it would put all images
into one vector.

TensorFlow's function is `tf.reshape(X, (..., ...))`: a row for each image, whose length is that of
W.
"""


def model(X, W, b):
    return softmax(X.flatten() @ W + b)
