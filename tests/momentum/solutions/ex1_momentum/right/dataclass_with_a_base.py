from dataclasses import dataclass, field


class Optimizer:
    def step(self, w, g):
        return w - self.move(g)

    def move(self, g):
        raise NotImplementedError


@dataclass
class Momentum(Optimizer):
    lr: float
    beta: float = 0.9
    kept: list = field(default_factory=lambda: [0.0])

    def move(self, g):
        self.kept.append(self.beta * self.kept[-1] + g)
        return self.lr * self.kept[-1]


def descend(w, gradient, lr, steps, momentum=None):
    momentum = momentum or Momentum(lr)
    return (
        w
        if not steps
        else descend(momentum.step(w, gradient(w)), gradient, lr, steps - 1, momentum)
    )


optimizer = Momentum(0.1)
print(optimizer.step(1.0, 2.0))
