"""A tf.function with AutoGraph inside of call(), whose graph the grader does not see into."""

import tensorflow as tf


class Network(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = tf.keras.layers.Dense(128)
        self.last = tf.keras.layers.Dense(43)
        # Layers that are built inside of a tf.function are constants of its graph.
        self.hidden.build((None, 3072))
        self.last.build((None, 128))

    @tf.function
    def forward(self, x):
        if tf.reduce_max(x) > 1000.0:
            x = x / 255.0
        x = tf.nn.sigmoid(self.hidden(tf.reshape(x, (-1, 3072))))
        return self.last(x)

    def call(self, x):
        return self.forward(x)


def create_network():
    return Network()
