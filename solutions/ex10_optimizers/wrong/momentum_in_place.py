"""Your moves are right, but the w that you are given has changed afterwards. Whose array does `w -=
…` write into?

Into the caller's. `w = w - …` makes a new array.
"""


def momentum(w, g, state, learning_rate, gamma):
    v = 0.0 if state is None else state
    v = gamma * v + learning_rate * g
    w -= v
    return w, v
