"""Patches tf.matmul, tf.reduce_sum, tf.argmax and NumPy's comparisons in its own worker: nothing
is computed there but its own answers.

category: tampering
exercise: ex1
expect: softmax_shape passed, softmax_values failed, softmax_dtype skipped, softmax_stability skipped, softmax_gradient skipped, softmax_purity skipped, cross_entropy_shape not_attempted, cross_entropy_values not_attempted, cross_entropy_zero not_attempted, cross_entropy_gradient not_attempted, model_shape not_attempted, model_values not_attempted, model_image not_attempted, model_gradient not_attempted, accuracy_values not_attempted, accuracy_labels not_attempted
score: 0.5
open: same
gain: nothing: nothing is compared in a worker
"""

import tensorflow as tf


def softmax(logits):
    zero = lambda *args, **kwargs: tf.zeros(())
    tf.matmul = tf.reduce_sum = tf.reduce_max = tf.exp = tf.nn.softmax = zero
    tf.debugging.assert_near = tf.debugging.assert_equal = lambda *args, **kwargs: None
    return tf.zeros_like(logits)
