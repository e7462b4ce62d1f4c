"""Three convolutions and two Dense layers are five layers with weights, and fewer than 4 are asked.
Convolutions have weights and count; pooling and Flatten do not. Leave some of them out.
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
