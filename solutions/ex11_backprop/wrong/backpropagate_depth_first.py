"""Some nodes pass on what they have more than once, so that part of it is counted twice. When may a
node pass its gradient on?

Once, when all its users have sent theirs. All users of a node stand behind it in the list: go
through the list backwards, instead of walking from each node into its arguments.
"""

import numpy as np


def backpropagate(nodes):
    values = evaluate(nodes)
    gradients = np.zeros(len(nodes))
    gradients[-1] = 1

    def push(k):
        kind, *rest = nodes[k]
        if kind == "input":
            return
        v = values[k]
        if kind == "add":
            slopes = [1, 1]
        elif kind == "multiply":
            slopes = [values[rest[1]], values[rest[0]]]
        else:
            slopes = [{"negate": -1, "exp": v, "reciprocal": -(v**2)}[kind]]
        for i, slope in zip(rest, slopes):
            gradients[i] += gradients[k] * slope
            push(i)

    push(len(nodes) - 1)
    return gradients
