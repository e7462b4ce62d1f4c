"""Each point gives one number, the id of a class. What can be trained with that?

Nothing: an id has no gradient. Return the three probabilities; `argmax` comes when the right
answers are counted.
"""


def create_network():
    point = keras.Input((2,))
    x = keras.layers.Dense(64, activation="relu")(point)
    x = keras.layers.Dense(3, activation="softmax")(x)
    return keras.Model(point, keras.ops.argmax(x, axis=1))
