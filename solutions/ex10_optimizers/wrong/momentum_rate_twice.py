"""Your moves are the expected ones times the learning rate. How often do you multiply by it?

Twice: in the velocity, and again when w moves. Once is enough.
"""


def momentum(w, g, state, learning_rate, gamma):
    v = 0.0 if state is None else state
    v = gamma * v + learning_rate * g
    return w - learning_rate * v, v
