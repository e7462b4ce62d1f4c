"""A class with a training argument, get_config and Dropout; built and called before returned."""

import keras
import tensorflow as tf
from keras import layers

NUM_CLASSES = 43


class Network(keras.Model):
    def __init__(self, units, rate=0.2, **kwargs):
        super().__init__(**kwargs)
        self.units, self.rate = units, rate
        self.steps = [layers.Flatten(), layers.Dense(units), layers.ReLU()]
        self.dropout = layers.Dropout(rate)
        self.head = layers.Dense(NUM_CLASSES)

    def call(self, inputs, training=None):
        x = inputs
        for step in self.steps:
            x = step(x)
        return self.head(self.dropout(x, training=training))

    def get_config(self):
        return {"units": self.units, "rate": self.rate}


def create_network():
    network = Network(units=192, name="network")
    network.build((None, 32, 32, 3))
    network(tf.zeros((2, 32, 32, 3)))
    network.summary()
    return network
