"""load returned None. Where does the network go that is loaded?

It is loaded and forgotten: the function has to return it.
"""


def load(path):
    keras.models.load_model(path)
