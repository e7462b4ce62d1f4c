"""Your function answers "overfitting" wherever the validation loss is above the training loss.

That is nearly always so, and no fault as long as the validation loss is small enough. What is
it to be compared with?
"""


def diagnose(train, simpler, validation, test, target):
    if train > target:
        return "optimization" if simpler < train else "model bias"
    if validation > train:
        return "overfitting"
    return "mismatch" if test > target else "fine"
