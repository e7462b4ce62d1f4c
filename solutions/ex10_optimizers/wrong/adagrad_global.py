"""Your G is that of another parameter, which has taken a step in between. Where do you keep it?

A network has many parameters, and one function serves all of them. What belongs to one has to be in
the state that you return, not in a global variable.
"""

import numpy as np

memory = {}


def adagrad(w, g, state, learning_rate):
    if state is None:
        memory.clear()
    G = memory.get("G", 0.0) + g**2
    memory["G"] = G
    return w - learning_rate * g / (np.sqrt(G) + 1e-8), True
