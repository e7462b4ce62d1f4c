"""Every move has the wrong sign: w goes uphill. Two signs belong together, that of ηg in v, and
that of v in w. Which are yours?

If v is γv + ηg, it is subtracted from w; if it is γv − ηg, it is added. You have one of one kind,
and one of the other.
"""


def momentum(w, g, state, learning_rate, gamma):
    v = 0.0 if state is None else state
    v = gamma * v + learning_rate * g
    return w + v, v
