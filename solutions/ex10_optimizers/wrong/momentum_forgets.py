"""Each of your steps is ηg: what was before makes no difference. Does the velocity of the last step
come into v, and is the new v in the state that you return?

What you return as the second value comes back as `state` in the next step. There v begins with γ
times it.
"""


def momentum(w, g, state, learning_rate, gamma):
    v = learning_rate * g
    return w - v, None
