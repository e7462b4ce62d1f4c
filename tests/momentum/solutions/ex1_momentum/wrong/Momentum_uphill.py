"""The step goes uphill."""


class Momentum(Momentum):
    def step(self, w, g):
        return super().step(w, -g)
