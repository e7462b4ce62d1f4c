"""Only the arguments of the last node have their gradients. In which order do you go through the
list?

From the first to the last: most nodes pass something on before anything has arrived at them. Go
backwards, from the output.
"""

import numpy as np


def backpropagate(nodes):
    values = evaluate(nodes)
    gradients = [0.0] * len(nodes)
    gradients[-1] = 1.0
    for k in range(len(nodes)):
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
            gradients[rest[0]] += g * v
        elif kind == "reciprocal":
            gradients[rest[0]] += g * -(v**2)
    return np.array(gradients)
