"""You ask about the training first, and then about the test, before the validation: where both are
above the target, your function answers "mismatch".

As long as new samples from the same place are not known, those from another place can't be. The
validation is asked before the test.
"""


def diagnose(train, simpler, validation, test, target):
    if train > target:
        return "optimization" if simpler < train else "model bias"
    if test > target:
        return "mismatch"
    return "overfitting" if validation > target else "fine"
