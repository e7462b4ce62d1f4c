"""A script that trains, plots and saves at the top level, with constants and helpers."""

import keras
import numpy as np
from keras.layers import Dense, Dropout, Input

WIDTHS_1 = [128, 128, 32]
WIDTHS_2 = [32] * 3
HEADS = {"price": 64, "rent": 16}
RELU = keras.activations.relu
keras.utils.set_random_seed(3)


def stack(x, widths):
    for width in widths:
        x = Dense(width, activation=RELU)(x)
    return x


def create_network(trunk=28):
    ins = [Input((size,)) for size in (10, 8)]
    x = keras.layers.concatenate([stack(i, w) for i, w in zip(ins, (WIDTHS_1, WIDTHS_2))])
    x = stack(x, [trunk])
    outs = []
    for name, width in HEADS.items():
        outs.append(Dense(1, name=name)(stack(x, [width])))
    return keras.Model(ins, outs)


def create_regularised(rate: float, l2: float) -> keras.Model:
    inputs = Input((20,))
    x = inputs
    for i in range(2):
        x = Dense(64, "relu", kernel_regularizer=keras.regularizers.L2(l2), name=f"hidden{i}")(x)
        x = Dropout(rate, name=f"drop{i}")(x)
    return keras.Model(inputs=inputs, outputs=Dense(1, name="out")(x))


def early_stopping(patience: int):
    options = {"monitor": "val_loss", "patience": patience, "restore_best_weights": True}
    return keras.callbacks.EarlyStopping(**options)


def save(network, path):
    network.save(path)
    print("saved to", path)


def load(path):
    return keras.models.load_model(path, safe_mode=True)


X = np.random.normal(size=(64, 20))
model = create_regularised(0.3, 1e-3)
model.compile("adam", "mse")
history = model.fit(X, X[:, :1], validation_split=0.25, epochs=500, callbacks=[early_stopping(5)])
save(model, "best.keras")
print(history.history["val_loss"])
