"""Your moves are the expected ones times 1 − γ. What weighs the new gradient in the formula?

The rate η alone: that is a sum that forgets, and no mean. Some courses have a 1 − γ there; here
there is none.
"""


def momentum(w, g, state, learning_rate, gamma):
    v = 0.0 if state is None else state
    v = gamma * v + (1 - gamma) * learning_rate * g
    return w - v, v
