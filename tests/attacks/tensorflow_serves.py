"""Starts TensorFlow's own server, which listens on a port: there is no network.

category: escape
exercise: ex1
expect: softmax_shape failed/error/crashed, softmax_values skipped, softmax_dtype skipped, softmax_stability skipped, softmax_gradient skipped, softmax_purity skipped, cross_entropy_shape not_attempted, cross_entropy_values not_attempted, cross_entropy_zero not_attempted, cross_entropy_gradient not_attempted, model_shape not_attempted, model_values not_attempted, model_image not_attempted, model_gradient not_attempted, accuracy_values not_attempted, accuracy_labels not_attempted
score: 0
open: never
gain: nothing where there is a lockdown
"""

import tensorflow as tf


def softmax(logits):
    service = tf.data.experimental.service
    server = service.DispatchServer(service.DispatcherConfig(port=0))
    return tf.nn.softmax(logits) if server.target else None
