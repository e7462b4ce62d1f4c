"""Dropout stands in front of the ReLU, which is the same; weights in one layer of its own."""

import keras
import tensorflow as tf


class Head(keras.layers.Layer):
    def __init__(self, units):
        super().__init__()
        self.units = units

    def build(self, shape):
        self.b2 = self.add_weight(shape=(1,), initializer="zeros", name="b2")
        self.w1 = self.add_weight(shape=(shape[-1], self.units), name="w1")
        self.b1 = self.add_weight(shape=(self.units,), initializer="zeros", name="b1")
        self.w2 = self.add_weight(shape=(self.units, 1), name="w2")

    def call(self, x):
        return tf.maximum(x @ self.w1 + self.b1, 0.0) @ self.w2 + self.b2


class Network(keras.Model):
    def __init__(self):
        super().__init__()
        self.a = keras.Sequential([keras.layers.Dense(n, "relu") for n in (128, 128, 32)])
        self.b = keras.Sequential([keras.layers.Dense(n, "relu") for n in (32, 32, 32)])
        self.joined = keras.layers.Dense(28, activation=tf.nn.relu)
        self.first, self.second = Head(64), Head(16)

    def call(self, inputs):
        x = self.joined(keras.layers.concatenate([self.a(inputs[0]), self.b(inputs[1])]))
        return self.first(x), self.second(x)


def create_network():
    return Network()


def create_regularised(rate, l2):
    layers = [keras.Input((20,))]
    for _ in range(2):
        layers.append(keras.layers.Dense(64, kernel_regularizer=keras.regularizers.l2(l2)))
        layers.append(keras.layers.Dropout(rate))
        layers.append(keras.layers.Activation("relu"))
    return keras.Sequential([*layers, keras.layers.Dense(1)])


class Watch(keras.callbacks.Callback):
    def __init__(self, patience):
        super().__init__()
        self.patience = patience

    def on_train_begin(self, logs=None):
        self.best = None
        self.epoch = 0

    def on_epoch_end(self, epoch, logs=None):
        if self.best is None or logs["val_loss"] < self.best[0]:
            self.best = logs["val_loss"], epoch, self.model.get_weights()
        elif epoch - self.best[1] >= self.patience:
            self.model.stop_training = True

    def on_train_end(self, logs=None):
        self.model.set_weights(self.best[2])


def early_stopping(patience):
    return Watch(patience)


def save(network, path):
    keras.saving.save_model(network, path, overwrite=True)


load = keras.models.load_model
