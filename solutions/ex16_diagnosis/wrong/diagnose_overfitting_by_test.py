"""Your function answers "overfitting" where only the test loss is above the target. It never
answers "mismatch".

Overfitting shows itself on samples that come from where the training samples come from: in the
validation loss. If that is small, and only the test fails, the two worlds differ.
"""


def diagnose(train, simpler, validation, test, target):
    if train > target:
        return "optimization" if simpler < train else "model bias"
    return "overfitting" if validation > target or test > target else "fine"
