"""The first step is right, and later the old velocity is kept whole. What happens to it in each
step?

It is multiplied by γ before the new gradient is added: without friction, w never comes to rest.
"""


def momentum(w, g, state, learning_rate, gamma):
    v = 0.0 if state is None else state
    v = v + learning_rate * g
    return w - v, v
