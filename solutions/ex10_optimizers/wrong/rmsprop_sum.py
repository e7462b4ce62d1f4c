"""Your v is the sum of all squares so far: that is Adagrad. What does RMSprop do with the old v
before the new square is added?

It multiplies it by ρ, and the new square by 1 − ρ: what is long ago is forgotten.
"""

import numpy as np


def rmsprop(w, g, state, learning_rate, rho):
    v = 0.0 if state is None else state
    v = v + g**2
    return w - learning_rate * g / (np.sqrt(v) + 1e-8), v
