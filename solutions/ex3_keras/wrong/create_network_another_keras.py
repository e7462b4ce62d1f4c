"""You build the network with `tensorflow.python.keras`: an old copy of Keras inside of TensorFlow
that is not meant for users.

Import from `tensorflow.keras`, or from `keras`; the rest can stay.
"""

from tensorflow.python.keras.layers import Dense, Flatten
from tensorflow.python.keras.models import Sequential


def create_network():
    return Sequential([Flatten(input_shape=(32, 32, 3)), Dense(128, activation="relu"), Dense(43)])
