"""There is no file at the path: beside it lies one whose name ends in `.h5`.

That is Keras' older format, and another path than the one that is asked. Take the path as it
is.
"""


def save(network, path):
    network.save(path.replace(".keras", ".h5"))
