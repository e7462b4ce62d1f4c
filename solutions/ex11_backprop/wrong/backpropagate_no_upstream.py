"""Each node passes on its own slope alone in yours, whatever has arrived at it. What does the chain
rule do with both?

It multiplies them: what a node passes on is its gradient times its slope. Yours is right only for
the arguments of the last node.
"""

import numpy as np


def backpropagate(nodes):
    values = evaluate(nodes)
    gradients = [0.0] * len(nodes)
    gradients[-1] = 1.0
    for k in range(len(nodes) - 1, -1, -1):
        kind, *rest = nodes[k]
        if gradients[k] == 0:
            continue
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
