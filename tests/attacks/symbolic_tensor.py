"""Returns symbolic tensors of a graph and of Keras, which have no value: they are named, not sent.

category: spoofing
exercise: ex1
expect: softmax_shape failed, softmax_values skipped, softmax_dtype skipped, softmax_stability skipped, softmax_gradient skipped, softmax_purity skipped, cross_entropy_shape not_attempted, cross_entropy_values not_attempted, cross_entropy_zero not_attempted, cross_entropy_gradient not_attempted, model_shape not_attempted, model_values not_attempted, model_image not_attempted, model_gradient not_attempted, accuracy_values failed, accuracy_labels skipped
score: 0
open: same
gain: nothing: a symbolic tensor is named, not sent
"""

import tensorflow as tf


def softmax(logits):
    kept = []

    @tf.function
    def trace(x):
        kept.append(x)
        return x

    trace(logits)
    return kept[0]


def accuracy(y_hat, Y):
    return tf.keras.Input((3,))
