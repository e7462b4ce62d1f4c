"""A hidden layer is very narrow. Of how many straight pieces is its border made?

Each unit adds about one bend, and the spiral has many. Take 32 units or more.
"""


def create_network():
    model = keras.Sequential(
        [
            keras.Input((2,)),
            keras.layers.Dense(2, activation="relu"),
            keras.layers.Dense(3, activation="softmax"),
        ]
    )
    return model
