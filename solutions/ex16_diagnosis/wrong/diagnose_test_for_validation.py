""" "overfitting" and "mismatch" have changed places.

The validation samples come from where the training samples come from: if only these are known,
it is overfitting. The test samples come from elsewhere: if only they fail, it is a mismatch.
"""


def diagnose(train, simpler, validation, test, target):
    if train > target:
        return "optimization" if simpler < train else "model bias"
    if test > target:
        return "overfitting"
    return "mismatch" if validation > target else "fine"
