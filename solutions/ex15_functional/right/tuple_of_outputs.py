"""A tuple of outputs from one loop over both heads; the regulariser is a function."""

import keras


def dense(units, activation="relu"):
    return keras.layers.Dense(units, activation=activation)


def chain(x, *layers):
    for layer in layers:
        x = layer(x)
    return x


def create_network():
    inputs = (keras.Input((10,)), keras.Input((8,)))
    sizes = ((128, 128, 32), (32, 32, 32))
    branches = [chain(x, *map(dense, each)) for x, each in zip(inputs, sizes)]
    merged = dense(28)(keras.layers.concatenate(branches, axis=-1))
    heads = tuple(chain(merged, dense(n), dense(1, None)) for n in (64, 16))
    return keras.Model(list(inputs), heads)


def create_regularised(rate, l2):
    def penalty(kernel):
        return l2 * keras.ops.sum(kernel * kernel)

    x = inputs = keras.Input((20,))
    for _ in "12":
        x = keras.layers.Dense(64, activation="relu", kernel_regularizer=penalty)(x)
        x = keras.layers.Dropout(rate=rate)(x)
    return keras.Model(inputs, keras.layers.Dense(1)(x))


class Patient(keras.callbacks.EarlyStopping):
    def __init__(self, patience):
        super().__init__(patience=patience, restore_best_weights=True, verbose=1)


early_stopping = Patient


def save(network, path):
    network.save(filepath=path)


def load(path):
    return keras.models.load_model(filepath=path)
