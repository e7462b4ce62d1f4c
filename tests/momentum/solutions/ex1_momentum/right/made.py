def make(start):
    def __init__(self, lr, beta):
        self.lr, self.beta, self.v = lr, beta, start

    def step(self, w, g):
        self.v = self.beta * self.v + g
        return w - self.lr * self.v

    return type("Momentum", (), {"__init__": __init__, "step": step})


Momentum = make(0.0)
shared = Momentum(0.1, 0.9)


def descend(w, gradient, lr, steps):
    shared.__init__(lr, 0.9)
    for _ in range(steps):
        w = shared.step(w, gradient(w))
    return w


if __name__ == "__main__":
    print(descend(1.0, lambda w: 2 * w, 0.1, 10))
