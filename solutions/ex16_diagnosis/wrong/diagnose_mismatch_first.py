"""Your function answers "mismatch" wherever the test loss is above the target, also where training
or validation are.

A test of a model that has not learned its own samples says nothing of where the test samples
come from. The test is asked last.
"""


def diagnose(train, simpler, validation, test, target):
    if test > target:
        return "mismatch"
    if train > target:
        return "optimization" if simpler < train else "model bias"
    return "overfitting" if validation > target else "fine"
