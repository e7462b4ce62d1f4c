"""Your rate falls a little in each epoch; it is right only at the multiples of `every`. What
happens between two drops?

Nothing: only whole divisions count. `/` is a real division in Python.
"""


def step_decay(lr, epoch, drop, every):
    return lr * drop ** (epoch / every)
