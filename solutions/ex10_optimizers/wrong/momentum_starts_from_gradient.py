"""The velocity of your first step has γg in it beside ηg: you begin with v = g. What is v before
the first step?

It is 0: w is at rest then.
"""


def momentum(w, g, state, learning_rate, gamma):
    v = g if state is None else state
    v = gamma * v + learning_rate * g
    return w - v, v
