"""Nothing is kept of the step before."""


class Momentum(Momentum):
    def step(self, w, g):
        return w - self.lr * g
