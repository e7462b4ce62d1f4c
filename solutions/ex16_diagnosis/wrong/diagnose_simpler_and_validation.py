"""You compare the loss of the smaller model with the validation loss.

`simpler` is a training loss: so it is to be compared with the other training loss, `train`.
"""


def diagnose(train, simpler, validation, test, target):
    if train > target:
        return "optimization" if simpler < validation else "model bias"
    if validation > target:
        return "overfitting"
    return "mismatch" if test > target else "fine"
