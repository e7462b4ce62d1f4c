"""You return the new w alone. What does the next step have to know?

Two values are asked: w, and the state that the next call is given.
"""


def momentum(w, g, state, learning_rate, gamma):
    v = 0.0 if state is None else state
    v = gamma * v + learning_rate * g
    return w - v
