"""Weights are read into a network of another structure, and Keras finds that they do not fit.

The file has the structure, too. Nothing has to be made before: Keras makes the network of the
file.
"""


def load(path):
    network = create_network()
    network.load_weights(path)
    return network
