"""Where a node has several users, only what arrives first counts in yours. What should become of
the second?

It is added to the first. A gradient that is there already is no reason to leave anything out.
"""

import numpy as np


def backpropagate(nodes):
    values = evaluate(nodes)
    gradients = {len(nodes) - 1: 1.0}
    for k in range(len(nodes) - 1, -1, -1):
        kind, *rest = nodes[k]
        g, v = gradients.get(k, 0.0), values[k]
        if kind == "add":
            slopes = [1.0, 1.0]
        elif kind == "multiply":
            slopes = [values[rest[1]], values[rest[0]]]
        else:
            slopes = [{"negate": -1.0, "exp": v, "reciprocal": -(v**2), "input": 0.0}[kind]]
        for i, slope in zip(rest, slopes):
            if kind != "input" and g != 0:
                gradients.setdefault(i, g * slope)
    return np.array([gradients.get(k, 0.0) for k in range(len(nodes))])
