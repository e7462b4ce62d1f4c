"""These are the values of softmax applied to its own result: everything is squeezed towards 1/C.

Apply it once; look for a second softmax in a helper or in an activation.
"""

import tensorflow as tf


def softmax(logits):
    return tf.nn.softmax(tf.nn.softmax(logits))
