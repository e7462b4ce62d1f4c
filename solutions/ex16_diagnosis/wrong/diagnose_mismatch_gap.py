"""Your function answers "mismatch" wherever the test loss is above the validation loss.

A small difference between the two is no fault, as long as the test loss is small enough. What
is it to be compared with?
"""


def diagnose(train, simpler, validation, test, target):
    if train > target:
        return "optimization" if simpler < train else "model bias"
    if validation > target:
        return "overfitting"
    return "mismatch" if test > validation else "fine"
