import math

import numpy as np


def diagnose(train, simpler, validation, test, target):
    def ask(questions):
        (loss, answer), *others = questions
        return answer() if loss > target else ask(others)

    return ask(
        [
            (train, lambda: ("model bias", "optimization")[simpler < train]),
            (validation, lambda: "overfitting"),
            (test, lambda: "mismatch"),
            (math.inf, lambda: "fine"),
        ]
    )


def early_stop(losses, patience, delta, epoch=0, best=0, waited=0):
    if epoch and losses[best] - losses[epoch] > delta:
        best, waited = epoch, 0
    elif epoch:
        waited += 1
    if waited == patience or epoch == len(losses) - 1:
        return [epoch, best]
    return early_stop(losses, patience, delta, epoch + 1, best, waited)


def descend(gradient, w, rate, steps):
    return w if steps == 0 else descend(gradient, w - rate * gradient(w), rate, steps - 1)


def choose_rate(loss, gradient, w, rates, steps):
    ends = [float(loss(descend(gradient, w, rate, steps))) for rate in rates]
    ends = [end if math.isfinite(end) else math.inf for end in ends]
    pairs = sorted(zip(ends, rates))
    return pairs[0][1], tuple(ends)


def smooth(losses, beta):
    def raw(t):
        return 0 if t == 0 else beta * raw(t - 1) + (1 - beta) * losses[t - 1]

    return np.array([raw(t) / (1 - beta**t) for t in range(1, len(losses) + 1)])
