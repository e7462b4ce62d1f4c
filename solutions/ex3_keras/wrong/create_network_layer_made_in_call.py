"""Keras finds no weights that your network's output comes from, so it has nothing to train. Where
does your file make its layers, or its weights?

Layers are made once, in `__init__`, kept as attributes of the model (`self.hidden = ...`), and only
used in `call`; weights of your own are made with `self.add_weight(...)`. Keras does not know of a
bare `tf.Variable`, nor of layers that are made in `call` or kept outside of the model.
"""


class Network(keras.Model):
    def call(self, images):
        x = keras.layers.Flatten()(images)
        x = keras.layers.Dense(128, activation="relu")(x)
        return keras.layers.Dense(43)(x)


def create_network():
    return Network()
