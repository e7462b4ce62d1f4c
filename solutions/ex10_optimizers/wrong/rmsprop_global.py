"""Your v is that of another parameter, which has taken a step in between. Where do you keep it?

A network has many parameters, and one function serves all of them. What belongs to one has to be in
the state that you return, not in a global variable.
"""

import numpy as np

memory = {}


def rmsprop(w, g, state, learning_rate, rho):
    if state is None:
        memory.clear()
    v = rho * memory.get("v", 0.0) + (1 - rho) * g**2
    memory["v"] = v
    return w - learning_rate * g / (np.sqrt(v) + 1e-8), True
