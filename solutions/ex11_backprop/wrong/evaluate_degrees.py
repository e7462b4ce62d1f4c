"""In your values the argument of `exp` was taken for an angle in degrees. Is it an angle?

No: exp(x) is e to the power of x, and x is any number. Nothing is converted.
"""

import numpy as np


def evaluate(nodes):
    values = []
    for kind, *rest in nodes:
        a = rest if kind == "input" else [values[i] for i in rest]
        rules = {"add": sum, "multiply": np.prod, "exp": lambda a: np.exp(np.deg2rad(a[0]))}
        rules |= {"reciprocal": lambda a: 1 / a[0], "negate": lambda a: -a[0]}
        values.append(rules.get(kind, lambda a: a[0])(a))
    return np.array(values)
