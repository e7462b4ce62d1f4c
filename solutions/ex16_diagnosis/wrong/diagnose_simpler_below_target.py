"""You compare the loss of the smaller model with the target. It is to be compared with the
training loss of the larger one.

Even a smaller model that misses the target shows what could be reached, as soon as it is better
than the larger one.
"""


def diagnose(train, simpler, validation, test, target):
    if train > target:
        return "optimization" if simpler < target else "model bias"
    if validation > target:
        return "overfitting"
    return "mismatch" if test > target else "fine"
