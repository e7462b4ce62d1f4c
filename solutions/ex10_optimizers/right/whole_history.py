import numpy as np

# The state is the list of all gradients so far: each step begins from the beginning.


def momentum(w, g, state, learning_rate, gamma):
    history = [*(state or []), g.copy()]
    v = sum(learning_rate * old * gamma**age for age, old in enumerate(reversed(history)))
    return w - v, history


def adagrad(w, g, state, learning_rate):
    history = np.array([g]) if state is None else np.concatenate([state, g[None]])
    return w - learning_rate * g / (np.sqrt((history**2).sum(axis=0)) + 1e-8), history


def rmsprop(w, g, state, learning_rate, rho):
    history = (state or ()) + (g,)
    v = sum((1 - rho) * rho**age * old**2 for age, old in enumerate(history[::-1]))
    return w - learning_rate * g / (v**0.5 + 1e-8), history


def adam(w, g, state, learning_rate, beta1, beta2):
    history = (state or ()) + (g,)
    ages = np.arange(len(history))[::-1]
    stacked = np.stack(history)
    # A weighted mean: dividing by the sum of the weights is the correction.
    m = np.average(stacked, axis=0, weights=beta1**ages)
    v = np.average(stacked**2, axis=0, weights=beta2**ages)
    return w - learning_rate * m / (np.sqrt(v) + 1e-8), history


def step_decay(lr, epoch, drop, every):
    for e in range(1, epoch + 1):
        if e % every == 0:
            lr *= drop
    return lr


def exponential_decay(lr, epoch, rate, every):
    for _ in range(epoch):
        lr *= rate ** (1 / every)
    return lr


def cosine_decay(lr, epoch, epochs, lowest):
    plan = lowest + (lr - lowest) / 2 * (1 + np.cos(np.linspace(0, np.pi, epochs + 1)))
    return plan[min(epoch, epochs)]
