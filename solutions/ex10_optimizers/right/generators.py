import cmath
import functools

import numpy as np

# The state is a generator, which holds all that has to be remembered in its own variables.


def _started(coroutine):
    @functools.wraps(coroutine)
    def start(*args):
        running = coroutine(*args)
        next(running)
        return running

    return start


@_started
def _fading(keep, weight):
    total, answer = 0, None
    while True:
        x = yield answer
        total = keep * total + weight * x
        answer = total


def momentum(w, g, state, learning_rate, gamma):
    state = state or _fading(gamma, learning_rate)
    return w - state.send(g), state


def adagrad(w, g, state, learning_rate):
    state = state or _fading(1, 1)
    return w - learning_rate * g / (np.sqrt(state.send(g * g)) + 1e-8), state


def rmsprop(w, g, state, learning_rate, rho):
    state = state or _fading(rho, 1 - rho)
    return w - learning_rate * g / (np.sqrt(state.send(g * g)) + 1e-8), state


@_started
def _adam(beta1, beta2):
    m, v = _fading(beta1, 1 - beta1), _fading(beta2, 1 - beta2)
    ones = _fading(beta1, 1 - beta1), _fading(beta2, 1 - beta2)
    direction = None
    while True:
        g = yield direction
        # The same mean of ones is 1 - beta^t.
        one, two = (each.send(1) for each in ones)
        direction = m.send(g) / one / (np.sqrt(v.send(g * g) / two) + 1e-8)


def adam(w, g, state, learning_rate, beta1, beta2):
    state = state or _adam(beta1, beta2)
    return w - learning_rate * state.send(g), state


def step_decay(lr, epoch, drop, every):
    return lr * functools.reduce(lambda x, y: x * y, [drop] * (epoch // every), 1)


def exponential_decay(lr, epoch, rate, every):
    return lr * 2 ** (np.log2(rate) * epoch / every)


def cosine_decay(lr, epoch, epochs, lowest):
    turned = cmath.exp(1j * cmath.pi * sorted([0, epoch / epochs, 1])[1])
    return lowest + (lr - lowest) * (turned.real + 1) / 2
