"""The stub of exercise 15, filled in from its README: classes, and a callback of its own."""

import keras
from keras import layers, ops


class Tower(layers.Layer):
    def __init__(self, *widths):
        super().__init__()
        self.parts = [layers.Dense(width) for width in widths]

    def call(self, x):
        for part in self.parts:
            x = ops.relu(part(x))
        return x


class Crossing(keras.Model):
    def __init__(self):
        super().__init__(name="crossing")
        self.one, self.two = Tower(128, 128, 32), Tower(32, 32, 32)
        self.trunk = Tower(28)
        self.large, self.small = Tower(64), Tower(16)
        self.a, self.b = layers.Dense(1), layers.Dense(1)

    def call(self, inputs):
        first, second = inputs
        trunk = self.trunk(ops.hstack([self.one(first), self.two(second)]))
        return [self.a(self.large(trunk)), self.b(self.small(trunk))]


def create_network():
    return Crossing()


def create_regularised(rate, l2):
    def hidden(x):
        x = layers.Dense(64, activation="relu", kernel_regularizer=keras.regularizers.L2(l2))(x)
        return layers.Dropout(rate)(x)

    start = keras.Input((20,))
    return keras.Model(start, layers.Dense(1)(hidden(hidden(start))))


class Patience(keras.callbacks.Callback):
    def __init__(self, epochs):
        super().__init__()
        self.epochs = epochs
        self.seen = []

    def on_epoch_end(self, epoch, logs=None):
        self.seen.append((logs["val_loss"], epoch, self.model.get_weights()))
        if epoch - self.best()[1] == self.epochs:
            self.model.stop_training = True

    def on_train_end(self, logs=None):
        self.model.set_weights(self.best()[2])

    def best(self):
        return min(self.seen, key=lambda each: each[0])


def early_stopping(patience):
    return Patience(patience)


def save(network, path):
    network.save(path)


def load(path):
    return keras.models.load_model(path)
