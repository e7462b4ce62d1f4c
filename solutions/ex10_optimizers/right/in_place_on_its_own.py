import numpy as np


def fresh(state, like, count):
    return [np.zeros_like(like) for _ in range(count)] if state is None else state


def momentum(w, g, state, learning_rate, gamma):
    (v,) = state = fresh(state, w, 1)
    v *= gamma
    v += learning_rate * g
    w = w.copy()
    w -= v
    return w, state


def adagrad(w, g, state, learning_rate):
    state = fresh(state, w, 1)
    np.add(state[0], g * g, out=state[0])
    root = np.sqrt(state[0])
    root += 1e-8
    return np.subtract(w, learning_rate * np.divide(g, root)), state


def rmsprop(w, g, state, learning_rate, rho):
    state = fresh(state, w, 1)
    state[0] *= rho
    state[0] += (1 - rho) * g * g
    step = learning_rate * g
    np.divide(step, np.sqrt(state[0] + 1e-12), out=step)
    return w - step, state


def adam(w, g, state, learning_rate, beta1, beta2):
    m, v, t = state = fresh(state, w, 2) + [np.array(0)] if state is None else state
    t += 1
    m *= beta1
    m += (1 - beta1) * g
    v *= beta2
    v += (1 - beta2) * g**2
    root = np.sqrt(v / (1 - beta2**t))
    root += 1e-8
    return w - learning_rate / (1 - beta1**t) * m / root, state


def step_decay(lr, epoch, drop, every):
    drops, _ = divmod(epoch, every)
    return lr * drop**drops


def exponential_decay(lr, epoch, rate, every):
    whole, rest = divmod(epoch, every)
    return lr * rate**whole * rate ** (rest / every)


def cosine_decay(lr, epoch, epochs, lowest):
    wave = np.cos(np.pi * np.minimum(epoch, epochs) / epochs)
    return np.interp(wave, [-1, 1], [lowest, lr])
