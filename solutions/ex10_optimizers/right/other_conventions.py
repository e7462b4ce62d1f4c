"""The velocity without the rate as PyTorch has it, and Adam in its second form as Keras has it."""

import numpy as np


def momentum(w, g, state, learning_rate, gamma):
    buffer = g if state is None else gamma * state + g
    return w - learning_rate * buffer, buffer


def adagrad(w, g, state, learning_rate):
    total = g**2 if state is None else state + g**2
    return w - learning_rate * g / np.sqrt(total + 1e-16), total


def rmsprop(w, g, state, learning_rate, rho):
    v = (1 - rho) * np.square(g)
    if state is not None:
        v += rho * state
    return w - learning_rate * g / (np.sqrt(v) + 1e-7), v


def adam(w, g, state, learning_rate, beta1, beta2):
    if state is None:
        state = np.zeros_like(g), np.zeros_like(g), 1.0, 1.0
    m, v, power1, power2 = state
    power1, power2 = power1 * beta1, power2 * beta2
    m = m + (g - m) * (1 - beta1)
    v = v + (g**2 - v) * (1 - beta2)
    alpha = learning_rate * np.sqrt(1 - power2) / (1 - power1)
    return w - alpha * m / (np.sqrt(v) + 1e-8), [m, v, power1, power2]


def step_decay(lr, epoch, drop, every):
    return lr * drop ** int(epoch / every)


def exponential_decay(lr, epoch, rate, every):
    return lr * np.exp(np.log(rate) * epoch / every)


def cosine_decay(lr, epoch, epochs, lowest):
    alpha = lowest / lr
    step = min(epoch, epochs)
    cosine = 0.5 * (1 + np.cos(np.pi * step / epochs))
    return lr * ((1 - alpha) * cosine + alpha)
