"""The step goes uphill.

Take the velocity away from the weights.
"""


class Momentum(Momentum):
    def step(self, w, g):
        return super().step(w, -g)
