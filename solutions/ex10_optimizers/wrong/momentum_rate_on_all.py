"""The first step is right; from the second on, the old velocity is multiplied by the learning rate
as well. To what does η belong?

To the gradient alone. Where do your parentheses begin? v holds the rate already.
"""


def momentum(w, g, state, learning_rate, gamma):
    v = 0.0 if state is None else state
    v = learning_rate * (gamma * v + g)
    return w - v, v
