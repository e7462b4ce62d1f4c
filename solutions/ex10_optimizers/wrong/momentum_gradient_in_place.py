"""Your moves are right, but the g that you are given is multiplied by the learning rate afterwards.
Whose array does `g *= …` write into?

Into the caller's, who may use it again. Give the product a name of its own.
"""


def momentum(w, g, state, learning_rate, gamma):
    v = 0.0 if state is None else state
    g *= learning_rate
    v = gamma * v + g
    return w - v, v
