"""Your function answers "optimization" wherever the smaller model has less training loss, also
where the training loss is below the target.

A training that reached its target needs no better optimizer, whatever a smaller model does. Two
conditions must hold for this answer.
"""


def diagnose(train, simpler, validation, test, target):
    if simpler < train:
        return "optimization"
    if train > target:
        return "model bias"
    if validation > target:
        return "overfitting"
    return "mismatch" if test > target else "fine"
