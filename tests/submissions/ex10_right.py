"""Exercise 10 in a style of its own: one class of memories, and rates that are asked for."""

import numpy as np
class Memory:
    def __init__(self, like):
        self.first = np.zeros_like(like); self.second = np.zeros_like(like); self.steps = 0
def momentum(w, g, state, learning_rate, gamma):
    memory = Memory(w) if state is None else state
    memory.first = gamma * memory.first + learning_rate * g
    return w - memory.first, memory
def adagrad(w, g, state, learning_rate):
    memory = Memory(w) if state is None else state
    memory.second += g ** 2
    return w - learning_rate * g / (np.sqrt(memory.second) + 1e-8), memory
def rmsprop(w, g, state, learning_rate, rho):
    memory = Memory(w) if state is None else state
    memory.second = rho * memory.second + (1 - rho) * g ** 2
    return w - learning_rate * g / (np.sqrt(memory.second) + 1e-8), memory
def adam(w, g, state, learning_rate, beta1, beta2):
    memory = Memory(w) if state is None else state
    memory.steps += 1
    memory.first = beta1 * memory.first + (1 - beta1) * g
    memory.second = beta2 * memory.second + (1 - beta2) * g ** 2
    mean = memory.first / (1 - beta1 ** memory.steps)
    spread = np.sqrt(memory.second / (1 - beta2 ** memory.steps))
    return w - learning_rate * mean / (spread + 1e-8), memory
def step_decay(lr, epoch, drop, every):
    return lr * drop ** (epoch // every)
def exponential_decay(lr, epoch, rate, every):
    return lr * rate ** (epoch / every)
def cosine_decay(lr, epoch, epochs, lowest):
    if epoch >= epochs:
        return lowest
    return lowest + (lr - lowest) * (1 + np.cos(np.pi * epoch / epochs)) / 2
