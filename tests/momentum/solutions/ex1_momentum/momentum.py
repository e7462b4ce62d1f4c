"""Write the class and the function below, then run `grader check ex1`."""

import numpy as np


class Momentum:
    """A step that keeps a part of the one before."""

    def __init__(self, lr, beta):
        """`lr` is the learning rate, `beta` what is kept."""
        # BEGIN SOLUTION
        self.lr, self.beta = lr, beta
        self.velocity = 0.0
        # END SOLUTION

    def step(self, w, g):
        """The parameters after a step along the gradient `g`."""
        # BEGIN SOLUTION
        self.velocity = self.beta * self.velocity + np.asarray(g)
        return w - self.lr * self.velocity
        # END SOLUTION


def descend(w, gradient, lr, steps):
    """The parameters after so many steps with a beta of 0.9."""
    # BEGIN SOLUTION
    momentum = Momentum(lr, 0.9)
    for _ in range(steps):
        w = momentum.step(w, gradient(w))
    return w
    # END SOLUTION
