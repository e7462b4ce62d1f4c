"""There is a file, but it is not one of Keras'. Which library has written it?

Pickle writes objects of Python, and text is text. The network itself has a method that writes a
`.keras` file.
"""

import pickle


def save(network, path):
    with open(path, "wb") as file:
        pickle.dump(network.get_weights(), file)
