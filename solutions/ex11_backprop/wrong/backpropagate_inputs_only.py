"""You return the gradients of the inputs alone. How many numbers are asked?

n: one for each node, in the order of the list. The inner nodes have theirs, and the last one has
1.
"""

import numpy as np

right_backpropagate = backpropagate


def backpropagate(nodes):
    gradients = right_backpropagate(nodes)
    return np.array([g for g, node in zip(gradients, nodes) if node[0] == "input"])
