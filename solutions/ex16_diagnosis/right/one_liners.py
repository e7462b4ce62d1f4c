import functools

import numpy as np

diagnose = lambda a, s, v, t, g: (
    ("model bias", "optimization")[s < a] if a > g else "overfitting" if v > g else "mismatch" if t > g else "fine"
)


def early_stop(losses, patience, delta):
    step = lambda s, x: s if s[3] == patience else (s[0] + 1, s[0] + 1, x, 0) if x < s[2] - delta else (s[0] + 1, *s[1:3], s[3] + 1)
    return functools.reduce(step, losses[1:], (0, 0, losses[0], 0))[:2]


def choose_rate(loss, gradient, w, rates, steps):
    ends = [loss(functools.reduce(lambda v, _: v - r * gradient(v), range(steps), w)) for r in rates]
    ends = [e if np.isfinite(e) else np.inf for e in ends]
    return rates[min(range(len(rates)), key=lambda i: (ends[i], rates[i]))], ends


smooth = lambda y, b: np.convolve(y, (1 - b) * b ** np.arange(len(y)))[: len(y)] / (1 - b ** np.arange(1, len(y) + 1))
