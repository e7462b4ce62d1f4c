"""The gradient counts 1 - beta: here it counts whole.

Add the whole gradient to beta times the velocity.
"""

import numpy as np


class Momentum(Momentum):
    def step(self, w, g):
        self.velocity = self.beta * self.velocity + (1 - self.beta) * np.asarray(g)
        return w - self.lr * self.velocity
