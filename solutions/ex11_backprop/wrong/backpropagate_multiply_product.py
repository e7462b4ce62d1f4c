"""In your gradients both factors of `multiply` get the value of the product as the slope. What is
the derivative of a · b by a?

b alone, the value of the other factor. The node's own value is the slope of exp, and of no other.
"""

import numpy as np


def backpropagate(nodes):
    values = evaluate(nodes)
    gradients = [0.0] * len(nodes)
    gradients[-1] = 1.0
    for k in range(len(nodes) - 1, -1, -1):
        kind, *rest = nodes[k]
        g, v = gradients[k], values[k]
        if kind == "add":
            gradients[rest[0]] += g
            gradients[rest[1]] += g
        elif kind == "multiply":
            i, j = rest
            gradients[i] += g * v
            gradients[j] += g * v
        elif kind == "negate":
            gradients[rest[0]] += -g
        elif kind == "exp":
            gradients[rest[0]] += g * v
        elif kind == "reciprocal":
            gradients[rest[0]] += g * -(v**2)
    return np.array(gradients)
