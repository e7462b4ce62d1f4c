"""Your function answers "overfitting" wherever the validation loss is above the target, also where
the training loss is.

Look at the training loss first: a model that has not learned its own samples can't have learned
them too well. Ask about validation only when the training loss is below the target.
"""


def diagnose(train, simpler, validation, test, target):
    if validation > target:
        return "overfitting"
    if train > target:
        return "optimization" if simpler < train else "model bias"
    return "mismatch" if test > target else "fine"
