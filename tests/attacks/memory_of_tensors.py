"""Allocates a tensor of eight gigabytes: memory is limited, and TensorFlow says so or dies.

category: exhaustion
exercise: ex1
seconds: 3
expect: softmax_shape failed/error/crashed/timeout, softmax_values skipped, softmax_dtype skipped, softmax_stability skipped, softmax_gradient skipped, softmax_purity skipped, cross_entropy_shape not_attempted, cross_entropy_values not_attempted, cross_entropy_zero not_attempted, cross_entropy_gradient not_attempted, model_shape not_attempted, model_values not_attempted, model_image not_attempted, model_gradient not_attempted, accuracy_values not_attempted, accuracy_labels not_attempted
score: 0
open: same
gain: nothing: memory is limited
"""

import tensorflow as tf


def softmax(logits):
    return tf.zeros((2, 1 << 30))
