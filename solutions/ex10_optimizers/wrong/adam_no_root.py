"""You divide by v̂ itself. How long is the first step then, for a gradient of 0.1 and for one of 3?

It should be the learning rate for both. The root of v̂ is what m̂ is divided by.
"""


def adam(w, g, state, learning_rate, beta1, beta2):
    m, v, t = (0.0, 0.0, 0) if state is None else state
    t = t + 1
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - learning_rate * m_hat / (v_hat + 1e-8), (m, v, t)
