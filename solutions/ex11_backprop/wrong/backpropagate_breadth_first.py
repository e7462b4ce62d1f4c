"""Some nodes pass their gradient on before all of it has arrived; what comes later stays with them.
When may a node pass it on?

When all its users have sent theirs. All users of a node stand behind it in the list: go through
the list backwards, not from the output into its arguments.
"""

import numpy as np


def backpropagate(nodes):
    values = evaluate(nodes)
    gradients = np.zeros(len(nodes))
    gradients[-1] = 1
    queue = [len(nodes) - 1]
    for k in queue:
        kind, *rest = nodes[k]
        if kind == "input":
            continue
        v = values[k]
        if kind == "add":
            slopes = [1, 1]
        elif kind == "multiply":
            slopes = [values[rest[1]], values[rest[0]]]
        else:
            slopes = [{"negate": -1, "exp": v, "reciprocal": -(v**2)}[kind]]
        for i, slope in zip(rest, slopes):
            gradients[i] += gradients[k] * slope
            if i not in queue:
                queue.append(i)
    return gradients
