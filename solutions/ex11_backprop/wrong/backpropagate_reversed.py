"""Your numbers are right, and stand from the output to the first node. In which order are they
asked?

In the order of the list: the gradient of node 0 first, and the 1 of the output last.
"""

import numpy as np

right_backpropagate = backpropagate


def backpropagate(nodes):
    return np.array(right_backpropagate(nodes))[::-1]
