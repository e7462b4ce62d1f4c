"""Your class has no method `call`. `forward` is what PyTorch calls; in Keras the method is named
`call`.
"""


class Network(keras.Model):
    def __init__(self):
        super().__init__()
        self.flatten = keras.layers.Flatten()
        self.hidden = keras.layers.Dense(128, activation="relu")
        self.last = keras.layers.Dense(43)

    def forward(self, images):
        return self.last(self.hidden(self.flatten(images)))


def create_network():
    return Network()
