import math

import numpy as np


def momentum(w, g, state, learning_rate, gamma):
    velocity = list(state) if state is not None else [0.0] * w.size
    new = []
    for i, (wi, gi) in enumerate(zip(w.ravel(), g.ravel())):
        velocity[i] = gamma * velocity[i] + learning_rate * gi
        new.append(wi - velocity[i])
    return np.array(new).reshape(w.shape), velocity


def adagrad(w, g, state, learning_rate):
    total = np.zeros(w.shape) if state is None else state
    new = w.copy()
    for index in np.ndindex(w.shape):
        total[index] += g[index] ** 2
        new[index] -= learning_rate * g[index] / (math.sqrt(total[index]) + 1e-8)
    return new, total


def rmsprop(w, g, state, learning_rate, rho):
    if state is None:
        state = [0] * len(w.flat)
    new = np.empty_like(w)
    for i in range(w.size):
        state[i] = rho * state[i] + (1 - rho) * g.flat[i] ** 2
        new.flat[i] = w.flat[i]
        if g.flat[i] != 0:
            new.flat[i] -= learning_rate * g.flat[i] / (math.sqrt(state[i]) + 1e-8)
    return new, state


def adam(w, g, state, learning_rate, beta1, beta2):
    if state is None:
        state = 0, [(0.0, 0.0)] * w.size
    t, means = state
    t += 1
    new, updated = [], []
    for x, d, (m, v) in zip(w.flatten(), g.flatten(), means):
        m = beta1 * m + (1 - beta1) * d
        v = beta2 * v + (1 - beta2) * d * d
        updated.append((m, v))
        new.append(x - learning_rate * (m / (1 - beta1**t)) / (math.sqrt(v / (1 - beta2**t)) + 1e-8))
    return np.reshape(new, w.shape), (t, updated)


def step_decay(lr, epoch, drop, every):
    if epoch < every:
        return lr
    return drop * step_decay(lr, epoch - every, drop, every)


def exponential_decay(lr, epoch, rate, every):
    return lr * (rate**epoch) ** (1 / every)


def cosine_decay(lr, epoch, epochs, lowest):
    if epoch < epochs:
        angle = math.pi * epoch / epochs
    else:
        angle = math.pi
    return lowest + (lr - lowest) * 0.5 * (1.0 + math.cos(angle))
