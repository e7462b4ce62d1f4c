import numpy as np

momentum = lambda w, g, s, lr, gamma: (lambda v: (w - v, v))(gamma * (0 if s is None else s) + lr * g)
adagrad = lambda w, g, s, lr: (lambda G: (w - lr * g / (G**.5 + 1e-8), G))(g**2 + (0 if s is None else s))
rmsprop = lambda w, g, s, lr, rho: (lambda v: (w - lr * g / (v**.5 + 1e-8), v))((1 - rho) * g**2 + (0 if s is None else rho * s))
adam = lambda w, g, s, lr, a, b: (lambda m, v, t: (w - lr * m / (1 - a**t) / ((v / (1 - b**t))**.5 + 1e-8), (m, v, t)))(*((lambda m, v, t: (a * m + (1 - a) * g, b * v + (1 - b) * g * g, t + 1))(*(s or (0, 0, 0)))))
step_decay = lambda lr, epoch, drop, every: lr * drop ** (epoch // every)
exponential_decay = lambda lr, epoch, rate, every: lr * rate ** (epoch / every)
cosine_decay = lambda lr, epoch, epochs, lowest: lowest + (lr - lowest) * (1 + np.cos(np.pi * min(1, epoch / epochs))) / 2
