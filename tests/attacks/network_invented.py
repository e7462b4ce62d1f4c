"""Returns an empty Sequential, and has the checks tell of a network that is nowhere: its layers, its
shapes, what it learned.

category: spoofing
expect: create_network_is_model passed, create_network_takes_images passed, create_network_output passed, create_network_layers failed, create_network_logits failed, create_network_nonlinear failed, create_network_memorises failed, create_network_generalises skipped
score: 3
open: same
gain: the points of a Keras model and of a shape: what a network does is seen where none of its code runs
exercise: ex3
"""

import sys

import keras
import numpy as np


class Network(keras.Sequential):
    def __call__(self, images, **options):
        import tensorflow as tf

        return tf.zeros((len(images), 43))


def layer(name, activation):
    return {
        "type": "Dense", "name": name, "has_weights": True, "activation": activation,
        "trainable": 2, "variables": [0],
    }


def invented(model, images, **options):
    return {
        "is_model": True, "type": "Sequential", "layers": [layer("a", "relu"), layer("b", "linear")],
        "variables": [{"shape": [4], "dtype": "float32", "values": np.ones(4, "float32")}],
        "output_shape": [16, 43], "output_activations": [], "output_layers": ["b"],
        "rows_sum_to_one": False, "random_after_output": False, "nonlinear": True, "unknown": 0,
        "graphs": {"used": {"graph": np.zeros(0, "uint8"), "image": "x:0", "output": "x:0",
                            "variables": [], "constants": []}, "trained": None},
    }


frame = sys._getframe()
while "self" not in frame.f_locals or not hasattr(frame.f_locals["self"], "checks"):
    frame = frame.f_back
for check in frame.f_locals["self"].checks.values():
    check.body.__globals__["send"] = invented


def create_network():
    return Network()
