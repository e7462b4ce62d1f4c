"""The same Dropout object stands in two places: it has no weights, so it is two Dropouts."""

from tensorflow import keras
from tensorflow.keras.layers import Activation, Concatenate, Dense, Dropout, Input
from tensorflow.keras.models import Model
from tensorflow.keras.regularizers import l2 as squares


def create_network():
    input1 = Input(shape=(10,))
    input2 = Input(shape=(8,))
    branch1 = Dense(128, activation="relu")(input1)
    branch1 = Dense(128, activation="relu")(branch1)
    branch1 = Dense(32, activation="relu")(branch1)
    branch2 = Dense(32, activation="relu")(input2)
    branch2 = Dense(32, activation="relu")(branch2)
    branch2 = Dense(32, activation="relu")(branch2)
    merged = Concatenate(axis=1)([branch1, branch2])
    merged = Activation("relu")(Dense(28)(merged))
    head1 = Activation("relu")(Dense(64)(merged))
    output1 = Activation("linear")(Dense(1)(head1))
    head2 = Activation("relu")(Dense(16)(merged))
    output2 = Dense(1)(head2)
    return Model(inputs=[input1, input2], outputs=[output1, output2], name="two_by_two")


def create_regularised(rate, l2):
    drop = Dropout(rate)
    inputs = Input(shape=(20,))
    x = drop(Dense(64, activation="relu", kernel_regularizer=squares(l2))(inputs))
    x = drop(Dense(64, activation="relu", kernel_regularizer=squares(l2))(x))
    return Model(inputs, Dense(1)(x))


def early_stopping(patience):
    return keras.callbacks.EarlyStopping(
        patience=patience, monitor="val_loss", mode="auto", min_delta=0, restore_best_weights=True
    )


def save(network, path):
    network.save(str(path))


def load(path):
    with open(path, "rb"):
        pass
    return keras.models.load_model(path)
