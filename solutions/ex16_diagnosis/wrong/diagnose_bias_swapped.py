""" "optimization" and "model bias" have changed places.

If the smaller model has *less* training loss, the larger one should manage that too: then the
optimizer failed. If the smaller one is worse, a model that is larger still may help.
"""


def diagnose(train, simpler, validation, test, target):
    if train > target:
        return "optimization" if simpler > train else "model bias"
    if validation > target:
        return "overfitting"
    return "mismatch" if test > target else "fine"
