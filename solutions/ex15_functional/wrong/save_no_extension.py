"""There is no file at the path: beside it lies something without `.keras` at the end.

Take the path as it is. A folder for serving, as `export` writes it, is no network that Keras
loads.
"""


def save(network, path):
    network.export(path.removesuffix(".keras"), verbose=False)
