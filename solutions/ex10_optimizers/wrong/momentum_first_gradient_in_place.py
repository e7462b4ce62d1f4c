"""Your moves are right, but the gradient of the first step is another one afterwards. What is your
state after that step: a new array, or g itself?

It is g itself, under another name, and the next step changes it in place. Begin with a copy, or
with zeros.
"""


def momentum(w, g, state, learning_rate, gamma):
    if state is None:
        state = g
    else:
        state *= gamma
        state += g
    return w - learning_rate * state, state
