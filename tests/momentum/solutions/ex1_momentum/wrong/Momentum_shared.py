"""All objects have one velocity: what each keeps is set in `__init__`, on `self`.

A name in the body of the class is one for all of them.
"""

import numpy as np


class Momentum:
    velocity = [0.0]

    def __init__(self, lr, beta):
        self.lr, self.beta = lr, beta

    def step(self, w, g):
        self.velocity[0] = self.beta * self.velocity[0] + np.asarray(g)
        return w - self.lr * self.velocity[0]
