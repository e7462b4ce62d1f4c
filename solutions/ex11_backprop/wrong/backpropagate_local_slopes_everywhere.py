"""You add up the nodes' own slopes, also those of nodes that the output does not depend on. What
does a node pass on?

What has arrived at it, times its slope. At a node without users nothing has arrived: it has 0,
and passes on 0.
"""

import numpy as np


def backpropagate(nodes):
    values = evaluate(nodes)
    gradients = [0.0] * len(nodes)
    gradients[-1] = 1.0
    for k in range(len(nodes) - 1, -1, -1):
        kind, *rest = nodes[k]
        g, v = 1.0, values[k]
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
