"""The values of the inputs are missing in your result. How many numbers belong to n nodes?

n: an input is a node too, and its value is the number that it carries. Without it the places of
all others are moved.
"""

import numpy as np

right_evaluate = evaluate


def evaluate(nodes):
    values = right_evaluate(nodes)
    return np.array([v for v, node in zip(values, nodes) if node[0] != "input"])
