"""The first step is right, and in the second the old velocity pulls backwards. With which sign does
γv stand in the formula?

With a plus, as long as w moves by −v. (Who subtracts ηg from γv has to add v to w.)
"""


def momentum(w, g, state, learning_rate, gamma):
    v = 0.0 if state is None else state
    v = learning_rate * g - gamma * v
    return w - v, v
