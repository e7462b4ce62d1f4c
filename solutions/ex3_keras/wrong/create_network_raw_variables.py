"""Keras finds no weights that your network's output comes from, so it has nothing to train. Where
does your file make its layers, or its weights?

Layers are made once, in `__init__`, kept as attributes of the model (`self.hidden = ...`), and only
used in `call`; weights of your own are made with `self.add_weight(...)`. Keras does not know of a
bare `tf.Variable`, nor of layers that are made in `call` or kept outside of the model.
"""

import tensorflow as tf


class Network(keras.Model):
    def __init__(self):
        super().__init__()
        self.W1 = tf.Variable(tf.random.normal((3072, 128), stddev=0.02))
        self.W2 = tf.Variable(tf.random.normal((128, 43), stddev=0.1))

    def call(self, images):
        hidden = tf.nn.relu(tf.reshape(images, (-1, 3072)) @ self.W1)
        return hidden @ self.W2


def create_network():
    return Network()
