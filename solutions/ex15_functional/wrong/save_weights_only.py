"""What is saved are the weights alone. What does Keras need to make a network of the file?

The structure, too: the whole network is asked, and then the path may end in `.keras`. A file of
weights ends in `.weights.h5`.
"""


def save(network, path):
    network.save_weights(path)
