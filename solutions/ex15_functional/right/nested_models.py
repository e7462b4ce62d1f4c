"""Each branch and each head is a model; all is compiled, and the data set's order is kept."""

import keras
from keras import layers, regularizers
from keras.callbacks import EarlyStopping
from keras.models import load_model


def tower(*widths, last="relu"):
    *hidden, end = widths
    return keras.Sequential([layers.Dense(n, "relu") for n in hidden] + [layers.Dense(end, last)])


def create_network():
    a, b = keras.Input(shape=(10,), name="a"), keras.Input(shape=(8,), name="b")
    x = layers.Concatenate()([tower(32, 32, 32)(b), tower(128, 128, 32)(a)])
    x = tower(28)(x)
    outputs = [tower(n, 1, last=None)(x) for n in (64, 16)]
    model = keras.Model(inputs=[a, b], outputs=outputs)
    model.compile(optimizer="adam", loss=["mse", "mae"], loss_weights=[1.0, 0.5])
    return model


def create_regularised(rate, l2):
    model = keras.Sequential(name="held_back")
    model.add(keras.Input((20,)))
    for _ in range(2):
        model.add(layers.Dense(64, kernel_regularizer=regularizers.L1L2(l1=0.0, l2=l2)))
        model.add(layers.ReLU())
        model.add(layers.Dropout(rate, seed=1))
    model.add(layers.Dense(1, activation="linear"))
    model.compile("adam", "mse")
    return model


def early_stopping(patience):
    return EarlyStopping("val_loss", 0, patience, 0, "min", None, True)


def save(network, path):
    return network.save(path, overwrite=True)


def load(path):
    model = load_model(path)
    return model
