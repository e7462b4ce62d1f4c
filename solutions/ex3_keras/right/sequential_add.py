"""Sequential and `add`, compiled already, with a summary printed and activation='linear'."""

from tensorflow.keras.layers import Dense, Flatten, InputLayer
from tensorflow.keras.losses import SparseCategoricalCrossentropy
from tensorflow.keras.models import Sequential


def create_network():
    model = Sequential(name="traffic_signs")
    model.add(InputLayer(shape=(32, 32, 3)))
    model.add(Flatten())
    model.add(Dense(units=100, activation="relu"))
    model.add(Dense(units=43, activation="linear", name="logits"))
    model.summary()
    model.compile(
        optimizer="sgd",
        loss=SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return model
