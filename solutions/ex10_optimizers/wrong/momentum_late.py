"""Your first step does not move w, and each later one makes the move of the step before it. Which
velocity do you subtract, the old one or the new one?

The new one: renew v with this step's gradient first, and move w after that.
"""


def momentum(w, g, state, learning_rate, gamma):
    v = 0.0 if state is None else state
    return w - v, gamma * v + learning_rate * g
