"""In your gradients the slope of `reciprocal` is −x², and not −1/x². Of which of the two values did
you take the square, and where does it stand?

1/(node's own value)² is x², for that value is 1/x already. Divide by the square of the
*argument*, or multiply by the square of the node's own value.
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
            gradients[rest[0]] += g * v
        elif kind == "reciprocal":
            gradients[rest[0]] += -g / v**2
    return np.array(gradients)
