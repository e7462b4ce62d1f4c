"""Your velocity is that of another parameter, which has taken a step in between. Where do you keep
v?

A network has many parameters, and one function serves all of them. What belongs to one has to be in
the state that you return, not in a global variable.
"""

memory = {}


def momentum(w, g, state, learning_rate, gamma):
    if state is None:
        memory.clear()
    v = gamma * memory.get("v", 0.0) + learning_rate * g
    memory["v"] = v
    return w - v, True
