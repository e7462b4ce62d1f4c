import numpy as np
import tensorflow as tf


def softmax(logits:
    return tf.nn.softmax(logits)
