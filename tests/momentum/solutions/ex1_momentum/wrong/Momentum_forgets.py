"""Nothing is kept of the step before.

Keep the velocity on `self` for the next step.
"""


class Momentum(Momentum):
    def step(self, w, g):
        return w - self.lr * g
