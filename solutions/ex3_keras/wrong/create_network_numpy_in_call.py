"""Your `call` computes with NumPy. That works for single calls, but in training Keras hands it
symbolic tensors, through which NumPy gets no values and no gradients. Use layers, or the functions
of TensorFlow or `keras.ops`.
"""

import tensorflow as tf


class Network(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = keras.layers.Dense(128, activation="relu")
        self.last = keras.layers.Dense(43)

    def call(self, images):
        flat = tf.convert_to_tensor(images).numpy().reshape(-1, 3072)
        return self.last(self.hidden(tf.constant(flat)))


def create_network():
    return Network()
