"""Your result has an axis too many, (N, 1, C): each image gives a batch of one, and they are
stacked.

Flatten an image to a vector of D numbers and stack these, or put the batches of one together with
`tf.concat(..., axis=0)`, or reshape the whole batch at once.
"""

import tensorflow as tf


def model(X, W, b):
    images = X if len(X.shape) == 4 else [X]
    return tf.stack([softmax(tf.reshape(image, (1, -1)) @ W + b) for image in images])
