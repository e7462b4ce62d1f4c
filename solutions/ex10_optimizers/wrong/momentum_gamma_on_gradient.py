"""The new gradient is multiplied by γ, and the old velocity stays as it is. Which of the two does γ
weigh?

The old velocity: it is what is forgotten bit by bit.
"""


def momentum(w, g, state, learning_rate, gamma):
    v = 0.0 if state is None else state
    v = v + gamma * learning_rate * g
    return w - v, v
