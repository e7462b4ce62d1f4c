"""The first two steps are right; from the third on, what is older than one step is gone. What do
you return as the state: the whole velocity?

You return ηg alone. The state has to be the new v, in which all earlier gradients are.
"""


def momentum(w, g, state, learning_rate, gamma):
    v = learning_rate * g + (0.0 if state is None else gamma * state)
    return w - v, learning_rate * g
