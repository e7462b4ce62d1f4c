"""You divide the power by `every`, and not the exponent. What does Python do first, `**` or `/`?

`**`: an exponent that is a fraction needs parentheses.
"""


def exponential_decay(lr, epoch, rate, every):
    return lr * rate**epoch / every
