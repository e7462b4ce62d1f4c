import numpy as np


def momentum(w, g, state, learning_rate, gamma):
    if state is None:
        state = {"v": np.zeros_like(w)}
    v = gamma * state["v"] - learning_rate * g
    return w + v, {"v": v}


def adagrad(w, g, state, learning_rate):
    if state is None:
        state = {"cache": np.zeros_like(w)}
    state["cache"] += g * g
    return w - learning_rate * g / (np.sqrt(state["cache"]) + 1e-8), state


def rmsprop(w, g, state, learning_rate, rho):
    config = state or {"cache": np.zeros_like(w)}
    config["cache"] = rho * config["cache"] + (1 - rho) * g * g
    return w - learning_rate * g / (np.sqrt(config["cache"]) + 1e-8), config


def adam(w, g, state, learning_rate, beta1, beta2):
    config = {} if state is None else state
    config.setdefault("m", np.zeros_like(w))
    config.setdefault("v", np.zeros_like(w))
    config.setdefault("t", 0)
    config["t"] += 1
    config["m"] = beta1 * config["m"] + (1 - beta1) * g
    config["v"] = beta2 * config["v"] + (1 - beta2) * (g**2)
    mt = config["m"] / (1 - beta1 ** config["t"])
    vt = config["v"] / (1 - beta2 ** config["t"])
    next_w = w - learning_rate * mt / (np.sqrt(vt) + 1e-8)
    return next_w, config


def step_decay(lr, epoch, drop, every):
    return lr * np.power(drop, np.floor(epoch / every))


def exponential_decay(lr, epoch, rate, every):
    return lr * np.power(rate, epoch / every)


def cosine_decay(lr, epoch, epochs, lowest):
    if epoch >= epochs:
        return lowest
    return lowest + 0.5 * (lr - lowest) * (1 + np.cos(np.pi * epoch / epochs))
