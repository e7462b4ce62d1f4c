"""You return the probabilities of the first image only. A batch of N images gives N rows.

Either a `return` inside of the loop ends it after one image, or you take `X[0]`. Collect the rows
and return them together, or work on the whole batch at once.
"""

import tensorflow as tf


def model(X, W, b):
    image = X[0] if len(X.shape) == 4 else X
    return softmax(tf.matmul(tf.reshape(image, (1, -1)), W) + b)
