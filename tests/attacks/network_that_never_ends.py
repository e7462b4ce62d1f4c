"""A network whose graph, and only that, computes for ever, or fills memory.

category: exhaustion
expect: create_network_is_model passed, create_network_takes_images passed, create_network_output passed, create_network_layers timeout/failed/crashed, create_network_logits timeout/failed/crashed, create_network_nonlinear timeout/failed/crashed, create_network_memorises timeout/failed/crashed, create_network_generalises skipped
score: 3
open: same
gain: nothing: a graph is run within limits
exercise: ex3
"""

import keras
import tensorflow as tf

count = 0


class Network(keras.Model):
    def __init__(self):
        super().__init__()
        self.flatten, self.last = keras.layers.Flatten(), keras.layers.Dense(43)

    def call(self, images):
        global count
        logits = self.last(self.flatten(images))
        if tf.executing_eagerly():
            return logits
        count += 1
        if count % 4 < 2:
            rows = tf.fill((300_000, 300_000), images[0, 0, 0, 0])
            return logits + tf.reduce_sum(tf.sin(rows))
        return tf.while_loop(lambda x: tf.reduce_all(x < 1e30), lambda x: [x * 1.0], [logits])[0]


def create_network():
    return Network()
