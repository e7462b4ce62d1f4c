"""Your first step leaves w where it is, and its gradient is lost. What is to be done when `state`
is None?

Only v begins at 0 there; the rest of the step is the same as always.
"""


def momentum(w, g, state, learning_rate, gamma):
    if state is None:
        return w, 0.0
    v = gamma * state + learning_rate * g
    return w - v, v
