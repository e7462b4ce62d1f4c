"""Convolutions have weights and count, just as Dense layers do. How many layers with weights have
you got?

Three convolutions and two Dense layers are five, and fewer than 4 are asked. Pooling and Flatten do
not count: you may keep them. Leave two of the five out.
"""


def create_network():
    model = keras.Sequential([keras.Input((32, 32, 3))])
    for filters in (16, 32, 32):
        model.add(keras.layers.Conv2D(filters, 3, padding="same", activation="relu"))
        model.add(keras.layers.MaxPooling2D())
    model.add(keras.layers.Flatten())
    model.add(keras.layers.Dense(64, activation="relu"))
    model.add(keras.layers.Dense(43))
    return model
