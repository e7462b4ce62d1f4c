"""In your gradients `exp` passes on what arrives as it is, as if its slope were 1. What is the
derivative of eˣ?

eˣ, which is the value of the node itself: what arrives is multiplied by it.
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
            gradients[i] += g * values[j]
            gradients[j] += g * values[i]
        elif kind == "negate":
            gradients[rest[0]] += -g
        elif kind == "exp":
            gradients[rest[0]] += g
        elif kind == "reciprocal":
            gradients[rest[0]] += g * -(v**2)
    return np.array(gradients)
