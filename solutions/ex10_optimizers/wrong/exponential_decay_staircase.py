"""Your rate stays for `every` epochs, and falls then: that is `step_decay`. What is the exponent in
the middle between two multiples of `every`?

A number with a half in it: the division is a real one.
"""


def exponential_decay(lr, epoch, rate, every):
    return lr * rate ** (epoch // every)
