"""An object that says it is a tensor and converts itself to whatever is asked: its class is none
that is sent.

category: spoofing
exercise: ex1
expect: softmax_shape failed/error/crashed, softmax_values skipped, softmax_dtype skipped, softmax_stability skipped, softmax_gradient skipped, softmax_purity skipped, cross_entropy_shape not_attempted, cross_entropy_values not_attempted, cross_entropy_zero not_attempted, cross_entropy_gradient not_attempted, model_shape not_attempted, model_values not_attempted, model_image not_attempted, model_gradient not_attempted, accuracy_values not_attempted, accuracy_labels not_attempted
score: 0
open: same
gain: nothing
"""

import numpy as np
import tensorflow as tf


class Lie:
    __class__ = tf.Tensor
    shape = dtype = None

    def numpy(self):
        raise SystemExit(0)

    __array__ = numpy


def softmax(logits):
    return Lie()
