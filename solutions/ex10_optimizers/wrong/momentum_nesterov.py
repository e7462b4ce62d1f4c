"""Your velocity is right, and w moves by γv + ηg, made of the new v: that looks ahead, as
Nesterov's momentum does. By what does w move in the formula?

By the velocity v itself, as soon as it has been renewed.
"""


def momentum(w, g, state, learning_rate, gamma):
    v = 0.0 if state is None else state
    v = gamma * v + learning_rate * g
    return w - (gamma * v + learning_rate * g), v
