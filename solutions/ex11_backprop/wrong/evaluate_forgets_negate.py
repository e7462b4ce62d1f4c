"""Your values are those of a circuit in which `negate` does nothing. What is the value of
`("negate", i)`?

The value of node i with the other sign. All nodes behind it are computed from that.
"""

import numpy as np


def evaluate(nodes):
    values = []
    for kind, *rest in nodes:
        a = rest if kind == "input" else [values[i] for i in rest]
        rules = {"add": sum, "multiply": np.prod, "exp": lambda a: np.exp(a[0])}
        rules |= {"reciprocal": lambda a: 1 / a[0]}
        values.append(rules.get(kind, lambda a: a[0])(a))
    return np.array(values)
