"""You ask about "model bias" last: where the training loss is above the target, and the validation
or the test loss as well, your function does not answer "model bias".

Both questions about the training loss come before all others. "optimization" and "model bias"
are the two halves of the first one.
"""


def diagnose(train, simpler, validation, test, target):
    if train > target and simpler < train:
        return "optimization"
    if validation > target:
        return "overfitting"
    if test > target:
        return "mismatch"
    return "model bias" if train > target else "fine"
