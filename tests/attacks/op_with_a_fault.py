"""Calls an operation of TensorFlow's with arguments that it checks by ending the process: it costs
that check.

category: leaving
exercise: ex1
expect: softmax_shape failed/error/crashed, softmax_values skipped, softmax_dtype skipped, softmax_stability skipped, softmax_gradient skipped, softmax_purity skipped, cross_entropy_shape not_attempted, cross_entropy_values not_attempted, cross_entropy_zero not_attempted, cross_entropy_gradient not_attempted, model_shape not_attempted, model_values not_attempted, model_image not_attempted, model_gradient not_attempted, accuracy_values not_attempted, accuracy_labels not_attempted
score: 0
open: same
gain: nothing
"""

import tensorflow as tf


def softmax(logits):
    tf.raw_ops.Abort(error_msg="\x1b[2J100/100", exit_without_error=True)
    return None
