"""There is no file at the path. Does the function write one?

It returns something, and writes nothing. What `save` returns is not looked at: the network has
to lie in the file.
"""


def save(network, path):
    return network.to_json()
