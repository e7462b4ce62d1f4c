import numpy as np

F = np.float32


def momentum(w, g, state, learning_rate, gamma):
    w, g = w.astype(F), g.astype(F)
    v = F(gamma) * state + F(learning_rate) * g if state is not None else F(learning_rate) * g
    return w - v, v


def adagrad(w, g, state, learning_rate):
    w, g = w.astype(F), g.astype(F)
    G = np.zeros_like(g) if state is None else state
    G = G + np.square(g)
    return w - F(learning_rate) * g / (np.sqrt(G) + F(1e-8)), G


def rmsprop(w, g, state, learning_rate, rho):
    w, g = w.astype(F), g.astype(F)
    v = np.zeros_like(g) if state is None else state
    v = F(rho) * v + F(1 - rho) * np.square(g)
    return w - F(learning_rate) * g / (np.sqrt(v) + F(1e-8)), v


def adam(w, g, state, learning_rate, beta1, beta2):
    w, g = w.astype(F), g.astype(F)
    if state is None:
        state = np.zeros_like(g), np.zeros_like(g), 0
    m, v, t = state[0], state[1], state[2] + 1
    m = F(beta1) * m + F(1 - beta1) * g
    v = F(beta2) * v + F(1 - beta2) * np.square(g)
    up, down = m / F(1 - beta1**t), np.sqrt(v / F(1 - beta2**t)) + F(1e-8)
    return w - F(learning_rate) * up / down, (m, v, t)


def step_decay(lr, epoch, drop, every):
    return F(lr) * F(drop) ** (epoch // every)


def exponential_decay(lr, epoch, rate, every):
    return F(lr) * F(rate) ** F(epoch / every)


def cosine_decay(lr, epoch, epochs, lowest):
    lr, lowest = F(lr), F(lowest)
    turn = np.cos(F(np.pi) * F(min(epoch, epochs)) / F(epochs))
    return lowest + (lr - lowest) * (F(1) + turn) / F(2)
