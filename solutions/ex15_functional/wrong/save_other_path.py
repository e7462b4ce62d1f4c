"""There is no file at the path: beside it lies one with another name.

The name is written in your code. Take the path that you are given.
"""

from pathlib import Path


def save(network, path):
    network.save(Path(path).with_name("model.keras"))
