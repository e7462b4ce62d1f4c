"""You compute with i and j themselves. What do i and j of `("add", i, j)` say?

In which place of the list the two arguments stand. Look up the values that you have found there,
and compute with these.
"""

import numpy as np


def evaluate(nodes):
    values = []
    for kind, *a in nodes:
        rules = {"add": sum, "multiply": np.prod, "exp": lambda a: np.exp(a[0])}
        rules |= {"reciprocal": lambda a: 1 / a[0] if a[0] else 0.0, "negate": lambda a: -a[0]}
        values.append(float(rules.get(kind, lambda a: a[0])(a)))
    return np.array(values)
