"""No activation comes behind C1 (and behind none of your other layers, perhaps). What is a
network of linear layers alone?

Give C1, C3, C5 and F6 one each: Keras' layers have none by themselves. Max pooling does not
count as one.
"""


def create_lenet():
    return keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            keras.layers.Conv2D(6, 5, padding="same"),
            keras.layers.MaxPooling2D(2),
            keras.layers.Conv2D(16, 5),
            keras.layers.MaxPooling2D(2),
            keras.layers.Flatten(),
            keras.layers.Dense(120),
            keras.layers.Dense(84),
            keras.layers.Dense(10),
        ]
    )
