"""Where a node has several users, you keep what one of them sends and lose the rest. What becomes
of the first when the second arrives?

Both count. A node with two users gets the sum of both: add to what is there (`+=`), and do not
assign (`=`).
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
            gradients[rest[0]] = g
            gradients[rest[1]] = g
        elif kind == "multiply":
            i, j = rest
            gradients[i] = g * values[j]
            gradients[j] = g * values[i]
        elif kind == "negate":
            gradients[rest[0]] = -g
        elif kind == "exp":
            gradients[rest[0]] = g * v
        elif kind == "reciprocal":
            gradients[rest[0]] = g * -(v**2)
    return np.array(gradients)
